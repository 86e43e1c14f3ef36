// `text clashes`: which drafts of one base have to do with each other, and how badly.

import { type Clash, clashes, type Grade, type Proposal } from '#legal-text/engine/index.ts'
import { carried } from './carried-identities.ts'
import { numbersOf } from './provision-number.ts'
import type { ReadText, TextsRead } from './read-texts.ts'
import { asJson, type ExitCode, type Tell, tellNotes } from './said.ts'

const GRADE_SAID: Record<Grade, string> = {
  1: 'cannot both be made as they stand',
  2: 'both change the same provision',
  3: 'both change the same clause',
  4: 'one refers to what the other changes',
  5: 'one uses or defines a term that the other defines',
  6: 'both put something into one place, so their order counts',
  7: 'about a variation',
}

/** Of a base and two or more drafts of it: tells each pair that has anything to do with each other; 1 where one has. */
export function clashingTexts({ store, texts }: TextsRead, json: boolean, tell: Tell): ExitCode {
  const [base, ...drafts] = texts as [ReadText, ...ReadText[]]
  tellNotes(tell, texts)
  const proposals = drafts.map(
    (draft): Proposal => ({
      id: draft.name,
      baseline: base.root,
      draft: carried(store, base, draft),
    }),
  )
  return tellClashes(clashes(store, proposals), proposals, json, tell)
}

/** Tells clashes between proposals under the printed numbers of what they are about. */
export function tellClashes(
  found: readonly Clash[],
  proposals: readonly Proposal[],
  json: boolean,
  tell: Tell,
): ExitCode {
  const numbers = proposals.flatMap(({ baseline, draft }) => [
    numbersOf(baseline),
    numbersOf(draft),
  ])
  const numberOf = (id: string): string =>
    numbers.map((known) => known.get(id as never)).find((number) => number) || id
  const told = found.map(({ between, grade, grades }) => ({
    between,
    grade,
    grades: [...grades]
      .toSorted(([one], [other]) => one - other)
      .map(([each, ids]) => ({
        grade: each,
        says: GRADE_SAID[each],
        provisions: ids.map((id) => ({ id, number: numberOf(id) })),
      })),
  }))
  if (json) tell.answer(asJson({ clashes: told }))
  else
    for (const { between, grades } of told)
      for (const { grade, says, provisions } of grades) {
        const shown = provisions.slice(0, 10).map(({ number }) => number)
        const more = provisions.length > 10 ? ` and ${provisions.length - 10} more` : ''
        tell.answer(`${grade}  ${between.join(' and ')}: ${says}: ${shown.join(', ')}${more}\n`)
      }
  return told.length === 0 ? 0 : 1
}
