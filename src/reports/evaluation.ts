// An evaluation: whether an objective of the code was met in a year, as the Panel judged it.

import type { Event } from '#journal/entry.ts'
import type { Fold } from '#journal/fold.ts'

export type ObjectiveEvaluated = Event<
  'ObjectiveEvaluated',
  {
    /** The name of the year, such as 2016-17. */
    readonly year: string
    /** The objective's lasting id. */
    readonly objective: string
    /** One of the marks that the rulebook names. */
    readonly mark: string
    readonly notes: string | null
    /** Which evaluation of this objective and year it is, from 1: the newest stands. */
    readonly ordinal: number
  }
>

export type EvaluationEvent = ObjectiveEvaluated

/** What rules need to know of the evaluations of one objective for one year. */
export interface Evaluated {
  readonly times: number
  readonly mark: string | null
  readonly notes: string | null
}

export const notEvaluated: Evaluated = { times: 0, mark: null, notes: null }

export function evolveEvaluated({ times }: Evaluated, event: EvaluationEvent): Evaluated {
  switch (event.type) {
    case 'ObjectiveEvaluated':
      return { times: times + 1, mark: event.data.mark, notes: event.data.notes }
  }
}

const keyOf = ({ year, objective }: ObjectiveEvaluated['data'], ordinal: number) =>
  `${year}/${objective}/${ordinal}`

/** By year, objective and ordinal; an evaluation holds until the next one of the same objective and year. */
export const evaluationsKept: Fold<ObjectiveEvaluated['data'], EvaluationEvent> = {
  name: 'reports.evaluations',
  edition: 1,
  on: {
    ObjectiveEvaluated: ({ data }, evaluations) => {
      if (data.ordinal > 1) evaluations.close(keyOf(data, data.ordinal - 1))
      evaluations.open(keyOf(data, data.ordinal), data)
    },
  },
}
