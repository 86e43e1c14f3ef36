// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { engagementPage } from './engagement.page.tsx'
import { engagementRegister } from './engagement.register.ts'
import { engagementKept, heldEngagement } from './engagement-kept.ts'
import { enterEngagementOnRecord } from './enter-engagement-on-record.ts'
import { supportFeed } from './support.feed.ts'
import { supportPage } from './support.page.tsx'
import { supportTable } from './support.table.ts'
import { engagementView, supportView } from './support.view.ts'

export const support: Room = {
  name: 'support',
  listed: { label: 'Support', href: '/support' },
  folds: [engagementKept],
  commands: [enterEngagementOnRecord],
  registers: [engagementRegister],
  views: [supportView, engagementView],
  pages: [supportPage, engagementPage],
  feeds: [supportFeed],
  tables: [supportTable],
  findable: (reading) =>
    heldEngagement(reading).map(({ data }) => ({
      href: `/support/engagement/${data.reference}`,
      kind: 'Event',
      title: data.title,
      words: [data.reference, data.kind, data.notes].filter(Boolean).join(' '),
    })),
}
