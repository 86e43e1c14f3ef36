// The chronicle as timelines, one a strand.

import type { JSX } from 'preact'
import { addressWith } from '#web/address.ts'
import { DocketSection } from '#web/docket.tsx'
import { PossiblyMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { Timeline } from '#web/timeline.tsx'
import { chronicleView, type EventShown } from './chronicle.view.ts'

export const chroniclePage = page({
  view: chronicleView,
  heading: () => ({ title: 'Chronicle' }),
  body: ({ events, total, possible, next, strands }, showing) => {
    const { link, path, query, reading } = showing
    const chosen = strands.filter(({ id }) => events.some(({ strand }) => strand.id === id))
    if (total === 0)
      return (
        <div class="nothing">
          <p>
            No event is on record by this day. Look at another day, or enter one on record.
            {query.strand && ' It may also be that nothing of this strand had happened.'}
          </p>
          {query.strand && (
            <p>
              <a href={link('/chronicle')}>Show all strands</a>
            </p>
          )}
          {reading.viewer.name === 'operator' && (
            <p>
              <a href={link('/desk/enter-event-on-record')}>Enter an event</a>
            </p>
          )}
        </div>
      )
    return (
      <div class="docket">
        <p class="headline">
          {total} {total === 1 ? 'event' : 'events'} by this day, newest first
          {possible > 0 && `; of ${possible} it is not known whether they were past`}.{' '}
          <a href={link('/surveys')}>Surveys</a>
        </p>
        <nav class="pages" aria-label="Strands">
          <a href={link('/chronicle')} aria-current={query.strand ? undefined : 'true'}>
            All strands
          </a>
          {strands.map(({ id, label, count }) => (
            <a
              key={id}
              href={link(`/chronicle?strand=${id}`)}
              aria-current={query.strand === id ? 'true' : undefined}
            >
              {label} ({count})
            </a>
          ))}
          <a class="pages-csv" href={link(csvOf(query.strand))}>
            All {total} as a table (CSV)
          </a>
        </nav>
        {chosen.map(({ id, label }) => (
          <DocketSection key={id} id={`strand-${id}`} title={label}>
            <Strand
              label={label}
              events={events.filter(({ strand }) => strand.id === id)}
              showing={showing}
            />
          </DocketSection>
        ))}
        {next && (
          <p>
            <a rel="next" href={addressWith(path, query, { after: next })}>
              Earlier events →
            </a>
          </p>
        )}
      </div>
    )
  },
})

const csvOf = (strand: string | undefined) =>
  strand ? `/chronicle.csv?strand=${encodeURIComponent(strand)}` : '/chronicle.csv'

function Strand(props: {
  label: string
  events: readonly EventShown[]
  showing: Showing
}): JSX.Element {
  const { label, events, showing } = props
  return (
    <Timeline
      label={`${label}, newest first`}
      items={events.map((event) => ({
        when: event.on.words,
        day: event.day ?? undefined,
        title:
          event.holds === 'possibly' ? (
            <PossiblyMark because="the date is known in part">{event.says}</PossiblyMark>
          ) : (
            event.says
          ),
        body: (
          <>
            {event.notes && `${event.notes}. `}
            <SourceText source={event.source} />
          </>
        ),
        basis: event.basis === 'decided-here' ? undefined : event.basis,
        entry: { label: 'entry', href: showing.entries(event.entries) },
      }))}
    />
  )
}
