// `text match`: which provision of one text is which of another, by what clue, and how surely.

import { type Match, matchesOf } from './carried-identities.ts'
import { numbersOf, openingOf } from './provision-number.ts'
import type { ReadText, TextsRead } from './read-texts.ts'
import { asJson, type ExitCode, inColumns, type Tell, tellNotes } from './said.ts'

export interface MatchAsked {
  /** Leaves aside the identities that the files give. */
  readonly byContent: boolean
  /** Also the pairs that are equal and stand at the same number. */
  readonly all: boolean
  readonly json: boolean
}

/** Tells the pairs; 0 where every provision has a partner, 1 where some have none. */
export function matchTexts({ texts }: TextsRead, asked: MatchAsked, tell: Tell): ExitCode {
  const [a, b] = texts as [ReadText, ReadText]
  tellNotes(tell, [a, b])
  const matches = matchesOf(a, b, { content: asked.byContent })
  const numbers = { a: numbersOf(a.root), b: numbersOf(b.root) }
  const numberOf = (match: Match, side: 'a' | 'b'): string | null => {
    const tree = match[side]
    return tree && (numbers[side].get(tree.id) ?? '')
  }
  const isPlain = (match: Match): boolean =>
    match.a !== null &&
    match.b !== null &&
    match.a.own === match.b.own &&
    numberOf(match, 'a') === numberOf(match, 'b')
  const alone = matches.filter(({ a: one, b: other }) => !one || !other)
  const counts = {
    pairs: matches.length - alone.length,
    onlyInA: alone.filter(({ b: other }) => !other).length,
    onlyInB: alone.filter(({ a: one }) => !one).length,
  }
  const shown = matches.filter((match) => asked.all || !isPlain(match))
  if (asked.json)
    tell.answer(
      asJson({
        a: a.name,
        b: b.name,
        ...counts,
        matches: shown.map((match) => ({
          a: match.a && { id: match.a.id, number: numberOf(match, 'a') },
          b: match.b && { id: match.b.id, number: numberOf(match, 'b') },
          clue: match.clue,
          score: Math.round(match.score * 1000) / 1000,
        })),
      }),
    )
  else {
    const rows = shown.map((match) => [
      numberOf(match, 'a') ?? '-',
      numberOf(match, 'b') ?? '-',
      match.clue ?? (match.a ? 'only in A' : 'only in B'),
      match.clue ? match.score.toFixed(2) : '',
      openingOf((match.b ?? match.a)!),
    ])
    if (rows.length > 0) tell.answer(inColumns([['A', 'B', 'clue', 'likeness', 'words'], ...rows]))
    tell.beside(
      `${counts.pairs} pairs; ${counts.onlyInA} only in A, ${counts.onlyInB} only in B${asked.all ? '' : '; equal pairs at one number are left out (--all shows them)'}`,
    )
  }
  return alone.length === 0 ? 0 : 1
}
