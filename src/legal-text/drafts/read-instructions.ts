// Reads instructions as they are typed, one a line, into operations on the text that the lines before leave.

import {
  applyOps,
  fieldWords,
  minter,
  type Op,
  type TextStore,
  type Tree,
  text,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { contentSaid, type LineFault, readLines } from './edited-lines.ts'

export interface ReadInstructions {
  readonly ops: readonly Op[]
  /** The line of each operation, from 1. */
  readonly lines: readonly number[]
}

type Reading = (found: RegExpExecArray, tree: (number: string) => Tree, mint: () => never) => Op

const Q = String.raw`[“"]([^”"]*)[”"]`
const P = String.raw`((?:(?:Section|Schedule|Appendix|Annex|Part)\s+)?[A-Za-z0-9.()-]+)`
const FIELD = String.raw`(?:\s+\((heading|closing words)\))?`
const WHICH = String.raw`(?:\s+\(place (\d+)\))?`
const fieldOf = (said: string | undefined) =>
  said === 'heading' ? 'heading' : said === 'closing words' ? 'tail' : 'lead'

class NotThere extends Error {}

function wordsOp(
  tree: Tree,
  said: {
    field: string | undefined
    quote: string
    which: string | undefined
    strikes: boolean
    fresh: string
  },
): Op {
  const field = fieldOf(said.field)
  const words = fieldWords(tree.own, field)
  const places: number[] = []
  if (said.quote !== '')
    for (let at = words.indexOf(said.quote); at >= 0; at = words.indexOf(said.quote, at + 1))
      places.push(at)
  const which = Number(said.which ?? 0)
  const from = said.quote === '' ? 0 : places[Math.max(1, which) - 1]
  if (from === undefined)
    throw new NotThere(
      `“${said.quote}”\u0000${words === '' ? 'no words' : `“${words.slice(0, 120)}”`}`,
    )
  if (which === 0 && places.length > 1)
    throw new NotThere(
      `“${said.quote}” once; say which, as in “${said.quote}” (place 2)\u0000it ${places.length} times`,
    )
  const end = from + said.quote.length
  let [cut, to] = said.strikes ? [from, end] : [end, end]
  let fresh = said.fresh
  if (!said.strikes) {
    if (said.quote === '') fresh = words === '' ? fresh : `${fresh} `
    else if (!/^[\s.,;:)]/.test(fresh)) fresh = ` ${fresh}`
  } else if (fresh === '') {
    if (words[cut - 1] === ' ') cut -= 1
    else if (words[to] === ' ') to += 1
  }
  const del = words.slice(cut, to)
  const quote = said.strikes ? del : said.quote
  const occurrence =
    quote === ''
      ? 0
      : words.slice(0, cut + (said.strikes ? quote.length : 0)).split(quote).length - 1
  return {
    op: 'words',
    target: tree.id,
    field,
    at: { from: cut, to, base: tree.own.ownHash, quote, occurrence },
    del,
    ins: fresh === '' ? [] : [text(fresh)],
  }
}

const FORMS: readonly (readonly [RegExp, Reading])[] = [
  [
    new RegExp(`^In ${P}${FIELD}, for ${Q}${WHICH} substitute ${Q}$`, 'i'),
    ([, at, field, quote, which, fresh], tree) =>
      wordsOp(tree(at!), { field, quote: quote!, which, strikes: true, fresh: fresh! }),
  ],
  [
    new RegExp(`^In ${P}${FIELD}, (?:omit|delete) ${Q}${WHICH}$`, 'i'),
    ([, at, field, quote, which], tree) =>
      wordsOp(tree(at!), { field, quote: quote!, which, strikes: true, fresh: '' }),
  ],
  [
    new RegExp(`^In ${P}${FIELD}, after ${Q}${WHICH} insert ${Q}$`, 'i'),
    ([, at, field, quote, which, fresh], tree) =>
      wordsOp(tree(at!), { field, quote: quote!, which, strikes: false, fresh: fresh! }),
  ],
  [
    new RegExp(`^In ${P}${FIELD}, at the beginning insert ${Q}$`, 'i'),
    ([, at, field, fresh], tree) =>
      wordsOp(tree(at!), { field, quote: '', which: undefined, strikes: false, fresh: fresh! }),
  ],
  [
    new RegExp(`^For the words of ${P} substitute ${Q}$`, 'i'),
    ([, at, words], tree) => ({
      op: 'repeal',
      target: tree(at!).id,
      leave: 'not-used',
      words: words!,
    }),
  ],
  [
    new RegExp(`^(?:Omit|Delete|Repeal) ${P}$`, 'i'),
    ([, at], tree) => ({ op: 'repeal', target: tree(at!).id, leave: 'gap' }),
  ],
  [
    new RegExp(`^Renumber ${P} as (\\S.{0,39})$`, 'i'),
    ([, at, label], tree) => ({ op: 'renumber', target: tree(at!).id, label: label! }),
  ],
]

const INSERT = new RegExp(`^Insert after ${P}: ${Q}$`, 'i')
const MOVE = new RegExp(`^Move ${P} after ${P}(?:, numbered (\\S.{0,39}))?$`, 'i')

function oneOp(
  line: string,
  root: Tree,
  mint: () => ReturnType<ReturnType<typeof minter>>,
): Op | undefined {
  const numbers = numbersOf(root)
  const tree = (number: string): Tree => {
    const id = numbers.named(number)
    const found = id === undefined ? undefined : numbers.tree(id)
    if (!found) throw new NotThere(`a provision numbered ${number}\u0000none of that number`)
    return found
  }
  const parentOf = (one: Tree) => numbers.pathOf(one.id).at(-2) ?? root
  const insert = INSERT.exec(line)
  if (insert) {
    const after = tree(insert[1]!)
    const read = readLines(insert[2]!)
    if (!('said' in read)) return undefined
    const kind = read.said.label?.startsWith('(') ? 'para' : after.own.kind
    return {
      op: 'insert',
      parent: parentOf(after).id,
      after: after.id,
      node: { ...contentSaid(read.said), id: mint(), kind },
    }
  }
  const move = MOVE.exec(line)
  if (move) {
    const after = tree(move[2]!)
    const label = move[3] === undefined ? {} : { label: move[3] }
    return {
      op: 'move',
      target: tree(move[1]!).id,
      parent: parentOf(after).id,
      after: after.id,
      ...label,
    }
  }
  for (const [form, read] of FORMS) {
    const found = form.exec(line)
    if (found) return read(found, tree, mint as never)
  }
  return undefined
}

const known =
  'In E2.1, for “x” substitute “y”; In E2.1, after “x” insert “y”; In E2.1, omit “x”; Omit E2.2; For the words of E2.2 substitute “Not used”; Renumber E2.2 as E2.3; Move E2.2 after E1; Insert after E2.2: “E2.3 Heading | words”'

/** The operations of the lines, or what is wrong with each line that cannot be read or applied. */
export function readInstructions(
  typed: string,
  base: Tree,
  seed: string,
  store: TextStore,
): ReadInstructions | { readonly faults: readonly LineFault[] } {
  const mint = minter(seed)
  const ops: Op[] = []
  const lines: number[] = []
  const faults: LineFault[] = []
  let root = base
  typed.split(/\r\n?|\n/).forEach((raw, at) => {
    const line = raw
      .trim()
      .replace(/^\d+[.)]\s+/, '')
      .replace(/[.;]$/, '')
    if (line === '') return
    const fault = (says: string, expected: string, came: string) =>
      faults.push({ line: at + 1, says, expected, came })
    try {
      const op = oneOp(line, root, mint)
      if (!op) {
        fault('The instruction is not understood', `one of: ${known}`, line.slice(0, 80))
        return
      }
      const result = applyOps(store, root, [op])
      if (result.ok) {
        root = result.value.root
        ops.push(op)
        lines.push(at + 1)
      } else {
        const [first] = result.faults
        fault('The instruction cannot be applied', first!.expected, first!.found)
      }
    } catch (reason) {
      if (!(reason instanceof NotThere)) throw reason
      const [expected, came] = reason.message.split('\u0000')
      fault('The instruction cannot be applied', expected!, came ?? 'nothing')
    }
  })
  return faults.length > 0 ? { faults } : { ops, lines }
}
