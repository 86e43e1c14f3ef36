// Registers: filled, narrowed to nothing, and empty.

import { ChartFigure } from '#web/chart.tsx'
import { renderPage } from '#web/layout.tsx'
import { BasisMark, StateMark, type Tone } from '#web/marks.tsx'
import { Register, type RegisterProps } from '#web/register.tsx'
import { elsewhen, modelFrame } from './model-frame.ts'

type Row = {
  number: string
  title: string
  state: string
  tone: Tone
  raised: string
  working: number
  why: string
}

const rows: readonly Row[] = [
  [
    'M0001',
    'Digits shown on the display',
    'Refinement',
    'open',
    '1 March 2026',
    62,
    'Changes what every supplier’s display must show from June 2027',
  ],
  [
    'M0002',
    'Publishing the test calendar a quarter ahead',
    'Approved',
    'approved',
    '5 May 2026',
    48,
    'Parties can plan their testing one quarter sooner',
  ],
  [
    'M0003',
    'A second witness for key ceremonies',
    'With the Authority',
    'due',
    '31 May 2026',
    97,
    'The Authority’s decision is awaited by 11 December 2026',
  ],
  [
    'M0004',
    'Removal of the paper register',
    'Rejected',
    'rejected',
    '14 June 2026',
    40,
    'Stays as it is: two categories voted against',
  ],
  [
    'M0005',
    'Quorum by video link',
    'Withdrawn',
    'ended',
    '2 July 2026',
    11,
    'Withdrawn by its proposer before refinement began',
  ],
  [
    'M0006',
    'Handling of confidential responses to consultations',
    'Raised',
    'open',
    'in October 2026',
    3,
    'Decides who may read a response marked confidential',
  ],
].map(
  ([number, title, state, tone, raised, working, why]) =>
    ({ number, title, state, tone, raised, working, why }) as Row,
)

function register(change: Partial<RegisterProps<Row>>) {
  const props: RegisterProps<Row> = {
    path: '/modifications',
    query: {},
    noun: { one: 'modification', many: 'modifications' },
    count: 6,
    headline:
      '6 modifications are on record: 2 are open, 1 waits for the Authority until Friday 11 December 2026.',
    chart: (
      <ChartFigure
        id="outcomes"
        finding="Half of the six modifications are still open"
        chart={{
          kind: 'outcomes',
          of: 'Register',
          rows: [
            {
              label: 'All',
              parts: [
                { label: 'open', value: 2, tone: 'open', href: '/modifications?state=open' },
                { label: 'with the Authority', value: 1, tone: 'due' },
                { label: 'approved', value: 1, tone: 'approved' },
                { label: 'rejected', value: 1, tone: 'rejected' },
                { label: 'withdrawn', value: 1, tone: 'ended' },
              ],
            },
          ],
        }}
      />
    ),
    facets: [
      {
        name: 'state',
        label: 'State',
        options: [
          { value: 'open', label: 'Open', count: 2 },
          { value: 'authority', label: 'With the Authority', count: 1 },
          { value: 'approved', label: 'Approved', count: 1 },
          { value: 'rejected', label: 'Rejected', count: 1 },
          { value: 'withdrawn', label: 'Withdrawn', count: 1 },
        ],
      },
      {
        name: 'path',
        label: 'Path',
        options: [
          { value: '2', label: 'Path 2: Authority determines', count: 4 },
          { value: '3', label: 'Path 3: self-governance', count: 2 },
        ],
      },
    ],
    search: { name: 'q', label: 'Find within' },
    columns: [
      { key: 'number', label: 'Number', sortable: true, cell: (row) => row.number },
      {
        key: 'title',
        label: 'Title',
        names: true,
        sortable: true,
        cell: (row) => <a href={`/modifications/${row.number}`}>{row.title}</a>,
      },
      {
        key: 'state',
        label: 'State',
        sortable: true,
        cell: (row) => <StateMark word={row.state} tone={row.tone} />,
      },
      { key: 'raised', label: 'Raised', sortable: true, cell: (row) => row.raised },
      {
        key: 'days',
        label: 'Working Days',
        numeric: true,
        sortable: true,
        cell: (row) => row.working,
      },
      {
        key: 'basis',
        label: 'Basis',
        cell: (row) => <BasisMark basis={row.working > 50 ? 'on-record' : 'illustrative'} />,
      },
    ],
    rows,
    rowKey: (row) => row.number,
    why: (row) => row.why,
    sort: { key: 'number', falling: false },
    pages: { next: { after: 'TTAwMDY' }, from: 1, to: 6 },
    csv: '/modifications.csv',
    empty: {
      sentence: 'No modification has been raised under this code yet.',
      action: { label: 'Raise the first one', href: '/modifications/raise' },
    },
    ...change,
  }
  return <Register {...props} />
}

const nothing: Partial<RegisterProps<Row>> = {
  rows: [],
  count: 0,
  headline: 'No modifications.',
  chart: undefined,
}

export const registerSpecimens = [
  {
    name: 'register',
    html: renderPage({ ...modelFrame('Modifications', { trail: [] }), children: register({}) }),
  },
  {
    name: 'register-elsewhen',
    html: renderPage({
      ...modelFrame('Modifications', {
        ...elsewhen,
        notice: 'Your subscription to this register has been entered.',
      }),
      children: register({
        query: { ...elsewhen.query, state: 'open', sort: '-raised' },
        sort: { key: 'raised', falling: true },
      }),
    }),
  },
  {
    name: 'register-no-result',
    html: renderPage({
      ...modelFrame('Modifications', { query: { q: 'zebra' } }),
      children: register({ ...nothing, query: { q: 'zebra' } }),
    }),
  },
  {
    name: 'register-empty',
    html: renderPage({
      ...modelFrame('Modifications', {
        ...elsewhen,
        record: { position: 0, hash: '', empty: true },
        viewer: { label: 'Operator' },
      }),
      children: register({ ...nothing, facets: [], search: undefined }),
    }),
  },
]
