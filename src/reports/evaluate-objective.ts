// Sets the mark of an objective for a year: the Panel's judgement, entered for it.

import { z } from 'zod'
import { type RegulatoryYear, regulatoryYear } from '#calendar/regulatory-year.ts'
import { type Command, command, type Rule } from '#decision/command.ts'
import { perhaps, referenceField } from '#decision/on-record.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import {
  type Evaluated,
  type EvaluationEvent,
  evolveEvaluated,
  notEvaluated,
} from './evaluation.ts'
import type { ReportedCodes } from './reported-code.ts'

const input = z.object({
  year: referenceField('the year').meta({ label: 'Year', hint: 'Its name, such as 2016-17' }),
  objective: referenceField('the objective').meta({
    label: 'Objective',
    hint: 'Its lasting id, such as general-1',
  }),
  mark: referenceField('the mark').meta({
    label: 'Mark',
    hint: 'One of the marks that the rulebook names, such as continues',
  }),
  notes: perhaps.meta({ label: 'Notes', hint: 'What the judgement rests on' }),
})
type Evaluate = z.output<typeof input>
type EvaluationRule = Rule<Evaluate, Evaluated, undefined>

/** The command, for the codes whose years are known. */
export function evaluateObjective(
  codes: ReportedCodes,
): Command<Evaluate, Evaluated, EvaluationEvent> {
  const yearIsOver: EvaluationRule = ({ year }, _evaluated, { code, today }) => {
    const startsOn = codes(code)?.startsOn
    const named = startsOn === undefined ? undefined : yearNamed(year, startsOn)
    if (!named)
      return {
        says: `This code has no year named ${year}`,
        field: 'year',
        came: year,
        instead: 'Name a year as its reports do',
      }
    return named.to < today
      ? undefined
      : {
          says: `The year ${year} is not over yet`,
          field: 'year',
          expected: `a year that ended before ${today}`,
          came: year,
          instead: 'Evaluate it when it has ended',
        }
  }

  return command<Evaluate, Evaluated, EvaluationEvent>({
    name: 'evaluate-objective',
    at: 'POST /reports/evaluations',
    title: 'Evaluate an objective',
    why: 'The yearly report says of each objective whether it was met. The mark is the judgement of those who answer for the code; until it is entered, the report says that it is not known.',
    may: 'operator',
    onRecord: false,
    input,
    stream: ({ year, objective }) => `evaluation:${year}.${objective}`,
    starting: notEvaluated,
    evolve: evolveEvaluated,
    rules: { yearIsOver, objectiveIsOfTheYear, markIsInTheRulebook, evaluationSaysSomethingNew },
    class: 'white',
    decide: (evaluation, { times }) => [
      { type: 'ObjectiveEvaluated', data: { ...evaluation, ordinal: times + 1 } },
    ],
    shownAt: ({ year }) => `/reports/${year}`,
  })
}

const objectiveIsOfTheYear: EvaluationRule = ({ objective }, _evaluated, { rulebook }) => {
  const objectives = rulebook.objectives.filter(({ holds }) => holds !== 'not')
  return objectives.some(({ id }) => id === objective)
    ? undefined
    : {
        says: `The rulebook names no objective ${objective}`,
        field: 'objective',
        expected: objectives.map(({ id }) => id).join(', ') || 'a rulebook that names objectives',
        came: objective,
      }
}

const markIsInTheRulebook: EvaluationRule = ({ mark }, _evaluated, { rulebook }) => {
  const marks = marksOf(rulebook)
  return marks.some((one) => one.mark === mark)
    ? undefined
    : {
        says: `The rulebook names no mark ${mark}`,
        field: 'mark',
        expected: marks.map((one) => one.mark).join(', ') || 'a rulebook that names marks',
        came: mark,
      }
}

const evaluationSaysSomethingNew: EvaluationRule = ({ mark, notes }, evaluated) =>
  evaluated.times > 0 && evaluated.mark === mark && evaluated.notes === notes
    ? {
        says: 'The evaluation on record says the same',
        field: 'mark',
        came: mark,
        instead: 'Enter an evaluation only where the mark or its notes change',
      }
    : undefined

/** A mark that an objective can be given, with its words. */
export interface Mark {
  readonly mark: string
  readonly label: string
}

/** The marks that a rulebook names; none where it names none. */
export function marksOf(rulebook: Rulebook): readonly Mark[] {
  const parameter = 'objectives.marks'
  if (!rulebook.knows(parameter)) return []
  return rulebook
    .table(parameter)
    .map(({ mark, label }) => ({ mark: String(mark), label: String(label) }))
}

/** The year of a name, or nothing where a code has no such year. */
export function yearNamed(name: string, startsOn: string): RegulatoryYear | undefined {
  try {
    return regulatoryYear(name, startsOn)
  } catch {
    return undefined
  }
}
