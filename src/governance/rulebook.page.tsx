// The rulebook of a day, with what nobody has verified marked and counted.

import type { JSX } from 'preact'
import { ChartFigure } from '#web/chart.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { SourceText } from '#web/source-text.tsx'
import { type EntryShown, parts, rulebookView } from './rulebook.view.ts'
import { printClause, StandingMark } from './standing-mark.tsx'

export const rulebookPage = page({
  view: rulebookView,
  heading: () => ({ title: 'Rulebook' }),
  body: (answer, { link, entries, path, query, reading }) => {
    const { stated, unverified, since, standings, strays } = answer
    return (
      <>
        {strays.length > 0 && <Strays strays={strays} />}
        <Register<EntryShown>
          path={path}
          query={query}
          noun={{ one: 'rule', many: 'rules' }}
          count={answer.total}
          headline={
            <>
              {stated === 0 ? 'The rulebook says nothing on this day.' : null}
              {stated > 0 && (
                <>
                  Nobody has verified {unverified} of {stated} rules yet: they are recalled,
                  assumed, or have no known value.
                </>
              )}{' '}
              {since && <>The rulebook has read so since {since.words}. </>}
              <a href={link('/rulebook-confirmations')}>What has been confirmed</a>
            </>
          }
          chart={
            stated > 0 && (
              <ChartFigure
                id="rulebook-standings"
                finding={`${stated - unverified} of ${stated} rules are seen in a source or confirmed`}
                chart={{
                  kind: 'bars',
                  of: { category: 'How sure', value: 'Rules' },
                  bars: standings.map(({ name, label, count }) => ({
                    label,
                    value: count,
                    href: link(`/rulebook?standing=${name}`),
                  })),
                }}
              />
            )
          }
          search={{ name: 'q', label: 'Words in the rulebook' }}
          facets={[
            {
              name: 'part',
              label: 'Part',
              options: answer.parts.map(({ name, label, count }) => ({
                value: name,
                label,
                count,
              })),
            },
            {
              name: 'standing',
              label: 'How sure',
              options: [
                { value: 'unverified', label: 'All unverified', count: unverified },
                ...standings.map(({ name, label, count }) => ({ value: name, label, count })),
              ].filter(({ count }) => count > 0),
            },
          ]}
          columns={[
            { key: 'name', label: 'Rule', names: true, cell: (entry) => nameOf(entry, link) },
            {
              key: 'value',
              label: 'Value',
              cell: ({ words, holds }) => (
                <div class="long">{holds === 'possibly' ? `${words} (possibly)` : words}</div>
              ),
            },
            {
              key: 'standing',
              label: 'How sure',
              cell: ({ standing, entries: ids }) => (
                <StandingMark
                  standing={standing}
                  href={ids.length > 0 ? entries(ids) : undefined}
                />
              ),
            },
            {
              key: 'clause',
              label: 'Clause',
              cell: (entry) => <div class="long">{printClause(entry)}</div>,
            },
            {
              key: 'source',
              label: 'Source',
              cell: ({ source }) => (source === null ? 'none' : <SourceText source={source} />),
            },
          ]}
          rows={answer.entries}
          rowKey={({ id }) => id}
          why={({ says, part, name, note }) =>
            [says === name ? parts[part] : says, note].filter(Boolean).join(' ')
          }
          sort={null}
          pages={{
            from: answer.entries.length === 0 ? 0 : 1,
            to: answer.entries.length,
            ...(answer.next ? { next: { after: answer.next } } : {}),
          }}
          csv={link('/rulebook.csv')}
          empty={{
            sentence: `No rulebook holds on this day for the code ${reading.code}. State one in the code’s folder of data, in a file named by the day from which it holds; or look at another day.`,
          }}
        />
      </>
    )
  },
})

function nameOf({ part, name }: EntryShown, link: (href: string) => string) {
  switch (part) {
    case 'parameters':
      return <a href={link(`/rulebook/${name}`)}>{name}</a>
    case 'bodies':
      return <a href={link(`/bodies/${name}`)}>{name}</a>
    default:
      return name
  }
}

type StraysProps = {
  strays: readonly { parameter: string; from: { words: string }; why: string }[]
}

function Strays({ strays }: StraysProps): JSX.Element {
  return (
    <section class="notice notice-info" aria-labelledby="strays">
      <h2 id="strays">Confirmations that change nothing</h2>
      <p>The rulebook has changed since, so that these no longer fit it. Confirm them anew:</p>
      <ul>
        {strays.map(({ parameter, from, why }) => (
          <li key={`${parameter} ${from.words}`}>
            <b>{parameter}</b>, from {from.words}: {why}.
          </li>
        ))}
      </ul>
    </section>
  )
}
