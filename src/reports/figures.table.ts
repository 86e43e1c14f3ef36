// The figures of a year's report as comma-separated values.

import { table } from '#web/page.ts'
import type { reportView } from './report.view.ts'

export const figuresTable = (view: ReturnType<typeof reportView>) =>
  table({
    view,
    at: '/reports/:year/figures.csv',
    columns: [
      'year',
      'key',
      'label',
      'value',
      'unit',
      'means',
      'facts',
      'possibly',
      'decided_here',
      'on_record',
      'known_by_count',
      'illustrative',
    ],
    rows: ({ year, details }) =>
      Object.values(details).map(({ key, label, value, unit, means, facts, possibly, bases }) => [
        year.name,
        key,
        label,
        value,
        unit,
        means,
        facts,
        possibly,
        bases['decided-here'],
        bases['on-record'],
        bases['known-by-count'],
        bases.illustrative,
      ]),
  })
