// What this room hands to the office.

import { printKnownDate } from '#calendar/known-date.ts'
import type { Room } from '#web/room.ts'
import { altHanRegister } from './alt-han.register.ts'
import { chronicleFeed } from './chronicle.feed.ts'
import { chroniclePage } from './chronicle.page.tsx'
import { chronicleTable } from './chronicle.table.ts'
import { chronicleView, eventsBy, eventsKept } from './chronicle.view.ts'
import { enterEventOnRecord } from './enter-event-on-record.ts'
import { enterSourceOnRecord } from './enter-source-on-record.ts'
import { enterSurveyOnRecord } from './enter-survey-on-record.ts'
import { eventsRegister } from './events.register.ts'
import { sourcesPage } from './sources.page.tsx'
import { sourcesRegister } from './sources.register.ts'
import { sourcesKept, sourcesView } from './sources.view.ts'
import { surveysPage } from './surveys.page.tsx'
import { surveysRegister } from './surveys.register.ts'
import { surveysTable } from './surveys.table.ts'
import { printKind, surveysBy, surveysKept, surveysView } from './surveys.view.ts'

export const chronicle: Room = {
  name: 'chronicle',
  listed: { label: 'Chronicle', href: '/chronicle' },
  folds: [eventsKept, surveysKept, sourcesKept],
  commands: [enterEventOnRecord, enterSurveyOnRecord, enterSourceOnRecord],
  registers: [eventsRegister, altHanRegister, surveysRegister, sourcesRegister],
  views: [chronicleView, surveysView, sourcesView],
  pages: [chroniclePage, surveysPage, sourcesPage],
  feeds: [chronicleFeed],
  tables: [chronicleTable, surveysTable],
  sourceTitles: (reading) =>
    new Map(
      reading
        .rows(sourcesKept)
        .flatMap(({ data: { address, title } }) => (address ? [[address, title] as const] : [])),
    ),
  findable: (reading) => [
    ...eventsBy(reading).map(({ data }) => ({
      href: `/chronicle?strand=${data.strand}`,
      kind: 'Event',
      title: data.says,
      words: [printKnownDate(data.on), data.notes].filter(Boolean).join('. '),
    })),
    ...surveysBy(reading).map(({ data }) => ({
      href: '/surveys',
      kind: 'Survey',
      title: `${printKind(data.kind)} survey`,
      words: [data.resultWords, data.notes].filter(Boolean).join(' '),
    })),
  ],
}
