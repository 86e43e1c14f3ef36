// One meeting.

import { Docket } from '#web/docket.tsx'
import { page } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { meetingView } from './meetings.view.ts'

export const meetingPage = page({
  view: meetingView,
  heading: ({ reference, body, kind }) => ({
    title: `${body.name}, ${kind}`,
    kicker: reference,
    trail: [{ label: 'Meetings', href: '/meetings' }],
  }),
  body: (meeting, { link, entries }) => {
    const entry = { label: 'entry', href: entries(meeting.entries) }
    const basis = meeting.basis === 'decided-here' ? {} : { basis: meeting.basis }
    return (
      <Docket
        headline={`Held: ${meeting.held.words}.`}
        facts={[
          {
            label: 'Body',
            value: <a href={link(`/bodies/${meeting.body.id}`)}>{meeting.body.name}</a>,
            entry,
          },
          { label: 'Held', value: meeting.held.words, entry, ...basis },
          { label: 'Place', value: meeting.place ?? 'not known', entry },
          { label: 'Source', value: <SourceText source={meeting.source} />, entry },
          { label: 'Notes', value: meeting.notes ?? 'none', entry },
        ]}
      />
    )
  },
})
