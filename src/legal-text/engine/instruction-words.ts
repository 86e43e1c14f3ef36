// An operation as an instruction in plain English, as a lawyer writes and reads it: “In D8.20(a), after “within” insert
// “five””. What is printed is read back by `parseInstructions`.
import { applyOps, placeOfWords } from './apply-ops.ts'
import { fieldWords } from './field-words.ts'
import { blockOf, isPlainDraft } from './instruction-block.ts'
import type { Draft, Inline, Kind, ProvisionId, Result, Tree } from './model.ts'
import { type NumberIndex, newNumberIndex } from './number-index.ts'
import type { Op } from './op.ts'
import { nameOf, ordinal } from './provision-name.ts'
import { quoted } from './quoted-words.ts'
import { isRewritten } from './rewritten.ts'
import type { TextStore } from './store.ts'
import type { Field } from './tokens.ts'
import { placesOf, quoteBefore, spacedFor, spanToStrike } from './word-spacing.ts'

/** A part of an instruction: its own words, a provision by name, words quoted, or whole provisions. */
export type Piece =
  | { readonly t: 'words'; readonly s: string }
  | { readonly t: 'place'; readonly s: string; readonly id: ProvisionId }
  | { readonly t: 'quoted'; readonly s: string; readonly what: 'struck' | 'inserted' | 'place' }
  | { readonly t: 'block'; readonly drafts: readonly Draft[]; readonly kind: Kind }

const WHERE: Readonly<Record<Field, string>> = {
  heading: 'In the heading of ',
  lead: 'In ',
  tail: 'In the closing words of ',
}

const words = (s: string): Piece => ({ t: 'words', s })
const labelOf = (label: { readonly raw: string } | string): string =>
  typeof label === 'string' ? label : label.raw

/** The words of runs without marks; null where a mark would be lost. */
const plainOf = (inlines: readonly Inline[]): string | null =>
  inlines.every((one) => one.t === 'text')
    ? inlines.map((one) => (one.t === 'text' ? one.s : '')).join('')
    : null

/** Which of several equal quotations is meant, where there are several. */
const which = (all: string, quote: string, at: number): string => {
  const places = placesOf(all, quote)
  return places.length > 1 ? `the ${ordinal(places.indexOf(at) + 1)} ` : ''
}

const struck = (all: string, from: number, to: number): Piece[] => {
  const words_ = all.slice(from, to)
  const core = words_.trim()
  const begins = from + words_.indexOf(core)
  const span = spanToStrike(all, begins, begins + core.length)
  const isSpaced = core !== '' && span.from === from && span.to === to
  const [said, at] = isSpaced ? [core, begins] : [words_, from]
  return [
    words(`delete ${isSpaced ? '' : 'exactly '}${which(all, said, at)}`),
    { t: 'quoted', s: said, what: 'struck' },
  ]
}

const inserted = (all: string, at: number, fresh: string): Piece[] => {
  const core = fresh.trim()
  // The place before the words' own space says the same as the place after the space before it.
  const spaced = [at, at - 1].find((place) => {
    if (core === '' || place < 0 || (place < at && all[place] !== ' ')) return false
    const now = all.slice(0, place) + spacedFor(all, place, core) + all.slice(place)
    return now === all.slice(0, at) + fresh + all.slice(at)
  })
  const place = spaced ?? at
  const exactly = spaced === undefined ? 'exactly ' : ''
  const said: Piece = { t: 'quoted', s: spaced === undefined ? fresh : core, what: 'inserted' }
  const quote = quoteBefore(all, place)
  if (quote === '') return [words(`at the beginning insert ${exactly}`), said]
  return [
    words(`after ${which(all, quote, place - quote.length)}`),
    { t: 'quoted', s: quote, what: 'place' },
    words(` insert ${exactly}`),
    said,
  ]
}

/** What is struck and inserted without the words at both ends that are the same, whole words kept. */
const wordsPieces = (all: string, from: number, to: number, fresh: string): Piece[] => {
  const old = all.slice(from, to)
  const leads = /^ +/.test(old) && /^ +/.test(fresh) ? 1 : 0
  const trails = /[^ ] +$/.test(old) && /[^ ] +$/.test(fresh) ? 1 : 0
  const [cutFrom, cutTo] = [from + leads, to - trails]
  const cut = fresh.slice(leads, fresh.length - trails)
  if (cutFrom >= cutTo) return inserted(all, cutFrom, cut)
  if (cut === '') return struck(all, cutFrom, cutTo)
  const said = all.slice(cutFrom, cutTo)
  return [
    words(`for ${which(all, said, cutFrom)}`),
    { t: 'quoted', s: said, what: 'struck' },
    words(' substitute '),
    { t: 'quoted', s: cut, what: 'inserted' },
  ]
}

/** An instruction in its parts, and whether they say all that the operation does. */
export interface Instruction {
  readonly pieces: readonly Piece[]
  /** False where marks in new words or identities in new provisions cannot be said in words, or the op does not apply. */
  readonly isWhole: boolean
}

/** Takes an operation and the text it amends, as it stands when the operation's turn comes. */
export const instructionFor = (op: Op, index: NumberIndex): Instruction => {
  const treeOf = (id: ProvisionId): Tree | undefined => index.place(id)?.tree
  const place = (id: ProvisionId): Piece => {
    const tree = treeOf(id)
    return { t: 'place', s: tree ? nameOf(index, tree) : `[${id}]`, id }
  }
  const stands = (...ids: readonly ProvisionId[]): boolean => ids.every((id) => treeOf(id))
  const isFresh = (draft: Draft): boolean =>
    !treeOf(draft.id) && (draft.children ?? []).every(isFresh)
  const areWhole = (drafts: readonly Draft[]): boolean =>
    drafts.length > 0 && drafts.every((one) => isPlainDraft(one) && isFresh(one))
  const kindBeside = (id: ProvisionId | null, parent: ProvisionId): Kind =>
    (id === null ? treeOf(parent)?.kids[0] : treeOf(id))?.own.kind ?? 'clause'
  switch (op.op) {
    case 'insert': {
      return {
        pieces: [
          words(op.after === null ? 'At the beginning of ' : 'After '),
          place(op.after ?? op.parent),
          words(' insert:'),
          { t: 'block', drafts: [op.node], kind: kindBeside(op.after, op.parent) },
        ],
        isWhole: stands(op.parent, op.after ?? op.parent) && areWhole([op.node]),
      }
    }
    case 'substitute': {
      const [only, ...more] = op.with
      const keeps = only?.id === op.target && more.length === 0
      const kind = treeOf(op.target)?.own.kind ?? 'clause'
      return {
        pieces: [
          words(keeps ? 'Rewrite ' : 'For '),
          place(op.target),
          words(keeps ? ' as:' : ' substitute:'),
          { t: 'block', drafts: op.with, kind },
        ],
        isWhole:
          stands(op.target) &&
          (keeps ? isPlainDraft(only) && isRewritten(only, treeOf(op.target)) : areWhole(op.with)),
      }
    }
    case 'words': {
      const own = treeOf(op.target)?.own
      const all = own ? fieldWords(own, op.field) : ''
      const at = own && placeOfWords(own, op, all)
      const fresh = plainOf(op.ins)
      const said = fresh ?? op.ins.map((one) => ('s' in one ? one.s : '')).join('')
      const lead = [words(WHERE[op.field]), place(op.target), words(', ')]
      if (!at || 'expected' in at)
        return {
          pieces: [
            ...lead,
            words('for '),
            { t: 'quoted', s: op.del, what: 'struck' },
            words(' substitute '),
            { t: 'quoted', s: said, what: 'inserted' },
          ],
          isWhole: false,
        }
      return {
        pieces: [...lead, ...wordsPieces(all, at.from, at.to, said)],
        isWhole: fresh !== null && (op.del !== '' || said !== ''),
      }
    }
    case 'repeal':
      return {
        pieces: [
          words('Delete '),
          place(op.target),
          ...(op.leave === 'gap'
            ? []
            : [
                words(' and leave '),
                { t: 'quoted', s: op.words ?? 'Not used', what: 'inserted' } as const,
                words(' in its place'),
              ]),
        ],
        isWhole: stands(op.target),
      }
    case 'renumber':
      return {
        pieces: [
          words('Renumber '),
          place(op.target),
          words(' as '),
          { t: 'quoted', s: labelOf(op.label), what: 'inserted' },
        ],
        isWhole: stands(op.target),
      }
    case 'move':
      return {
        pieces: [
          words('Move '),
          place(op.target),
          words(op.after === null ? ' to the beginning of ' : ' to after '),
          place(op.after ?? op.parent),
          ...(op.label === undefined
            ? []
            : [
                words(' and renumber it as '),
                { t: 'quoted', s: labelOf(op.label), what: 'inserted' } as const,
              ]),
        ],
        isWhole: stands(op.target, op.parent, op.after ?? op.parent),
      }
    case 'split':
    case 'join': {
      const names = op.targets.flatMap((id, at): Piece[] => [
        words(at === 0 ? '' : at === op.targets.length - 1 ? ' and ' : ', '),
        place(id),
      ])
      const first = op.targets[0]
      const kind = (first && treeOf(first)?.own.kind) ?? 'clause'
      return {
        pieces: [
          words(op.op === 'split' ? 'Split ' : 'Join '),
          ...names,
          words(' into:'),
          { t: 'block', drafts: op.into, kind },
        ],
        isWhole: stands(...op.targets) && op.targets.length > 0 && areWhole(op.into),
      }
    }
  }
}

/** A number that a name would be taken for is printed bare; any other stands in quotation marks. */
const isBareNumber = (s: string): boolean => /^[^\s“”"\\]+$/.test(s)

const inWords = ({ pieces }: Instruction): string =>
  pieces
    .map((piece, at) => {
      const before = pieces[at - 1]
      if (piece.t === 'block') return `\n${blockOf(piece.drafts, piece.kind).join('\n')}`
      if (piece.t !== 'quoted') return piece.s
      const isNumber = before?.t === 'words' && before.s.endsWith(' as ') && isBareNumber(piece.s)
      return isNumber ? piece.s : quoted(piece.s)
    })
    .join('')

/** The instruction an operation gives to the text as it stands when its turn comes. */
export const instructionOf = (op: Op, tree: Tree): string =>
  inWords(instructionFor(op, newNumberIndex(tree)))

/** An operation of an amendment that cannot be said in words alone; counted from 0. */
export interface Unsaid {
  readonly index: number
  readonly op: Op['op']
}

/**
 * An amendment as instructions, one after the other, each for the text as those before leave it; or those operations
 * that words alone cannot say, or that do not apply.
 */
export const instructionsOf = (
  store: TextStore,
  root: Tree,
  ops: readonly Op[],
): Result<string, readonly Unsaid[]> => {
  const lines: string[] = []
  const faults: Unsaid[] = []
  let now = root
  ops.forEach((op, index) => {
    const instruction = instructionFor(op, newNumberIndex(now))
    const applied = applyOps(store, now, [op])
    if (!instruction.isWhole || !applied.ok) faults.push({ index, op: op.op })
    lines.push(inWords(instruction))
    if (applied.ok) now = applied.value.root
  })
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, value: lines.map((line) => `${line}\n`).join('') }
}
