// The seats of a body as a table, each with the time for which it holds.

import type { JSX } from 'preact'
import { DataTable } from '#web/data-table.tsx'
import { ConfidenceMark, StateMark } from '#web/marks.tsx'
import type { SeatShown } from './seat.ts'

export function SeatTable({ seats }: { seats: readonly SeatShown[] }): JSX.Element {
  return (
    <DataTable
      caption="Seats, with the time for which each holds"
      columns={[
        { key: 'seat', label: 'Seat', names: true, cell: ({ label }) => label },
        { key: 'number', label: 'How many', cell: printNumber },
        { key: 'holds', label: 'On this day', cell: ({ holds }) => holding(holds) },
        {
          key: 'time',
          label: 'Time',
          cell: ({ opens, closes }) => (
            <div class="long">
              {closes ? `opened ${opens.words}, closed ${closes.words}` : `opened ${opens.words}`}
            </div>
          ),
        },
        {
          key: 'votes',
          label: 'Vote',
          cell: ({ votes }) => (votes ? voting[votes] : 'not stated'),
        },
        {
          key: 'filled',
          label: 'Filled by',
          cell: ({ filledBy, termMonths }) =>
            `${filledBy ?? 'not stated'}${termMonths ? `, ${termMonths} months` : ''}`,
        },
        {
          key: 'clause',
          label: 'Clause',
          cell: ({ clause, confidence, clauseConfidence }) => (
            <>
              {clause ?? 'none stated'}{' '}
              <ConfidenceMark confidence={clauseConfidence ?? confidence} />
            </>
          ),
        },
      ]}
      rows={seats}
      rowKey={({ kind, opens, closes }) => `${kind} ${opens.date} ${closes?.date ?? ''}`}
      why={({ note }) => note}
    />
  )
}

const voting = { one: 'one each', casting: 'casting vote only', none: 'none' } as const

function printNumber({ number, perVotingGroup, votes }: SeatShown): string {
  if (perVotingGroup) return 'one for each Voting Group'
  if (number !== null) return String(number)
  return votes === 'none' ? 'attends' : 'not known'
}

function holding(holds: SeatShown['holds']): JSX.Element {
  switch (holds) {
    case 'certainly':
      return <StateMark word="Holds" tone="open" />
    case 'possibly':
      return <StateMark word="Possibly" tone="due" />
    case 'not':
      return <StateMark word="Does not hold" tone="ended" />
  }
}
