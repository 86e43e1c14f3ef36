// A figure, opened: what it counts, how it is known, and every fact beneath it.

import { DataTable } from '#web/data-table.tsx'
import { Docket, DocketSection } from '#web/docket.tsx'
import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import type { explainView, FactShown } from './report.view.ts'

export const explainPage = (view: ReturnType<typeof explainView>) =>
  page({
    view,
    heading: ({ label, year }) => ({
      title: label,
      kicker: year.name,
      trail: [
        { label: 'Reports', href: '/reports' },
        { label: year.name, href: `/reports/${year.name}` },
      ],
    }),
    body: (figure, { link, entries, reading }) => {
      const { printed, unit, means, counted, possible, bases, of, year, key, report } = figure
      const noun = (count: number) => (count === 1 ? of.one : of.many)
      return (
        <Docket
          headline={
            <>
              <b>{printed}</b>
              {unit && !printed.startsWith('£') && figure.value !== null ? ` ${unit}` : ''} in the{' '}
              <a href={link(`/reports/${year.name}`)}>
                {report} {year.name}
              </a>
            </>
          }
          facts={[
            { label: 'What it counts', value: means },
            { label: 'Year', value: year.words },
            {
              label: 'Beneath it',
              value:
                counted.length === 0
                  ? 'nothing on record'
                  : `${counted.length} ${noun(counted.length)}`,
            },
            ...basisFacts(bases),
            ...(possible.length > 0
              ? [
                  {
                    label: 'Possibly besides',
                    value: `${possible.length} ${noun(possible.length)}`,
                    note: 'Their dates are known only in part, so they are not counted',
                  },
                ]
              : []),
            {
              label: 'As known',
              value: reading.knownAt === null ? 'now' : reading.knownAt,
            },
            { label: 'Key', value: <code>{key}</code> },
          ]}
        >
          <DocketSection id="counted" title="What counts">
            {counted.length === 0 ? (
              <p>
                Nothing on record counts. {figure.value === null ? 'The figure is not known.' : ''}
              </p>
            ) : (
              <Facts
                facts={counted}
                caption={`What counts for ${figure.label}`}
                {...{ link, entries }}
              />
            )}
          </DocketSection>
          {possible.length > 0 && (
            <DocketSection id="possible" title="What possibly would">
              <Facts
                facts={possible}
                caption={`What possibly would count for ${figure.label}`}
                {...{ link, entries }}
              />
            </DocketSection>
          )}
        </Docket>
      )
    },
  })

function basisFacts(bases: Readonly<Record<string, number>>) {
  const words: Record<string, string> = {
    'decided-here': 'Entered here',
    'on-record': 'On record from a source',
    'known-by-count': 'Known by count only',
    illustrative: 'Illustrative',
  }
  return Object.entries(bases)
    .filter(([, count]) => count > 0)
    .map(([basis, count]) => ({ label: words[basis]!, value: String(count) }))
}

function Facts(props: {
  facts: readonly FactShown[]
  caption: string
  link: (href: string) => string
  entries: (ids: readonly string[]) => string
}) {
  const { facts, caption, link, entries } = props
  return (
    <DataTable<FactShown>
      caption={caption}
      captionUnseen
      columns={[
        {
          key: 'what',
          label: 'What',
          names: true,
          long: true,
          cell: ({ says, href }) => (href ? <a href={link(href)}>{says}</a> : says),
        },
        { key: 'when', label: 'When', long: true, cell: ({ when }) => when.words },
        {
          key: 'entries',
          label: 'How we know',
          cell: ({ basis, entries: ids, says }) => (
            <>
              <a href={entries(ids)}>
                {ids.length === 1 ? 'entry' : `${ids.length} entries`}
                <span class="unseen"> beneath {says}</span>
              </a>{' '}
              {basis !== 'decided-here' && <BasisMark basis={basis} />}
            </>
          ),
        },
      ]}
      rows={facts}
      rowKey={({ key }) => key}
    />
  )
}
