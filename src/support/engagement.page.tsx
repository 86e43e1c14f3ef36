// One engagement event.

import { Docket, DocketSection } from '#web/docket.tsx'
import { page } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { engagementView } from './support.view.ts'

export const engagementPage = page({
  view: engagementView,
  heading: ({ title, reference }) => ({
    title,
    kicker: reference,
    trail: [{ label: 'Support', href: '/support' }],
  }),
  body: (event, { link, entries }) => {
    const { attendance, repeatOf, repeats } = event
    const entry = { label: 'entry', href: entries(event.entries) }
    const basis = event.basis === 'decided-here' ? {} : { basis: event.basis }
    return (
      <Docket
        headline={`${event.kind.name}. Held: ${event.held.words}.`}
        facts={[
          { label: 'Kind', value: event.kind.name, entry, ...basis },
          { label: 'Held', value: event.held.words, entry, ...basis },
          {
            label: 'Attended',
            value: attendance ?? 'not known',
            entry,
            ...(attendance === null ? { basis: 'not-known' as const } : basis),
          },
          {
            label: 'Repeat of',
            value: repeatOf ? (
              <a href={link(`/support/engagement/${repeatOf.reference}`)}>{repeatOf.title}</a>
            ) : (
              'none on record'
            ),
            entry,
          },
          { label: 'Source', value: <SourceText source={event.source} />, entry },
          { label: 'Notes', value: event.notes ?? 'none', entry },
        ]}
      >
        {repeats.length > 0 && (
          <DocketSection id="repeats" title="Repeated">
            <ul>
              {repeats.map(({ reference, title, held }) => (
                <li key={reference}>
                  <a href={link(`/support/engagement/${reference}`)}>{title}</a>, {held.words}
                </li>
              ))}
            </ul>
          </DocketSection>
        )}
      </Docket>
    )
  },
})
