// One parameter of the rulebook.

import type { JSX } from 'preact'
import type { ParameterRow, ParameterValue } from '#rulebook/rulebook-file.ts'
import { DataTable } from '#web/data-table.tsx'
import { Docket, DocketSection } from '#web/docket.tsx'
import { page } from '#web/page.ts'
import { printInstant } from '#web/printed.ts'
import { SourceText } from '#web/source-text.tsx'
import { Timeline } from '#web/timeline.tsx'
import { parameterView } from './parameter.view.ts'
import { printClause, StandingMark } from './standing-mark.tsx'

export const parameterPage = page({
  view: parameterView,
  heading: ({ name }) => ({
    title: name,
    kicker: 'Parameter of the rulebook',
    trail: [{ label: 'Rulebook', href: '/rulebook' }],
  }),
  body: (parameter, { entries, link, nameOf, reading }) => {
    const { standing, entries: ids, words, inForce } = parameter
    const rows = rowsIn(parameter.value)
    const entry = ids.length > 0 ? { label: 'entry', href: entries(ids) } : undefined
    return (
      <Docket
        state={<StandingMark standing={standing} href={entry?.href} />}
        headline={
          inForce ? parameter.says : `The rulebook of this day does not have it. ${parameter.says}`
        }
        facts={[
          { label: 'Value', value: words, entry },
          { label: 'Kind of value', value: parameter.looksLike },
          { label: 'Clause', value: printClause(parameter), entry },
          {
            label: 'How sure the file is',
            value: parameter.confidence
              ? `${parameter.confidence}${parameter.grade ? `, ${parameter.grade}` : ''}`
              : 'the value is not known',
          },
          {
            label: 'Source',
            value: parameter.source === null ? 'none' : <SourceText source={parameter.source} />,
          },
          { label: 'Note', value: parameter.note ?? 'none' },
          { label: 'Reads so from', value: parameter.from.words, entry },
        ]}
      >
        {rows.length > 0 && (
          <DocketSection id="rows" title="Its rows">
            <Rows rows={rows} words={words} />
          </DocketSection>
        )}
        {reading.viewer.name === 'operator' && (
          <DocketSection id="confirm" title="Confirm it">
            <p>
              If you have read it in the code, confirm the value and the clause; if it reads
              otherwise, confirm what it says.
            </p>
            <p>
              <a href={link(confirming(parameter))}>Confirm {parameter.name}</a>
            </p>
          </DocketSection>
        )}
        <DocketSection id="history" title="How it has read">
          <Timeline
            label="How it has read, newest first"
            items={parameter.history.map((spell) => ({
              when: `from ${spell.from.words}`,
              day: spell.from.date,
              title: spell.words,
              body: (
                <>
                  <StandingMark
                    standing={spell.standing}
                    href={spell.entries.length > 0 ? entries(spell.entries) : undefined}
                  />{' '}
                  {spell.clause && `Clause ${printClause(spell)}. `}
                  {spell.until && `Until the day before ${spell.until.words}.`}
                </>
              ),
              ahead: spell.ahead,
            }))}
          />
        </DocketSection>
        <DocketSection id="confirmations" title="Who confirmed it">
          {parameter.confirmations.length === 0 ? (
            <p>Nobody has confirmed it yet.</p>
          ) : (
            <Timeline
              label="Confirmations, newest first"
              items={parameter.confirmations.map((confirmation) => ({
                when: `from ${confirmation.from.words}`,
                day: confirmation.from.date,
                title: confirmation.words,
                body: `Confirmed by ${nameOf(confirmation.by)} at ${printInstant(confirmation.recordedAt)}${confirmation.clause ? `, clause ${confirmation.clause}` : ''}${confirmation.seenIn ? `, seen in ${confirmation.seenIn}` : ''}.`,
                entry: { label: 'entry', href: entries(confirmation.entries) },
              }))}
            />
          )}
        </DocketSection>
      </Docket>
    )
  },
})

/** The address of the form, filled with what the rulebook says now. */
function confirming({
  name,
  value,
  clause,
  from,
}: {
  name: string
  value: ParameterValue | null
  clause: string | null
  from: { date: string }
}): string {
  const typed = new URLSearchParams({ parameter: name, from: from.date })
  if (value !== null) typed.set('value', typedAs(value))
  if (clause) typed.set('clause', clause)
  return `/desk/confirm-parameter?${typed}`
}

function typedAs(value: ParameterValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return String(value)
  return value.some((item) => typeof item === 'object') ? JSON.stringify(value) : value.join('; ')
}

function Rows({ rows, words }: { rows: readonly ParameterRow[]; words: string }): JSX.Element {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return (
    <DataTable<ParameterRow>
      caption={words}
      columns={columns.map((name, index) => ({
        key: name,
        label: name,
        names: index === 0,
        cell: (row) => printCell(row[name]),
      }))}
      rows={rows}
      rowKey={(row) => JSON.stringify(row)}
    />
  )
}

/** The rows of a value that is a table. */
function rowsIn(value: ParameterValue | null): readonly ParameterRow[] {
  return Array.isArray(value)
    ? value.filter((item): item is ParameterRow => typeof item === 'object')
    : []
}

function printCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return String(cell)
}
