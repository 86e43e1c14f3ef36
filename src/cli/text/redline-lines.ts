// A redline for the terminal: one change after another, each under the full number of its provision.

import {
  type Change,
  type ChangeClass,
  type ChangeEntry,
  changeEntries,
  classOf,
  FIELDS,
  type Field,
  type FieldEdits,
  fieldRange,
  fieldWords,
  type Lexicon,
  type Own,
  type ProvisionId,
  renumberingInWords,
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

const BECAME: Readonly<Record<ChangeClass, string>> = {
  new: 'inserted',
  gone: 'gone',
  words: 'amended',
  place: 'moved',
  number: 'renumbered',
  marks: 'marked otherwise',
  children: 'kept',
}

/** In one word, the gravest first. */
export const whatBecame = (change: Change): string => BECAME[classOf(change)]

/**
 * The changes as lines: `+` inserted, `-` gone, `~` amended, `>` moved, `#` renumbered, with [-struck-] and {+inserted+}
 * words. Renumbered neighbours are one line.
 */
export function redlineLines(
  changes: readonly Change[],
  numbers: Numbers,
  lexicon: Lexicon,
): string[] {
  return changeEntries({ changes }).flatMap((entry) =>
    entry.class === 'number'
      ? [toldRenumbering(entry, numbers)]
      : entry.changes.map((change) => toldChange(change, numbers, lexicon)),
  )
}

const numberIn = (known: ReadonlyMap<ProvisionId, string>, id: ProvisionId): string =>
  known.get(id) || '(no number)'

function toldRenumbering({ changes }: ChangeEntry, { before, after }: Numbers): string {
  const ends = [changes[0].id, changes.at(-1)!.id] as const
  const was = [before.get(ends[0]) ?? '', before.get(ends[1]) ?? ''] as const
  const is = [after.get(ends[0]) ?? '', after.get(ends[1]) ?? ''] as const
  return `# ${renumberingInWords({ was, is }, changes.length === 1)}`
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
