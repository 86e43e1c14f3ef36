// Meetings as a feed.

import { feed } from '#web/page.ts'
import { meetingsView } from './meetings.view.ts'

export const meetingsFeed = feed({
  view: meetingsView,
  at: '/meetings.atom',
  title: 'Meetings',
  items: ({ meetings }) =>
    meetings.map((meeting) => ({
      href: `/meetings/${meeting.reference}`,
      title: `${meeting.body.name}: ${meeting.kind}, ${meeting.held.words}`,
      summary: meeting.notes ?? '',
      entries: meeting.entries,
    })),
})
