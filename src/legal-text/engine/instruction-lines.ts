// Instructions as lines: each begins at the margin, and what is indented under it belongs to it.
import { readQuoted } from './quoted-words.ts'

export interface InstructionLine {
  /** The line it begins on, from 1. */
  readonly line: number
  readonly said: string
  /** The lines indented under it, with the first one's number. */
  readonly block: readonly string[]
  readonly blockLine: number
}

/** The instructions of a text; empty lines part nothing, and a number such as "1." before one is left out. */
export const instructionLines = (text: string): InstructionLine[] => {
  const out: { line: number; said: string; block: string[]; blockLine: number }[] = []
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return
    const last = out.at(-1)
    const isIndented = /^\s/.test(line)
    if (isIndented && last) {
      if (last.block.length === 0) last.blockLine = at + 1
      while (last.block.length < at + 1 - last.blockLine) last.block.push('')
      last.block.push(line.replaceAll('\t', '    '))
    } else {
      const said = line.trim().replace(/^\d+[.)]\s+/, '')
      out.push({ line: at + 1, said, block: [], blockLine: at + 1 })
    }
  })
  return out
}

/** An instruction with a sign and its place in the list for each quotation, so that its own words can be told. */
export interface Folded {
  readonly words: string
  readonly quotations: readonly string[]
  /** The words with their quotations again, as typed. */
  unfold(words: string): string
}

/** Stands on both sides of a quotation's place; of the characters that no text uses. */
const MARK = '\ue000'

/** A quotation in the words of a folded instruction, as an expression with its place as a group. */
export const QUOTATION = `${MARK}(\\d+)${MARK}`

export const folded = (said: string): Folded => {
  const quotations: string[] = []
  const typed: string[] = []
  let words = ''
  for (let at = 0; at < said.length; ) {
    const quotation = readQuoted(said, at)
    if (quotation) {
      words += `${MARK}${quotations.length}${MARK}`
      quotations.push(quotation.words)
      typed.push(said.slice(at, quotation.end))
      at = quotation.end
    } else {
      words += said[at] === MARK ? ' ' : said[at]
      at++
    }
  }
  const unfold = (some: string): string =>
    some.replaceAll(new RegExp(QUOTATION, 'g'), (_, n) => typed[Number(n)] ?? '')
  return { words, quotations, unfold }
}
