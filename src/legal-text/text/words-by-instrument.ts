// Which instrument made each word of a provision: its words as they stand, run by run.

import {
  FIELDS,
  fieldRange,
  type Own,
  type TextStore,
  wordEdits,
  wordsOfTokens,
} from '../engine/index.ts'
import type { Stretch } from './changes-of-text.ts'

/** A run of words and the stretch in which it came in, counted from the first. */
export interface MadeRun {
  readonly words: string
  readonly stretch: number
}

/** The words of the last of these texts (heading, lead and tail in turn), each with the text in which it first stood. */
export function madeRuns(stretches: readonly Stretch[], store: TextStore): readonly MadeRun[] {
  const [first, ...rest] = stretches
  if (!first) return []
  let own = first.tree.own
  let made: number[] = Array.from(own.tokens.ids, () => 0)
  rest.forEach(({ tree }, at) => {
    if (tree.own === own) return
    made = carried(own, tree.own, made, at + 1, store)
    own = tree.own
  })
  const out: MadeRun[] = []
  for (const field of FIELDS) {
    const [from, to] = fieldRange(own.tokens, field)
    for (let at = from; at < to; ) {
      let end = at + 1
      while (end < to && made[end] === made[at]) end++
      const words = wordsOfTokens(own.tokens, at, end, store.lexicon)
      if (words.trim() !== '') out.push({ words, stretch: made[at]! })
      at = end
    }
  }
  return out
}

function carried(before: Own, after: Own, made: readonly number[], now: number, store: TextStore) {
  const fresh: number[] = Array.from(after.tokens.ids, () => now)
  const edits = new Map(
    wordEdits(before, after, store.lexicon).map((one) => [one.field, one.words]),
  )
  for (const field of FIELDS) {
    const [a0, a1] = fieldRange(before.tokens, field)
    const [b0] = fieldRange(after.tokens, field)
    let [from, to] = [0, 0]
    const keep = (length: number) => {
      for (let at = 0; at < length; at++) fresh[b0 + to + at] = made[a0 + from + at]!
    }
    for (const edit of edits.get(field) ?? []) {
      keep(edit.a0 - from)
      from = edit.a1
      to = edit.b1
    }
    keep(a1 - a0 - from)
  }
  return fresh
}
