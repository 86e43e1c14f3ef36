// One instruction as operations. The words are those `instruction-words` prints, and others that lawyers use for them.

import { readBlock } from './instruction-block.ts'
import { type Folded, folded, type InstructionLine, QUOTATION } from './instruction-lines.ts'
import type { Draft, Kind, ProvisionId, Tree } from './model.ts'
import type { NumberIndex } from './number-index.ts'
import type { Op } from './op.ts'
import { nameOf, provisionsCalled } from './provision-name.ts'
import { readWordsAmendment } from './read-words-amendment.ts'
import { idsByNumbers } from './rewritten.ts'
import type { TextStore } from './store.ts'
import type { Field } from './tokens.ts'

/** What is wrong; the line is that of the instruction unless said. */
export interface Misread {
  readonly line?: number
  readonly expected: string
  readonly found: string
}

export type Read = { readonly ops: readonly Op[] } | Misread

interface Reading {
  readonly store: TextStore
  readonly index: NumberIndex
  readonly instruction: InstructionLine
  readonly folded: Folded
  readonly mint: () => ProvisionId
}

const EXAMPLES =
  'an instruction such as: In D8.20(a), for “5” substitute “10” · Delete D8.21 · Renumber D8.22 as D8.23 · After D8.4 insert: …'

/** The one provision of a name, or why not. */
const called = ({ index, folded }: Reading, name: string): Tree | Misread => {
  const words = folded.unfold(name)
  const all = provisionsCalled(index, words)
  const [only] = all
  if (only && all.length === 1) return only
  return {
    expected: `one provision of this text that is called ${words.trim()}`,
    found:
      all.length === 0
        ? 'none'
        : all
            .slice(0, 4)
            .map((tree) => nameOf(index, tree))
            .join('; '),
  }
}

const isMisread = (one: object): one is Misread => 'expected' in one

const parentOf = ({ index }: Reading, tree: Tree): Tree | null =>
  index.place(tree.id)?.parent?.tree ?? null

const wholeText = (found: string): Misread => ({ expected: 'a provision of the text', found })

/** The provisions typed under an instruction, or after its colon on the same line. */
const draftsOf = (
  { instruction, folded, mint }: Reading,
  kind: Kind,
  rest: string,
  keep?: (path: readonly (string | null)[]) => ProvisionId | undefined,
): Draft[] | Misread => {
  const inline = folded.unfold(rest).trim()
  const block =
    inline === ''
      ? instruction.block
      : [` ${inline}`, ...instruction.block.map((one) => `  ${one}`)]
  const first = inline === '' ? instruction.blockLine : instruction.line
  const read = readBlock(block, kind, (path) => keep?.(path) ?? mint())
  if ('drafts' in read) return read.drafts
  return { ...read.fault, line: first + read.fault.line }
}

const insert = (reading: Reading, where: string, name: string, rest: string): Read => {
  const tree = called(reading, name)
  if (isMisread(tree)) return tree
  const isInside = where.startsWith('at the')
  const parent = isInside ? tree : parentOf(reading, tree)
  if (!parent) return wholeText('the whole text')
  const at = parent.kids.indexOf(tree)
  const before = where === 'at the end of' ? parent.kids.length : where === 'before' ? at : at + 1
  const start = where === 'at the beginning of' ? 0 : before
  const beside = parent.kids[start - 1] ?? null
  const kind = (beside ?? parent.kids[0])?.own.kind ?? 'clause'
  const drafts = draftsOf(reading, kind, rest)
  if (isMisread(drafts)) return drafts
  let after = beside?.id ?? null
  return {
    ops: drafts.map((node): Op => {
      const op: Op = { op: 'insert', parent: parent.id, after, node }
      after = node.id
      return op
    }),
  }
}

const substitute = (reading: Reading, how: 'for' | 'rewrite', name: string, rest: string): Read => {
  const tree = called(reading, name)
  if (isMisread(tree)) return tree
  const keep = how === 'rewrite' ? idsByNumbers(tree) : undefined
  const drafts = draftsOf(reading, tree.own.kind, rest, keep)
  if (isMisread(drafts)) return drafts
  if (how === 'rewrite' && drafts.length > 1)
    return { expected: 'one provision in place of one', found: `${drafts.length}` }
  return { ops: [{ op: 'substitute', target: tree.id, with: drafts }] }
}

const labelTyped = ({ folded }: Reading, typed: string): string => {
  const quotation = new RegExp(`^${QUOTATION}$`).exec(typed.trim())
  return quotation ? (folded.quotations[Number(quotation[1])] ?? '') : typed.trim()
}

const move = (reading: Reading, name: string, where: string, to: string, label?: string): Read => {
  const tree = called(reading, name)
  if (isMisread(tree)) return tree
  const other = called(reading, to)
  if (isMisread(other)) return other
  const parent = where === 'the beginning of' ? other : parentOf(reading, other)
  if (!parent) return wholeText('the whole text')
  const before = parent.kids.filter((kid) => kid !== tree)
  const after = {
    after: other,
    before: before[before.indexOf(other) - 1],
    'the beginning of': null,
  }[where]
  const named = label === undefined ? {} : { label: labelTyped(reading, label) }
  const op: Op = {
    op: 'move',
    target: tree.id,
    parent: parent.id,
    after: after?.id ?? null,
    ...named,
  }
  return { ops: [op] }
}

const remake = (reading: Reading, how: 'split' | 'join', names: string, rest: string): Read => {
  const all = how === 'split' ? [names] : names.split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
  const targets = all.map((name) => called(reading, name))
  const misread = targets.find(isMisread)
  if (misread) return misread
  const trees = targets as Tree[]
  const into = draftsOf(reading, (trees[0] as Tree).own.kind, rest)
  if (isMisread(into)) return into
  return { ops: [{ op: how, targets: trees.map((tree) => tree.id), into }] }
}

const inWords = (reading: Reading, field: Field, name: string, rest: string): Read => {
  const tree = called(reading, name)
  if (isMisread(tree)) return tree
  return readWordsAmendment(reading.store, tree, field, {
    ...reading.folded,
    words: rest,
  })
}

const PUT =
  /^(after|before|at the beginning of|at the end of)\s+(.+?),?\s+(?:insert|add)(?:\s*:\s*(.*)|\s+new\s+([^:]+?)\s*:\s*(.*))$/i
const GONE = new RegExp(
  `^(?:delete|repeal|omit)\\s+(.+?)(?:\\s+and\\s+leave\\s+${QUOTATION}\\s+in\\s+its\\s+place)?$`,
  'i',
)
const FIELD: Readonly<Record<string, Field>> = {
  'the heading of': 'heading',
  'the closing words of': 'tail',
}

/** Reads one instruction for the text of the index. */
export const readInstruction = (
  store: TextStore,
  index: NumberIndex,
  instruction: InstructionLine,
  mint: () => ProvisionId,
): Read => {
  const reading: Reading = { store, index, instruction, folded: folded(instruction.said), mint }
  const said = reading.folded.words.replace(/\.$/, '')
  const at = (expression: RegExp): RegExpExecArray | null => expression.exec(said)
  const part = (found: RegExpExecArray, n: number): string => found[n] ?? ''

  const words = at(/^in\s+(?:(the heading of|the closing words of)\s+)?([^,]+?),\s*(.+)$/i)
  if (words)
    return inWords(
      reading,
      FIELD[part(words, 1).toLowerCase()] ?? 'lead',
      part(words, 2),
      part(words, 3),
    )
  const put = at(PUT)
  if (put) {
    // "insert new D8.4A: Words" says the number before the colon, "insert: D8.4A Words" after it.
    const rest = put[3] === undefined ? `${part(put, 4)} ${part(put, 5)}` : put[3]
    return insert(reading, part(put, 1).toLowerCase(), part(put, 2), rest)
  }
  const rewrite = at(/^rewrite\s+(.+?)\s+as\s*:\s*(.*)$/i)
  if (rewrite) return substitute(reading, 'rewrite', part(rewrite, 1), part(rewrite, 2))
  const whole = at(/^(?:for\s+(.+?)\s+substitute|replace\s+(.+?)\s+(?:with|by))\s*:\s*(.*)$/i)
  if (whole) return substitute(reading, 'for', part(whole, 1) || part(whole, 2), part(whole, 3))
  const gone = at(GONE)
  if (gone) {
    const tree = called(reading, part(gone, 1))
    if (isMisread(tree)) return tree
    const left = gone[2] === undefined ? undefined : reading.folded.quotations[Number(gone[2])]
    return {
      ops: [
        left === undefined
          ? { op: 'repeal', target: tree.id, leave: 'gap' }
          : { op: 'repeal', target: tree.id, leave: 'not-used', words: left },
      ],
    }
  }
  const number = at(/^renumber\s+(.+?)\s+as\s+(.+)$/i)
  if (number) {
    const tree = called(reading, part(number, 1))
    if (isMisread(tree)) return tree
    return {
      ops: [{ op: 'renumber', target: tree.id, label: labelTyped(reading, part(number, 2)) }],
    }
  }
  const moved = at(
    /^move\s+(.+?)\s+to\s+(after|before|the beginning of)\s+(.+?)(?:\s+and\s+renumber\s+it\s+as\s+(.+))?$/i,
  )
  if (moved)
    return move(reading, part(moved, 1), part(moved, 2).toLowerCase(), part(moved, 3), moved[4])
  const remade = at(/^(split|join)\s+(.+?)\s+into\s*:\s*(.*)$/i)
  if (remade)
    return remake(
      reading,
      part(remade, 1).toLowerCase() as 'split',
      part(remade, 2),
      part(remade, 3),
    )
  return { expected: EXAMPLES, found: instruction.said.slice(0, 120) }
}
