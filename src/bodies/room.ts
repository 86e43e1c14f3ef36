// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { bodiesFeed } from './bodies.feed.ts'
import { bodiesPage } from './bodies.page.tsx'
import { bodiesRegister } from './bodies.register.ts'
import { bodiesTable } from './bodies.table.ts'
import { appointmentsKept, bodiesKept, bodiesOn, bodiesView } from './bodies.view.ts'
import { bodyPage } from './body.page.tsx'
import { bodyView } from './body.view.ts'
import { decisionPage } from './decision.page.tsx'
import { decisionsFeed } from './decisions.feed.ts'
import { decisionsPage } from './decisions.page.tsx'
import { decisionsRegister } from './decisions.register.ts'
import { decisionsTable } from './decisions.table.ts'
import {
  decisionsBy,
  decisionsKept,
  decisionsView,
  decisionView,
  shownDecision,
} from './decisions.view.ts'
import { enterAppointmentOnRecord } from './enter-appointment-on-record.ts'
import { enterBodyOnRecord } from './enter-body-on-record.ts'
import { enterDecisionOnRecord } from './enter-decision-on-record.ts'

export const bodies: Room = {
  name: 'bodies',
  listed: { label: 'Bodies', href: '/bodies' },
  folds: [bodiesKept, appointmentsKept, decisionsKept],
  commands: [enterBodyOnRecord, enterAppointmentOnRecord, enterDecisionOnRecord],
  registers: [bodiesRegister, decisionsRegister],
  views: [bodiesView, bodyView, decisionsView, decisionView],
  pages: [bodiesPage, bodyPage, decisionsPage, decisionPage],
  feeds: [bodiesFeed, decisionsFeed],
  tables: [bodiesTable, decisionsTable],
  findable: (reading) => [
    ...bodiesOn(reading).map(({ reference, name, short, purpose }) => ({
      href: `/bodies/${reference}`,
      kind: 'Body',
      title: name,
      words: [reference, short, purpose].filter(Boolean).join(' '),
    })),
    ...decisionsBy(reading)
      .map((row) => shownDecision(row, reading))
      .map(({ reference, subject, body, words, notes }) => ({
        href: `/decisions/${reference}`,
        kind: 'Decision',
        title: `${subject}: ${words.toLowerCase()}`,
        words: [reference, body.name, notes].filter(Boolean).join(' '),
      })),
  ],
}
