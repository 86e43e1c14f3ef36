// The register of proposals.

import { ChartFigure } from '#web/chart.tsx'
import { PossiblyMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { type Column, Register } from '#web/register.tsx'
import { toneOf } from './headline.ts'
import type { ModificationShown } from './modification-shown.ts'
import { type ModificationsGiven, modificationsView, notKnownValue } from './modifications.view.ts'
import { overviewChart, overviewFinding, overviewNote } from './overview-chart.ts'

export const modificationsPage = page({
  view: modificationsView,
  heading: () => ({ title: 'Modifications' }),
  body: (given, { link, entries, path, query }) => (
    <Register<ModificationShown>
      path={path}
      query={query}
      noun={{ one: 'proposal', many: 'proposals' }}
      count={given.total}
      headline={headline(given)}
      chart={
        given.onRecord > 0 && (
          <ChartFigure
            id="overview"
            finding={overviewFinding(given)}
            chart={overviewChart(given, (on, words) =>
              link(
                `/modifications?${new URLSearchParams({ path: on ?? notKnownValue, status: words })}`,
              ),
            )}
            note={overviewNote(given)}
          />
        )
      }
      search={{ name: 'q', label: 'Find in the register' }}
      facets={[
        { name: 'path', label: 'Path', options: given.facets.path },
        { name: 'status', label: 'Where it stands', options: given.facets.status },
        { name: 'impacted', label: 'Impacted category', options: given.facets.impacted },
      ]}
      columns={columns(link, entries)}
      rows={given.modifications}
      rowKey={({ number }) => number}
      why={why}
      sort={sortOf(query.sort ?? 'number')}
      pages={{
        from: 1,
        to: given.modifications.length,
        ...(given.next ? { next: { after: given.next } } : {}),
      }}
      csv={link('/modifications.csv')}
      empty={{
        sentence:
          'No Modification Proposal is on record for this day. Proposals come onto it when one is entered or a register of them is imported.',
      }}
    />
  ),
})

/** '17 proposals on record, of over 30 raised.' */
export function headline({ onRecord, possiblyRaised, claimed }: ModificationsGiven): string {
  const of = claimed ? `, of ${claimed.words} raised` : ''
  const more =
    possiblyRaised > 0
      ? `; ${possiblyRaised} more may have been raised by this day: the sources do not date them so closely`
      : ''
  return `${onRecord} ${onRecord === 1 ? 'proposal' : 'proposals'} on record${of}${more}.`
}

type Links = readonly [link: (href: string) => string, entries: (ids: readonly string[]) => string]

function columns(...[link, entries]: Links): readonly Column<ModificationShown>[] {
  return [
    {
      key: 'number',
      label: 'Proposal',
      names: true,
      sortable: true,
      cell: ({ number, title }) => (
        <a href={link(`/modifications/${number}`)}>
          {number}: {title}
        </a>
      ),
    },
    {
      key: 'status',
      label: 'Where it stands',
      sortable: true,
      long: true,
      cell: (one) => <Standing one={one} entries={entries} />,
    },
    {
      key: 'raised',
      label: 'Raised',
      sortable: true,
      cell: ({ raised, stands, ...one }) => (
        <a href={entries(one.entries)}>
          {stands.raised === 'possibly' ? `possibly; ${raised.words}` : raised.words}
        </a>
      ),
    },
    {
      key: 'path',
      label: 'Path',
      cell: ({ path }) => path?.name.split(':')[0] ?? 'not known',
    },
  ]
}

/** Where it stands, and beneath it what was decided and when. */
function Standing({ one, entries }: { one: ModificationShown; entries: Showing['entries'] }) {
  const { words, certainly, possibly } = one.stands
  const [perhaps] = possibly
  const decided = [one.outcomes.changeBoard, one.outcomes.authority].filter(
    (outcome) => outcome !== null,
  )
  return (
    <>
      <StateMark word={words} tone={toneOf(words)} />
      {certainly && perhaps && (
        <div>
          <PossiblyMark because={perhaps.since.words}>{perhaps.words}</PossiblyMark>
        </div>
      )}
      {decided.map(({ words: outcome, on, holds, entries: ids }) => (
        <div key={outcome}>
          <a href={entries(ids)}>
            {holds === 'possibly' && 'possibly '}
            {outcome}, {on.words}
          </a>
        </div>
      ))}
    </>
  )
}

/** Which parts of the Code and whom it touches, as far as a source tells. */
function why({ sectionsAffected, impacted }: ModificationShown): string | undefined {
  const parts = [
    sectionsAffected.length > 0 && `Changes ${sectionsAffected.join(', ')}`,
    impacted.length > 0 && `Impacts ${impacted.map(({ label }) => label).join(', ')}`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('. ') : undefined
}

function sortOf(asked: string) {
  return { key: asked.replace(/^-/, ''), falling: asked.startsWith('-') }
}
