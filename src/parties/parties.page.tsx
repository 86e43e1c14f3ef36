// The register of Parties.

import { ChartFigure } from '#web/chart.tsx'
import { FigureTable } from '#web/figure.tsx'
import { BasisMark, PossiblyMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { IllustrativeNote } from './illustrative-note.tsx'
import { partiesView, titleOf } from './parties.view.ts'
import type { PartyShown } from './party-shown.ts'

type Answer = ReturnType<typeof partiesView.answer> & object

export const partiesPage = page({
  view: partiesView,
  heading: () => ({ title: 'Parties' }),
  body: (answer, showing) => {
    const { link, path, query, nameOf } = showing
    const { parties, total, from, next, facets, illustrative } = answer
    const status = query.status ?? 'now'
    return (
      <Register<PartyShown>
        path={path}
        query={query}
        noun={{ one: 'Party', many: 'Parties' }}
        count={total}
        headline={headline(answer)}
        chart={total > 0 && <Counts answer={answer} showing={showing} />}
        facets={[
          {
            name: 'category',
            label: 'Party Category',
            options: facets.category
              .filter(({ count, id }) => count > 0 || id === query.category)
              .map(asOption),
          },
          {
            name: 'status',
            label: 'Status',
            any: 'Parties on the day',
            options: facets.status
              .filter(({ id, count }) => id !== 'now' && (count > 0 || id === status))
              .map(asOption),
          },
        ]}
        search={{ name: 'q', label: 'Find a Party' }}
        columns={[
          {
            key: 'name',
            label: 'Party',
            names: true,
            sortable: true,
            cell: (party) => (
              <a href={link(`/parties/${party.reference}`)}>
                {party.person ? nameOf(party.person) : titleOf(party)}
              </a>
            ),
          },
          {
            key: 'category',
            label: 'Party Category',
            sortable: true,
            cell: (party) => <Categories party={party} />,
          },
          {
            key: 'acceded',
            label: 'Acceded',
            sortable: true,
            cell: (party) => party.acceded.words,
          },
          { key: 'status', label: 'Status', cell: (party) => <Status party={party} /> },
          {
            key: 'basis',
            label: 'How we know',
            cell: (party) => <HowKnown party={party} showing={showing} />,
          },
        ]}
        rows={parties}
        rowKey={({ reference }) => reference}
        why={({ left }) =>
          left && `Left by ${left.mechanism}${left.cause ? `: ${left.cause}` : ''}`
        }
        sort={sortOf(query.sort)}
        pages={{
          from,
          to: from + parties.length - 1,
          ...(next ? { next: { after: next } } : {}),
        }}
        csv={link(`/parties.csv${queryOf(query)}`)}
        empty={{
          sentence:
            illustrative === 0 && status === 'now'
              ? 'There is nothing to list. Read at a later day, or enter a Party at the desk.'
              : 'No such Party is on record for this day.',
        }}
      />
    )
  },
})

function headline({ counts, categories }: Answer): string {
  const { parties, votingGroups, outside } = counts
  if (parties.value + parties.possibly + outside === 0)
    return 'Nobody is on record as a Party on this day.'
  const said = `${count(parties.value, 'Party', 'Parties')} in ${count(votingGroups.value, 'Voting Group', 'Voting Groups')}, of ${count(categories.length, 'Party Category', 'Party Categories')}`
  const possibly = parties.possibly > 0 ? `; possibly ${parties.possibly} more` : ''
  const beside =
    outside > 0
      ? `. ${outside === 1 ? 'One more stands' : `${outside} more stand`} outside all counts`
      : ''
  return `${said}${possibly}${beside}.`
}

function Counts({ answer, showing }: { answer: Answer; showing: Showing }) {
  const { categories, counts, illustrative } = answer
  const { link, entries } = showing
  const shown = categories.filter(({ parties }) => parties.value + parties.possibly > 0)
  if (shown.length === 0) return null
  const most = shown.toSorted((one, other) => other.parties.value - one.parties.value)[0]!
  const sum = categories.reduce((total, { parties }) => total + parties.value, 0)
  const figures = (of: Pick<Answer['counts'], 'parties' | 'votingGroups'>) =>
    [of.parties, of.votingGroups].map(({ value, entries: ids }) => ({
      value: value.toLocaleString('en-GB'),
      href: ids.length > 0 ? entries(ids) : link('/parties'),
    }))
  return (
    <>
      <ChartFigure
        id="parties-by-category"
        finding={`${most.plural} are the most numerous: ${most.parties.value} of ${counts.parties.value} Parties`}
        chart={{
          kind: 'bars',
          of: { category: 'Party Category', value: 'Parties' },
          bars: shown.map(({ id, plural, parties, votingGroups }) => ({
            label: plural,
            value: parties.value,
            printed: `${parties.value} in ${count(votingGroups.value, 'Voting Group', 'Voting Groups')}`,
            href: link(`/parties?category=${encodeURIComponent(id)}`),
          })),
        }}
      />
      <div class="chart">
        <details>
          <summary>Every figure with its entries</summary>
          <FigureTable
            caption="Parties and Voting Groups by Party Category, each figure with its entries"
            columns={['Party Category', 'Parties', 'Voting Groups']}
            rows={[
              ...shown.map((one) => ({ label: one.plural, figures: figures(one) })),
              {
                label: 'All',
                figures: figures(counts),
                total: true,
                note:
                  sum > counts.parties.value
                    ? `${sum} over the categories, since some Parties are in two`
                    : undefined,
              },
            ]}
          />
        </details>
      </div>
      <IllustrativeNote
        some={illustrative > 0}
        what={`${illustrative.toLocaleString('en-GB')} of the Parties listed are illustrative in name, category, days and ownership`}
      />
      <p>
        <a href={link('/parties/voting-groups')}>Who forms a Voting Group with whom</a>
        {' · '}
        <a href={link('/parties/accessions-and-exits')}>Who joined and who left</a>
      </p>
    </>
  )
}

function Categories({ party }: { party: PartyShown }) {
  if (party.outsideCounts) return <>Outside all counts</>
  const labels = party.categories
    .map(({ label }) => label)
    .join(party.categoryIsCertain ? ' and ' : ' or ')
  return party.categoryIsCertain ? (
    labels
  ) : (
    <PossiblyMark because="the day of the change is known in part">{labels}</PossiblyMark>
  )
}

function Status({ party }: { party: PartyShown }) {
  const { standing, left, acceded } = party
  switch (standing) {
    case 'party':
      return <>Party</>
    case 'possibly':
      return (
        <PossiblyMark because={left ? `left ${left.date.words}` : `acceded ${acceded.words}`}>
          a Party
        </PossiblyMark>
      )
    case 'left':
      return <>Left {left?.date.words}</>
    case 'ahead':
      return <>Accedes {acceded.words}</>
  }
}

function HowKnown({ party, showing }: { party: PartyShown; showing: Showing }) {
  return (
    <a href={showing.entries(party.entries)}>
      {party.basis === 'decided-here' ? 'Entered here' : <BasisMark basis={party.basis} />}
    </a>
  )
}

const asOption = ({ id, label, count }: { id: string; label: string; count: number }) => ({
  value: id,
  label,
  count,
})

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`

function sortOf(sort: string | undefined) {
  const key = sort ?? 'name'
  return { key: key.replace('-', ''), falling: key.startsWith('-') }
}

/** What narrows the register, for the table of the same rows. */
function queryOf(query: Showing['query']): string {
  const kept = ['q', 'category', 'status', 'sort'].flatMap((name) =>
    query[name] ? [[name, query[name]]] : [],
  )
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}
