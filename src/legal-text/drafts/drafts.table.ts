// The drafts, and their clashes, as comma-separated values.

import { table } from '#web/page.ts'
import { clashesView } from './clashes.view.ts'
import { draftsView } from './drafts.view.ts'

export const draftsTable = table({
  view: draftsView,
  at: '/code/drafts.csv',
  columns: [
    ...['modification', 'title', 'state', 'class', 'starts', 'touches'],
    ...['worst_grade', 'worst_with', 'basis', 'source'],
  ],
  rows: ({ drafts }) =>
    drafts.map(({ touches, worst, starts, ...draft }) => [
      draft.modification,
      draft.title,
      draft.state,
      draft.class,
      starts.text,
      touches
        .map(({ number }) => number)
        .filter(Boolean)
        .join(';'),
      worst?.grade ?? null,
      worst?.with.join(';') ?? null,
      draft.basis,
      draft.source,
    ]),
})

export const clashesTable = table({
  view: clashesView,
  at: '/code/clashes.csv',
  columns: ['one', 'other', 'grade', 'word', 'provisions'],
  rows: ({ clashes }) =>
    clashes.flatMap(({ between, grades }) =>
      grades.map(({ grade, word, provisions }) => [
        between[0]!,
        between[1]!,
        grade,
        word,
        provisions.map(({ called }) => called).join(';'),
      ]),
    ),
})
