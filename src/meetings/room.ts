// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { enterMeetingOnRecord } from './enter-meeting-on-record.ts'
import { meetingPage } from './meeting.page.tsx'
import { meetingsFeed } from './meetings.feed.ts'
import { meetingsPage } from './meetings.page.tsx'
import { meetingsRegister } from './meetings.register.ts'
import { meetingsTable } from './meetings.table.ts'
import { meetingsKept, meetingsView, meetingView } from './meetings.view.ts'

export const meetings: Room = {
  name: 'meetings',
  listed: { label: 'Meetings', href: '/meetings' },
  folds: [meetingsKept],
  commands: [enterMeetingOnRecord],
  registers: [meetingsRegister],
  views: [meetingsView, meetingView],
  pages: [meetingsPage, meetingPage],
  feeds: [meetingsFeed],
  tables: [meetingsTable],
  findable: (reading) =>
    reading.inForce(meetingsKept).map(({ data }) => ({
      href: `/meetings/${data.reference}`,
      kind: 'Meeting',
      title: `${reading.rulebook.bodies.find(({ id }) => id === data.body)?.name ?? data.body}, ${data.kind}`,
      words: [data.reference, data.place, data.notes].filter(Boolean).join(' '),
    })),
}
