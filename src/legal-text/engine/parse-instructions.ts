// Reads instructions that a lawyer types, one a line, whole provisions indented under them, and gives the operations.
// Each instruction is read for the text as those before it leave it.
import { applyOps } from './apply-ops.ts'
import { sha256 } from './canonical.ts'
import { type InstructionLine, instructionLines } from './instruction-lines.ts'
import { minter, type ProvisionId, type Result, type Tree } from './model.ts'
import { newNumberIndex } from './number-index.ts'
import type { Op } from './op.ts'
import { readInstruction } from './read-instruction.ts'
import type { TextStore } from './store.ts'

/** What is wrong with one instruction. */
export interface InstructionFault {
  /** The line, from 1. */
  readonly line: number
  readonly expected: string
  readonly found: string
}

export interface ParseOptions {
  /** What new ids are minted from; it must be used once. Without it, the words and the text they amend are. */
  readonly seed?: string
}

/**
 * The operations of the instructions, in order, or every fault found. Takes the store that holds the text; what the
 * instructions give is tried in it, and `applyOps` gives the amended text.
 */
export const parseInstructions = (
  store: TextStore,
  root: Tree,
  text: string,
  options: ParseOptions = {},
): Result<Op[], readonly InstructionFault[]> => {
  const seed = options.seed ?? `i${sha256(`${root.treeHash} ${text}`).slice(0, 20)}`
  const mint = minter(seed)
  const ops: Op[] = []
  const faults: InstructionFault[] = []
  let now = root
  for (const instruction of instructionLines(text)) {
    const read = readOne(store, now, instruction, mint)
    if ('fault' in read) faults.push(read.fault)
    else {
      ops.push(...read.ops)
      now = read.root
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: ops }
}

type Read =
  | { readonly ops: readonly Op[]; readonly root: Tree }
  | { readonly fault: InstructionFault }

const readOne = (
  store: TextStore,
  now: Tree,
  instruction: InstructionLine,
  mint: () => ProvisionId,
): Read => {
  const read = readInstruction(store, newNumberIndex(now), instruction, mint)
  if ('expected' in read) {
    const { line = instruction.line, expected, found } = read
    return { fault: { line, expected, found } }
  }
  const applied = applyOps(store, now, read.ops)
  if (applied.ok) return { ops: read.ops, root: applied.value.root }
  const [first] = applied.faults
  const { expected = 'an amendment that applies', found = instruction.said } = first ?? {}
  return { fault: { line: instruction.line, expected, found } }
}
