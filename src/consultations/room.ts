// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { consultationPage } from './consultation.page.tsx'
import { consultationsFeed } from './consultations.feed.ts'
import { consultationsPage } from './consultations.page.tsx'
import { consultationsRegister } from './consultations.register.ts'
import { consultationsTable } from './consultations.table.ts'
import { consultationsView, consultationView } from './consultations.view.ts'
import { consultationsKept, openedConsultations, responsesKept } from './consultations-kept.ts'
import { enterConsultationOnRecord } from './enter-consultation-on-record.ts'
import { enterResponseOnRecord } from './enter-response-on-record.ts'
import { responsesRegister } from './responses.register.ts'

export const consultations: Room = {
  name: 'consultations',
  listed: { label: 'Consultations', href: '/consultations' },
  folds: [consultationsKept, responsesKept],
  commands: [enterConsultationOnRecord, enterResponseOnRecord],
  registers: [consultationsRegister, responsesRegister],
  views: [consultationsView, consultationView],
  pages: [consultationsPage, consultationPage],
  feeds: [consultationsFeed],
  tables: [consultationsTable],
  findable: (reading) =>
    openedConsultations(reading).map(({ data }) => ({
      href: `/consultations/${data.reference}`,
      kind: 'Consultation',
      title: data.subject,
      words: [data.reference, data.notes].filter(Boolean).join(' '),
    })),
}
