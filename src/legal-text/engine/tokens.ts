// The words of one provision as numbers, and the way back from numbers to marked words.
import { BREAK, type Lexicon, tokenEnds } from './lexicon.ts'
import type { Content, Inline, Paragraph, Tokens } from './model.ts'
import { wordsOf } from './words.ts'

/** A field of a provision that holds words. */
export type Field = 'heading' | 'lead' | 'tail'
export const FIELDS: readonly Field[] = ['heading', 'lead', 'tail']

type Wrap = Exclude<Inline, { t: 'text' }>

/** A run of characters under the same marks; `starts` counts how many of those marks begin with it. */
interface Piece {
  readonly s: string
  readonly wraps: readonly Wrap[]
  readonly starts: readonly boolean[]
}

const shape = (wrap: Wrap): string => {
  switch (wrap.t) {
    case 'em':
      return `em ${wrap.kind}`
    case 'ref':
      return JSON.stringify(['ref', wrap.to, wrap.form])
    case 'term':
      return `term ${wrap.def ?? ''}`
    case 'note':
    case 'formula':
    case 'image':
      return `${wrap.t} ${wrap.hash}`
  }
}

const piecesOf = (
  inlines: Paragraph,
  wraps: readonly Wrap[],
  starts: readonly boolean[],
): Piece[] => {
  const out: Piece[] = []
  for (const inline of inlines) {
    const outer = out.length === 0 ? starts : starts.map(() => false)
    if (inline.t === 'text') out.push({ s: inline.s, wraps, starts: outer })
    else if (inline.t === 'em')
      out.push(...piecesOf(inline.c, [...wraps, inline], [...outer, true]))
    else out.push({ s: inline.s, wraps: [...wraps, inline], starts: [...outer, true] })
  }
  return out
}

const cut = (piece: Piece, from: number, to: number): Piece => ({
  s: piece.s.slice(from, to),
  wraps: piece.wraps,
  starts: from === 0 ? piece.starts : piece.starts.map(() => false),
})

const isMarked = (paragraph: Paragraph): boolean => paragraph.some((inline) => inline.t !== 'text')

const signatureOf = (pieces: readonly Piece[]): string => {
  if (pieces.every((piece) => piece.wraps.length === 0)) return ''
  return pieces
    .map(
      (piece) =>
        `${piece.s.length}${piece.wraps.map((wrap, at) => (piece.starts[at] ? '^' : '~') + shape(wrap)).join('|')}`,
    )
    .join(';')
}

/** The pieces of each token of a paragraph. Runs without ink (an image without words) go with the token before. */
const piecesByToken = (paragraph: Paragraph): Piece[][] => {
  const words = wordsOf(paragraph)
  const ends = tokenEnds(words)
  const byToken: Piece[][] = ends.map(() => [])
  if (ends.length === 0) byToken.push([])
  let token = 0
  let at = 0
  for (const piece of piecesOf(paragraph, [], [])) {
    if (piece.s === '') byToken[token]?.push(piece)
    let from = 0
    while (from < piece.s.length) {
      const upTo = Math.min(piece.s.length, (ends[token] ?? words.length) - at + from)
      byToken[token]?.push(cut(piece, from, upTo))
      at += upTo - from
      from = upTo
      if (at === ends[token] && token < ends.length - 1) token++
    }
  }
  return byToken
}

const fieldParagraphs = (content: Content, field: Field): readonly Paragraph[] =>
  field === 'heading' ? (content.heading ? [content.heading] : []) : content[field]

/** Numbers the tokens of canonical content. A paragraph's first word counts as one after a space, as all others do. */
export const tokensOf = (content: Content, lexicon: Lexicon): Tokens => {
  const ids: number[] = []
  const marks: number[] = []
  let marked = false
  const limits = [0, 0, 0]
  FIELDS.forEach((field, which) => {
    fieldParagraphs(content, field).forEach((paragraph, index) => {
      if (index > 0) {
        ids.push(BREAK)
        marks.push(0)
      }
      const words = wordsOf(paragraph)
      const ends = tokenEnds(words)
      if (ends.length === 0) ends.push(0)
      let from = 0
      for (const end of ends) {
        const word = words.slice(from, end)
        ids.push(lexicon.token(from === 0 ? ` ${word}` : word))
        from = end
      }
      if (isMarked(paragraph)) {
        marked = true
        for (const pieces of piecesByToken(paragraph)) marks.push(lexicon.mark(signatureOf(pieces)))
      } else for (let n = 0; n < ends.length; n++) marks.push(0)
    })
    limits[which] = ids.length
  })
  return {
    ids: Int32Array.from(ids),
    marks: marked ? Int32Array.from(marks) : null,
    headingEnd: limits[0] ?? 0,
    leadEnd: limits[1] ?? 0,
  }
}

/** Where a field's tokens begin and end. */
export const fieldRange = (tokens: Tokens, field: Field): readonly [number, number] => {
  switch (field) {
    case 'heading':
      return [0, tokens.headingEnd]
    case 'lead':
      return [tokens.headingEnd, tokens.leadEnd]
    case 'tail':
      return [tokens.leadEnd, tokens.ids.length]
  }
}

/** The words of a run of tokens; a paragraph break reads as a line end. */
export const wordsOfTokens = (
  tokens: Tokens,
  from: number,
  to: number,
  lexicon: Lexicon,
): string => {
  let words = ''
  for (let at = from; at < to; at++) words += lexicon.words[tokens.ids[at] ?? 0]
  return words
}

/** A run of tokens of one field, counted from the start of that field. */
export interface Slice {
  readonly content: Content
  readonly from: number
  readonly to: number
}

type TokenPieces = readonly Piece[] | 'break'

const cutUp = new WeakMap<Content, Partial<Record<Field, readonly TokenPieces[]>>>()

const fieldPieces = (content: Content, field: Field): readonly TokenPieces[] => {
  const kept = cutUp.get(content) ?? {}
  const before = kept[field]
  if (before) return before
  const pieces = fieldParagraphs(content, field).flatMap((paragraph, index): TokenPieces[] => [
    ...(index > 0 ? (['break'] as const) : []),
    ...piecesByToken(paragraph),
  ])
  kept[field] = pieces
  cutUp.set(content, kept)
  return pieces
}

const opens = (wrap: Wrap): Inline =>
  wrap.t === 'em' ? { t: 'em', kind: wrap.kind, c: [] } : { ...wrap, s: '' }

const put = (into: Inline[], piece: Piece, depth: number, open: { shapes: string[] }): void => {
  const wrap = piece.wraps[depth]
  const last = into.at(-1)
  if (!wrap) {
    open.shapes.length = depth
    if (last?.t === 'text') into[into.length - 1] = { t: 'text', s: last.s + piece.s }
    else into.push({ t: 'text', s: piece.s })
    return
  }
  const goesOn = !piece.starts[depth] && open.shapes[depth] === shape(wrap)
  if (!goesOn) {
    open.shapes.length = depth
    open.shapes.push(shape(wrap))
    into.push(opens(wrap))
  }
  const here = into[into.length - 1]
  if (here?.t === 'em') put(here.c as Inline[], piece, depth + 1, open)
  else if (here && here.t !== 'text')
    into[into.length - 1] = { ...here, s: here.s + piece.s } as Inline
}

/**
 * Puts runs of tokens, from whichever provisions, together into the paragraphs of one field, with their marks: a mark
 * cut in two and put together again is one mark.
 */
export const assemble = (field: Field, slices: readonly Slice[]): Paragraph[] => {
  const out: Inline[][] = [[]]
  let open = { shapes: [] as string[] }
  let first = true
  // Words without marks are put in at once, as far as they go on.
  let plain = ''
  const putPlain = (): void => {
    if (plain !== '') put(out.at(-1) ?? [], { s: plain, wraps: [], starts: [] }, 0, open)
    plain = ''
  }
  for (const slice of slices) {
    const pieces = fieldPieces(slice.content, field)
    for (let at = slice.from; at < slice.to; at++) {
      const token = pieces[at]
      if (token === undefined) throw new RangeError(`No token ${at} in the ${field}`)
      if (token === 'break') {
        putPlain()
        out.push([])
        open = { shapes: [] }
        first = true
        continue
      }
      const leads = !first && (at === 0 || pieces[at - 1] === 'break')
      if (leads) plain += ' '
      for (const piece of token)
        if (piece.wraps.length === 0) plain += piece.s
        else {
          putPlain()
          put(out.at(-1) ?? [], piece, 0, open)
        }
      first = false
    }
  }
  putPlain()
  return out.filter((paragraph) => paragraph.length > 0)
}
