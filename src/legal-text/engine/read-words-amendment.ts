// What an instruction says of the words of one provision: “after … insert …”, “for … substitute …”, “delete …”.
import { fieldWords, paragraphsOf, spliceWords } from './field-words.ts'
import { type Folded, QUOTATION } from './instruction-lines.ts'
import type { Own, Tree } from './model.ts'
import type { Op } from './op.ts'
import { readOrdinal } from './provision-name.ts'
import { quoted } from './quoted-words.ts'
import type { Misread, Read } from './read-instruction.ts'
import { contentOf, type TextStore } from './store.ts'
import type { Field } from './tokens.ts'
import { placesOf, quoteBefore, spacedFor, spanToStrike } from './word-spacing.ts'

const Q = QUOTATION
const NTH = String.raw`(?:the\s+)?(?:(\S+)\s+)?`
const EXACTLY = String.raw`(exactly\s+)?`
const EVERYWHERE = String.raw`(\s+wherever\s+it\s+occurs)?`
const line = (words: string): RegExp => new RegExp(`^${words}$`, 'i')
const INSERT = line(String.raw`(after|before)\s+${NTH}${Q},?\s+(?:insert|add)\s+${EXACTLY}${Q}`)
const AT_END = line(String.raw`at\s+the\s+(beginning|end),?\s+(?:insert|add)\s+${EXACTLY}${Q}`)
const FOR = line(
  String.raw`(?:for|replace)\s+${NTH}${Q},?\s+(?:substitute|with|by|put)\s+${Q}${EVERYWHERE}`,
)
const DELETE = line(String.raw`(?:delete|omit|strike)\s+${EXACTLY}${NTH}${Q}${EVERYWHERE}`)

/** One edit of words, by character. */
interface Splice {
  readonly from: number
  readonly to: number
  readonly ins: string
}

const misread = (expected: string, found: string): Misread => ({ expected, found })

const shown = (words: string): string => (words === '' ? 'no words' : quoted(words.slice(0, 120)))

/** Where a quotation stands that is meant to stand once, or as the ordinal says; all places with `everywhere`. */
const placesMeant = (
  words: string,
  quote: string,
  nth: string | undefined,
  everywhere: boolean,
): number[] | Misread => {
  const places = placesOf(words, quote)
  if (places.length === 0) return misread(`${quoted(quote)} in these words`, shown(words))
  if (everywhere)
    return places.filter((at, n) => n === 0 || at >= (places[n - 1] as number) + quote.length)
  if (nth === undefined)
    return places.length === 1
      ? places
      : misread(
          `${quoted(quote)} once, or which is meant, as in: the 2nd ${quoted(quote)}`,
          `it ${places.length} times`,
        )
  const n = readOrdinal(nth)
  if (n === null) return misread('an ordinal such as 2nd before the quotation', nth)
  const place = places[n - 1]
  return place === undefined
    ? misread(`${quoted(quote)} ${n} times`, `it ${places.length} times`)
    : [place]
}

const isMisread = (one: object): one is Misread => 'expected' in one

const splicesOf = (words: string, said: Folded): Splice[] | Misread => {
  const quotation = (n: string | undefined): string => said.quotations[Number(n)] ?? ''
  const insertAt = (at: number, exactly: string | undefined, fresh: string): Splice => ({
    from: at,
    to: at,
    ins: exactly ? fresh : spacedFor(words, at, fresh),
  })
  const insert = INSERT.exec(said.words)
  if (insert) {
    const [, where, nth, quote, exactly, fresh] = insert
    const places = placesMeant(words, quotation(quote), nth, false)
    if (isMisread(places)) return places
    const at =
      (places[0] as number) + (where?.toLowerCase() === 'after' ? quotation(quote).length : 0)
    return [insertAt(at, exactly, quotation(fresh))]
  }
  const end = AT_END.exec(said.words)
  if (end) {
    const at = end[1]?.toLowerCase() === 'end' ? words.length : 0
    return [insertAt(at, end[2], quotation(end[3]))]
  }
  const swap = FOR.exec(said.words)
  if (swap) {
    const [, nth, quote, fresh, everywhere] = swap
    const old = quotation(quote)
    const places = placesMeant(words, old, nth, everywhere !== undefined)
    if (isMisread(places)) return places
    return places.map((from) => ({ from, to: from + old.length, ins: quotation(fresh) }))
  }
  const strike = DELETE.exec(said.words)
  if (strike) {
    const [, exactly, nth, quote, everywhere] = strike
    const old = quotation(quote)
    const places = placesMeant(words, old, nth, everywhere !== undefined)
    if (isMisread(places)) return places
    return places.map((from) => {
      const span = { from, to: from + old.length }
      return { ...(exactly ? span : spanToStrike(words, span.from, span.to)), ins: '' }
    })
  }
  return misread(
    'after “…” insert “…”, for “…” substitute “…”, delete “…”, or at the beginning (or end) insert “…”',
    said.unfold(said.words).slice(0, 120),
  )
}

/** The content after one edit, as `applyOps` makes it. */
const amended = (store: TextStore, own: Own, field: Field, { from, to, ins }: Splice): Own => {
  const spliced = spliceWords(paragraphsOf(own, field), from, to, [{ t: 'text', s: ins }])
  const heading = spliced.flatMap((one, at) =>
    at > 0 ? [{ t: 'text' as const, s: ' ' }, ...one] : one,
  )
  return store.own({
    ...contentOf(own),
    ...(field === 'heading' ? { heading } : { [field]: spliced }),
  })
}

/** Operations on the words of one field; several edits of one instruction are written from the end to the start. */
export const readWordsAmendment = (
  store: TextStore,
  tree: Tree,
  field: Field,
  said: Folded,
): Read => {
  const words = fieldWords(tree.own, field)
  const splices = splicesOf(words, said)
  if (isMisread(splices)) return splices
  let { own } = tree
  const ops = splices.toReversed().map((splice): Op => {
    const { from, to, ins } = splice
    const now = fieldWords(own, field)
    const del = now.slice(from, to)
    const quote = del === '' ? quoteBefore(now, from) : del
    const start = del === '' ? from - quote.length : from
    const occurrence = quote === '' ? 0 : placesOf(now, quote).indexOf(start) + 1
    const at = { from, to, base: own.ownHash, quote, occurrence }
    own = amended(store, own, field, splice)
    return {
      op: 'words',
      target: tree.id,
      field,
      at,
      del,
      ins: ins === '' ? [] : [{ t: 'text', s: ins }],
    }
  })
  return { ops }
}
