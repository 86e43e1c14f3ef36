import { describe, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { thePublic } from '#journal/information-class.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import { given } from '../../tests/given.ts'
import { evaluateObjective } from './evaluate-objective.ts'

const sec = loadCodes(new URL('../../codes/', import.meta.url).pathname).get('sec')!
const command = evaluateObjective(() => ({
  title: 'A code',
  short: 'A code',
  says: 'A code.',
  yearLabel: 'Year',
  startsOn: '04-01',
  recordStart: day('2013-09-23'),
  report: undefined,
}))
const setting = {
  code: 'sec',
  today: day('2017-06-01'),
  rulebook: (on: ReturnType<typeof day>) => rulebookOn(sec.rulebookFiles, [], on),
}
const evaluation = { year: '2016-17', objective: 'general-1', mark: 'continues' }
const evaluated = {
  stream: 'evaluation:2016-17.general-1',
  type: 'ObjectiveEvaluated',
  data: { ...evaluation, notes: null, ordinal: 1 },
}

describe('evaluating an objective', () => {
  it('sets its mark for the year', () =>
    given([], setting)
      .when(command, evaluation)
      .thenEntered([
        { type: 'ObjectiveEvaluated', data: { ...evaluation, notes: null, ordinal: 1 } },
      ]))

  it('may be done again where the judgement changes', () =>
    given([evaluated], setting)
      .when(command, { ...evaluation, mark: 'will-be-met' })
      .thenEntered([{ type: 'ObjectiveEvaluated', data: { mark: 'will-be-met', ordinal: 2 } }]))

  it('is refused where it says what stands already', () =>
    given([evaluated], setting).when(command, evaluation).thenRefused('evaluationSaysSomethingNew'))

  it('is refused for a year that is not over', () =>
    given([], setting)
      .when(command, { ...evaluation, year: '2017-18' })
      .thenRefused('yearIsOver'))

  it('is refused for a year of another name', () =>
    given([], setting)
      .when(command, { ...evaluation, year: '2016' })
      .thenRefused('yearIsOver'))

  it('is refused for an objective and a mark that the rulebook does not name', () =>
    given([], setting)
      .when(command, { ...evaluation, objective: 'general-99', mark: 'splendid' })
      .thenRefused('objectiveIsOfTheYear', 'markIsInTheRulebook'))

  it('is closed to the public', () =>
    given([], setting).when(command, evaluation, thePublic).thenNotAllowed())
})
