// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { altHanRegister } from './alt-han.register.ts'
import { chronicleFeed } from './chronicle.feed.ts'
import { chroniclePage } from './chronicle.page.tsx'
import { chronicleTable } from './chronicle.table.ts'
import { chronicleView, eventsBy, eventsKept } from './chronicle.view.ts'
import { enterEventOnRecord } from './enter-event-on-record.ts'
import { enterSurveyOnRecord } from './enter-survey-on-record.ts'
import { eventsRegister } from './events.register.ts'
import { surveysPage } from './surveys.page.tsx'
import { surveysRegister } from './surveys.register.ts'
import { surveysTable } from './surveys.table.ts'
import { surveysBy, surveysKept, surveysView } from './surveys.view.ts'

export const chronicle: Room = {
  name: 'chronicle',
  listed: { label: 'Chronicle', href: '/chronicle' },
  folds: [eventsKept, surveysKept],
  commands: [enterEventOnRecord, enterSurveyOnRecord],
  registers: [eventsRegister, altHanRegister, surveysRegister],
  views: [chronicleView, surveysView],
  pages: [chroniclePage, surveysPage],
  feeds: [chronicleFeed],
  tables: [chronicleTable, surveysTable],
  findable: (reading) => [
    ...eventsBy(reading).map(({ data }) => ({
      href: `/chronicle?strand=${data.strand}`,
      kind: 'Event',
      title: data.says,
      words: [data.on, data.reference, data.notes].filter(Boolean).join(' '),
    })),
    ...surveysBy(reading).map(({ data }) => ({
      href: '/surveys',
      kind: 'Survey',
      title: `${data.kind.replaceAll('-', ' ')}, ${data.reference}`,
      words: [data.resultWords, data.notes].filter(Boolean).join(' '),
    })),
  ],
}
