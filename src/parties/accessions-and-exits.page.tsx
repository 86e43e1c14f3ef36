// Who joined and who left.

import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { accessionsAndExitsView, type HappeningShown } from './accessions-and-exits.view.ts'
import { IllustrativeNote } from './illustrative-note.tsx'

type Answer = NonNullable<ReturnType<typeof accessionsAndExitsView.answer>>

export const accessionsAndExitsPage = page({
  view: accessionsAndExitsView,
  heading: () => ({
    title: 'Accessions and exits',
    trail: [{ label: 'Parties', href: '/parties' }],
  }),
  body: (answer, { link, path, query, entries }) => (
    <Register<HappeningShown>
      path={path}
      query={query}
      noun={{ one: 'accession or exit', many: 'accessions and exits' }}
      count={answer.total}
      headline={sumOf(answer)}
      chart={
        <IllustrativeNote
          some={answer.happenings.some(({ basis }) => basis === 'illustrative')}
          what="Parties and days marked so are illustrative"
        />
      }
      facets={[
        {
          name: 'kind',
          label: 'Kind',
          options: answer.kinds.map(({ id, label, count }) => ({ value: id, label, count })),
        },
      ]}
      columns={[
        {
          key: 'what',
          label: 'What',
          names: true,
          cell: ({ name, party, kind }) => (
            <>
              <a href={link(`/parties/${party}`)}>{name}</a>{' '}
              {kind === 'accession' ? 'acceded' : 'left'}
            </>
          ),
        },
        { key: 'when', label: 'When', cell: ({ date }) => date.words },
        {
          key: 'how',
          label: 'How, and why',
          cell: ({ how, cause }) => [how ?? 'not known', cause].filter(Boolean).join('; '),
        },
        {
          key: 'basis',
          label: 'How we know',
          cell: ({ basis, entries: ids }) => (
            <a href={entries(ids)}>
              {basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}
            </a>
          ),
        },
      ]}
      rows={answer.happenings}
      rowKey={({ kind, party }) => `${kind} ${party}`}
      sort={null}
      pages={{
        from: answer.start,
        to: answer.start + answer.happenings.length - 1,
        ...(answer.next ? { next: { after: answer.next } } : {}),
      }}
      empty={{ sentence: 'Nobody is on record as having joined or left by this day.' }}
    />
  ),
})

function sumOf({ opening, accessions, exits, mechanisms, closing }: Answer): string {
  const how = mechanisms.map(({ mechanism, count }) => `${count} by ${mechanism}`).join(', ')
  const left = `${exits} ${exits === 1 ? 'exit' : 'exits'}${how ? ` (${how})` : ''}`
  const sum = `${accessions} ${accessions === 1 ? 'accession' : 'accessions'} less ${left}`
  return opening === null
    ? `${sum}: ${closing} Parties. Who stands outside all counts is listed, and not counted.`
    : `${opening} Parties and ${sum}: ${closing} Parties.`
}
