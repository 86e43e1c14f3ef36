// `text check`: references and defined terms that do not hold.

import { check, type Finding, type Level } from '#legal-text/engine/index.ts'
import { numbersOf, provisionNamed } from './provision-number.ts'
import type { ReadText } from './read-texts.ts'
import { asJson, type ExitCode, inColumns, type Tell, tellNotes } from './said.ts'

export const LEVELS = ['error', 'warning', 'info'] as const satisfies readonly Level[]

export interface CheckAsked {
  readonly provision: string | undefined
  /** The least grave level that is told. */
  readonly level: Level
  readonly json: boolean
}

const SAID: Record<Finding['kind'], string> = {
  'target-absent': 'refers to what is not in this text',
  'target-repealed': 'refers to what is repealed or not used',
  'target-not-found': 'refers to a place that was not found',
  'number-differs': 'the printed number is not the number of what it refers to',
  'target-varied': 'refers to what is under a variation',
  'range-gap': 'a range with a number in it that is missing or not used',
  'term-defined-twice': 'defined twice',
  'term-never-used': 'defined and never used',
  'term-in-small-letters': 'a defined term in small letters',
  'term-not-defined': 'in capitals as a term, and defined nowhere',
  'term-other-scope': 'used where none of its definitions reaches',
  'definitions-without-definition': 'headed as definitions, and none was found here',
  'number-twice': 'the same number twice under one provision',
}

/** Tells the findings; 1 where one of them is an error. */
export function checkText(
  read: ReadText,
  { provision, level, json }: CheckAsked,
  tell: Tell,
): ExitCode {
  tellNotes(tell, [read])
  const { root, name } = read
  const scope = provision === undefined ? {} : { scope: provisionNamed(root, provision, name).id }
  const all = check(root, scope)
  const shown = all.filter((one) => LEVELS.indexOf(one.level) <= LEVELS.indexOf(level))
  const numbers = numbersOf(root)
  const counts = LEVELS.map((one) => all.filter((found) => found.level === one).length)
  const [errors, warnings, infos] = counts
  if (json)
    tell.answer(
      asJson({
        name,
        counts: { error: errors, warning: warnings, info: infos },
        findings: shown.map((one) => ({
          ...one,
          number: numbers.get(one.id) ?? '',
          ...(one.other ? { otherNumber: numbers.get(one.other) ?? null } : {}),
        })),
      }),
    )
  else {
    tell.answer(
      inColumns(
        shown.map((one) => [
          one.level,
          numbers.get(one.id) || one.id,
          `"${one.words}": ${SAID[one.kind]}${one.other && numbers.get(one.other) ? ` (${numbers.get(one.other)})` : ''}`,
        ]),
      ),
    )
    tell.beside(`${errors} errors, ${warnings} warnings, ${infos} remarks; told down to ${level}`)
  }
  return errors === 0 ? 0 : 1
}
