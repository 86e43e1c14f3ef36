// The list of meetings.

import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { type MeetingShown, meetingsView } from './meetings.view.ts'

export const meetingsPage = page({
  view: meetingsView,
  heading: () => ({ title: 'Meetings' }),
  body: ({ meetings, total, next, bodies }, { link, entries, path, query }) => (
    <Register<MeetingShown>
      path={path}
      query={query}
      noun={{ one: 'meeting', many: 'meetings' }}
      count={total}
      headline={`${total} ${total === 1 ? 'meeting' : 'meetings'} on record.`}
      facets={[
        {
          name: 'body',
          label: 'Body',
          options: bodies.map(({ id, name, count }) => ({ value: id, label: name, count })),
        },
      ]}
      columns={[
        {
          key: 'meeting',
          label: 'Meeting',
          names: true,
          cell: (meeting) => (
            <a href={link(`/meetings/${meeting.reference}`)}>
              {meeting.body.name}, {meeting.kind}
              <span class="unseen"> {meeting.reference}</span>
            </a>
          ),
        },
        { key: 'held', label: 'Held', cell: (meeting) => meeting.held.words },
        {
          key: 'basis',
          label: 'How we know',
          cell: (meeting) => (
            <a href={entries(meeting.entries)}>
              {meeting.basis === 'decided-here' ? (
                'Entered here'
              ) : (
                <BasisMark basis={meeting.basis} />
              )}
            </a>
          ),
        },
      ]}
      rows={meetings}
      rowKey={(meeting) => meeting.reference}
      why={({ notes }) => notes}
      sort={null}
      pages={{ from: 1, to: meetings.length, ...(next ? { next: { after: next } } : {}) }}
      csv={link('/meetings.csv')}
      empty={{ sentence: 'No meeting is on record for this day.' }}
    />
  ),
})
