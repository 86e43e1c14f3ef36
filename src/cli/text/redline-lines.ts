// A redline for the terminal: one change after another, each under the full number of its provision.

import {
  type Change,
  FIELDS,
  type Field,
  type FieldEdits,
  fieldRange,
  fieldWords,
  type Lexicon,
  type Own,
  type ProvisionId,
  wordsOfTokens,
} from '#legal-text/engine/index.ts'

/** A run of words of one field, with what became of it. */
export interface Piece {
  readonly what: 'same' | 'struck' | 'inserted'
  readonly words: string
}

/** The words of a changed provision by field; a field whose words stay is left out. */
export function piecesOf(change: Change, lexicon: Lexicon): Partial<Record<Field, Piece[]>> {
  const { before, after } = change
  const pieces: Partial<Record<Field, Piece[]>> = {}
  if (before && after) {
    for (const edits of change.fields)
      if (edits.words.length > 0)
        pieces[edits.field] = edited(before.own, after.own, edits, lexicon)
    return pieces
  }
  for (const field of FIELDS) {
    const words = fieldWords((before ?? after)!.own, field)
    if (words !== '') pieces[field] = [{ what: before ? 'struck' : 'inserted', words }]
  }
  return pieces
}

function edited(before: Own, after: Own, { field, words }: FieldEdits, lexicon: Lexicon): Piece[] {
  const [start, end] = fieldRange(before.tokens, field)
  const [startAfter] = fieldRange(after.tokens, field)
  const pieces: Piece[] = []
  const say = (what: Piece['what'], own: Own, from: number, to: number): void => {
    if (from < to) pieces.push({ what, words: wordsOfTokens(own.tokens, from, to, lexicon) })
  }
  let at = start
  for (const { a0, a1, b0, b1 } of words) {
    say('same', before, at, start + a0)
    say('struck', before, start + a0, start + a1)
    say('inserted', after, startAfter + b0, startAfter + b1)
    at = start + a1
  }
  say('same', before, at, end)
  return pieces
}

/** The printed numbers of all provisions before and after. */
export interface Numbers {
  readonly before: ReadonlyMap<ProvisionId, string>
  readonly after: ReadonlyMap<ProvisionId, string>
}

/** In one word, the gravest first. */
export function whatBecame({ before, after, moved, fields }: Change): string {
  if (!before) return 'inserted'
  if (!after) return 'gone'
  if (fields.some(({ words }) => words.length > 0)) return 'amended'
  return moved ? 'moved' : 'renumbered'
}

/**
 * The changes as lines: `+` inserted, `-` gone, `~` amended, `>` moved, `#` renumbered, with [-struck-] and {+inserted+}
 * words. Renumbered neighbours are one line.
 */
export function redlineLines(
  changes: readonly Change[],
  numbers: Numbers,
  lexicon: Lexicon,
): string[] {
  const lines: string[] = []
  for (let at = 0; at < changes.length; at++) {
    const run = renumberedFrom(changes, at)
    if (run > 0) {
      lines.push(toldRenumbering(changes[at]!, changes[at + run - 1]!, numbers))
      at += run - 1
    } else lines.push(toldChange(changes[at]!, numbers, lexicon))
  }
  return lines
}

/** How many changes from here on renumber one sibling after another and do nothing else. */
function renumberedFrom(changes: readonly Change[], from: number): number {
  let run = 0
  for (let at = from; at < changes.length; at++, run++) {
    const change = changes[at]!
    if (whatBecame(change) !== 'renumbered') break
    if (run > 0 && change.after!.after !== changes[at - 1]!.id) break
  }
  return run
}

const numberIn = (known: ReadonlyMap<ProvisionId, string>, id: ProvisionId): string =>
  known.get(id) || '(no number)'

function toldRenumbering(first: Change, last: Change, { before, after }: Numbers): string {
  const [was, is] = [numberIn(before, first.id), numberIn(after, first.id)]
  return first === last
    ? `# ${was} becomes ${is}`
    : `# ${was} to ${numberIn(before, last.id)} become ${is} to ${numberIn(after, last.id)}`
}

const SIGN: Readonly<Record<string, string>> = {
  inserted: '+',
  gone: '-',
  amended: '~',
  moved: '>',
}

function toldChange(change: Change, numbers: Numbers, lexicon: Lexicon): string {
  const what = whatBecame(change)
  const pieces = piecesOf(change, lexicon)
  const whole = what === 'inserted' || what === 'gone'
  const words = FIELDS.flatMap((field) => pieces[field] ?? [])
    .map((piece) => (whole ? ` ${piece.words}` : penned(piece)))
    .join('')
    .trim()
    .replaceAll('\n', '\n    ')
  return `${SIGN[what]} ${toldNumber(change, numbers)}${words === '' ? '' : `  ${words}`}`
}

const penned = ({ what, words }: Piece): string =>
  what === 'same' ? words : what === 'struck' ? `[-${words}-]` : `{+${words}+}`

function toldNumber({ id, before, after, moved }: Change, numbers: Numbers): string {
  const was = before && numberIn(numbers.before, id)
  const is = after && numberIn(numbers.after, id)
  if (was === null || is === null) return (is ?? was)!
  if (was !== is) return `${is} (${moved ? 'moved from' : 'was'} ${was})`
  return moved ? `${is} (moved)` : is
}
