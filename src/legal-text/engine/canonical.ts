// The one form in which content is kept and hashed, so that the same words have the same hash on every machine.
import { hash } from 'node:crypto'
import { parseLabel } from './label.ts'
import type { Content, Draft, Hash, Inline, Paragraph, RefTarget } from './model.ts'
import { KINDS } from './model.ts'
import { wordsOf } from './words.ts'

const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
// Characters without ink that only say where a line may break: they carry no word and are left out.
const INKLESS = /[\u00ad\u200b\u2060\ufeff]/g
const SPACES = /[\s\u0085\u180e]+/g

/** Unicode NFC, no invisible break hints, every run of white space one space. Ends are not trimmed. */
export const canonicalWords = (s: string): string =>
  PLAIN.test(s) ? s : s.replace(INKLESS, '').normalize('NFC').replace(SPACES, ' ').normalize('NFC')

const trim = (s: string): string => s.replace(/^ +| +$/g, '')

const withWords = (inline: Exclude<Inline, { t: 'em' }>, s: string): Inline =>
  inline.s === s ? inline : { ...inline, s }

/** Spaces at the edges of a marked run stand outside it, so that a mark never begins or ends with a space. */
const spread = (inline: Inline): Inline[] => {
  if (inline.t === 'em') {
    const inside = run(inline.c)
    const first = inside[0]
    const last = inside.at(-1)
    const before = first?.t === 'text' && first.s.startsWith(' ')
    const after = last?.t === 'text' && last.s.endsWith(' ')
    const c = trimEnds(inside)
    const out: Inline[] = []
    if (before) out.push({ t: 'text', s: ' ' })
    if (c.length > 0) out.push({ t: 'em', kind: inline.kind, c })
    if (after) out.push({ t: 'text', s: ' ' })
    return out
  }
  const s = canonicalWords(inline.s)
  if (inline.t === 'text') return [withWords(inline, s)]
  const core = trim(s)
  const out: Inline[] = []
  if (s.startsWith(' ')) out.push({ t: 'text', s: ' ' })
  if (core !== '' || inline.t === 'note' || inline.t === 'formula' || inline.t === 'image')
    out.push(withWords(inline, core))
  if (s.endsWith(' ') && s !== ' ') out.push({ t: 'text', s: ' ' })
  return out
}

const trimEnds = (inlines: Inline[]): Inline[] => {
  const out = [...inlines]
  while (out[0]?.t === 'text' && out[0].s.startsWith(' ')) {
    const s = out[0].s.replace(/^ +/, '')
    if (s === '') out.shift()
    else out[0] = { t: 'text', s }
  }
  for (let last = out.at(-1); last?.t === 'text' && last.s.endsWith(' '); last = out.at(-1)) {
    const s = last.s.replace(/ +$/, '')
    if (s === '') out.pop()
    else out[out.length - 1] = { t: 'text', s }
  }
  return out
}

const endsInSpace = (inline: Inline | undefined): boolean =>
  inline?.t === 'text' && inline.s.endsWith(' ')

const run = (inlines: readonly Inline[]): Inline[] => {
  const out: Inline[] = []
  for (const inline of inlines)
    for (const piece of spread(inline)) {
      const last = out.at(-1)
      if (piece.t !== 'text') out.push(piece)
      else if (last?.t === 'text') {
        const s = endsInSpace(last) ? piece.s.replace(/^ +/, '') : piece.s
        out[out.length - 1] = { t: 'text', s: canonicalWords(last.s + s) }
      } else if (piece.s !== '') out.push(piece)
    }
  return out
}

/** A paragraph in canonical form: one space rule across its runs, none at its ends, adjacent plain runs joined. */
export const canonicalParagraph = (paragraph: Paragraph): Paragraph => {
  const only = paragraph[0]
  if (paragraph.length === 1 && only?.t === 'text' && PLAIN.test(only.s)) return paragraph
  return trimEnds(run(paragraph))
}

const paragraphs = (given: readonly Paragraph[] | undefined): readonly Paragraph[] =>
  (given ?? []).map(canonicalParagraph).filter((paragraph) => paragraph.length > 0)

/** Content in canonical form; empty headings and paragraphs are none at all. Throws on a kind not known. */
export const canonicalContent = (draft: Omit<Draft, 'id' | 'children'>): Content => {
  if (!KINDS.includes(draft.kind))
    throw new TypeError(
      `A provision is of kind ${KINDS.join(', ')}; got ${JSON.stringify(draft.kind)}`,
    )
  const raw = typeof draft.label === 'string' ? draft.label : (draft.label?.raw ?? '')
  const printed = trim(canonicalWords(raw))
  const heading = canonicalParagraph(draft.heading ?? [])
  return {
    kind: draft.kind,
    label: printed === '' ? null : parseLabel(printed),
    heading: heading.length > 0 ? heading : null,
    lead: paragraphs(draft.lead),
    tail: paragraphs(draft.tail),
  }
}

const target = (to: RefTarget): string[] => {
  switch (to.in) {
    case 'text':
      return ['text', to.id]
    case 'document':
      return ['document', to.name, to.place]
    case 'nowhere':
      return ['nowhere', to.place]
  }
}

type Encoded = string | readonly Encoded[] | null

/** An inline run as nested arrays of strings in a fixed order, ready for JSON. */
export const encodeInline = (inline: Inline): Encoded => {
  switch (inline.t) {
    case 'text':
      return inline.s
    case 'ref':
      return ['ref', inline.s, target(inline.to), inline.form]
    case 'term':
      return ['term', inline.s, inline.def]
    case 'em':
      return ['em', inline.kind, inline.c.map(encodeInline)]
    case 'note':
    case 'formula':
    case 'image':
      return [inline.t, inline.hash, inline.s]
  }
}

const encodeAll = (all: readonly Paragraph[]): Encoded => all.map((p) => p.map(encodeInline))

/** SHA-256 of a string's UTF-8 bytes. */
export const sha256 = (s: string): Hash => hash('sha256', s, 'hex') as Hash

/** Hash of the words alone: heading, lead and tail. The content must be canonical. */
export const hashText = (content: Content): Hash =>
  sha256(
    `text/1\n${content.heading ? wordsOf(content.heading) : ''}\n\n${content.lead
      .map(wordsOf)
      .join('\n')}\n\n${content.tail.map(wordsOf).join('\n')}`,
  )

/** Hash of kind, label, heading, words and marks. The content must be canonical. */
export const hashOwn = (content: Content): Hash =>
  sha256(
    JSON.stringify([
      'own/1',
      content.kind,
      content.label?.raw ?? null,
      content.heading?.map(encodeInline) ?? null,
      encodeAll(content.lead),
      encodeAll(content.tail),
    ]),
  )

/** Hash of a provision with everything under it. */
export const hashTree = (
  ownHash: Hash,
  children: readonly { readonly id: string; readonly treeHash: Hash }[],
): Hash => {
  let form = `tree/1\n${ownHash}`
  for (const child of children) form += `\n${child.id} ${child.treeHash}`
  return sha256(form)
}
