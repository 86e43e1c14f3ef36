// A version as plain text, one provision a line, for people, git and diff tools.
import type { Tree } from '../../model.ts'
import { wordsOf } from '../../words.ts'

/**
 * One line a provision in reading order: two spaces for each level, the number and a tab where it has one, then its
 * paragraphs with two spaces between them. A provision without number and words is a tab alone. Canonical words hold
 * neither tabs nor double spaces, so `readText` finds the numbers and levels again.
 */
export const writeText = (root: Tree): string => {
  const lines: string[] = []
  const visit = ({ own, kids }: Tree, depth: number): void => {
    const paragraphs = [...(own.heading ? [own.heading] : []), ...own.lead, ...own.tail]
    const words = paragraphs.map(wordsOf).join('  ')
    const number = own.label ? `${own.label.raw}\t` : words === '' ? '\t' : ''
    lines.push(`${'  '.repeat(depth)}${number}${words}\n`)
    for (const kid of kids) visit(kid, depth + 1)
  }
  visit(root, 0)
  return lines.join('')
}
