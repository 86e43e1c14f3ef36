// The registers of the text as comma-separated values, in the columns in which they can be imported.

import { table } from '#web/page.ts'
import { effectsView } from './effects.view.ts'

export const effectsTable = table({
  view: effectsView,
  at: '/code/effects.csv',
  columns: [
    'reference',
    'sentence',
    'layer',
    'mode',
    'provisions',
    'stands',
    'ends',
    'regions',
    'says',
    'basis',
    'source',
  ],
  rows: ({ effects }) =>
    effects.map((effect) => [
      effect.reference,
      effect.sentence,
      effect.layer,
      effect.mode,
      effect.provisions.join(';'),
      effect.stands,
      effect.ends,
      effect.regions.join(';'),
      effect.says,
      effect.basis,
      effect.source,
    ]),
})
