// Builds the tree of a text whose paragraphs say only their number, by the order in which numbers of a kind nest.
import { parseLabel } from '../../label.ts'

/** A paragraph of a flat text: its printed number, and its level where something says so (0 is the outermost). */
export interface Flat {
  readonly label: string | null
  readonly level: number | null
}

const NAMED = /^(part|title|schedule|appendix|annex|chapter|subchapter|section|article)\b/i
const RANK: Record<string, number> = {
  part: 0,
  title: 0,
  schedule: 0,
  appendix: 0,
  annex: 0,
  chapter: 1,
  subchapter: 2,
  section: 3,
  article: 3,
}

/** The form of a number, by which numbers of one level are known: `(a)`, `(i)`, `(1)`, `1.2`, `D8.20`. */
export const formOf = (label: string): string => {
  const named = NAMED.exec(label)?.[1]?.toLowerCase()
  if (named) return `named ${RANK[named]}`
  const bracketed = /^\(.*\)$/.test(label) ? '()' : /\)$/.test(label) ? ')' : ''
  const plain = label.replace(/[()[\]\s]|\.$/g, '')
  if (/^[A-Z]{0,3}\d+[A-Z]*([.-]\d+[A-Z]*)*$/.test(plain))
    return `${bracketed}number ${plain.split(/[.-]/).length}`
  const { scheme } = parseLabel(label)
  const large = /[A-Z]/.test(plain) ? 'large' : 'small'
  return `${bracketed}${large} ${scheme}`
}

const isFirstRoman = (label: string): boolean => /^\(?i\)?\.?$/i.test(label)

const isNextLetter = (before: string, label: string): boolean => {
  const [one, other] = [before, label].map((raw) => raw.replace(/[^A-Za-z]/g, ''))
  return one?.length === 1 && other?.length === 1 && other.charCodeAt(0) === one.charCodeAt(0) + 1
}

interface Open {
  readonly depth: number
  readonly form: string
  label: string
}

/**
 * The depth of each paragraph, from 0. A given level is taken; else a number of a form that is open goes on at that
 * level and a new form opens one below; `(i)` after `(h)` is a letter. Paragraphs without number and level are null:
 * they belong to the paragraph before.
 */
export const depthsOf = (flat: readonly Flat[]): (number | null)[] => {
  const open: Open[] = []
  return flat.map(({ label, level }) => {
    if (level !== null) {
      while ((open.at(-1)?.depth ?? -1) >= level) open.pop()
      open.push({
        depth: level,
        form: label ? formOf(label) : `level ${level}`,
        label: label ?? '',
      })
      return level
    }
    if (!label) return null
    let form = formOf(label)
    const going = open.findLast(
      (one) =>
        isNextLetter(one.label, label) &&
        one.form.replace('roman', 'alpha') === form.replace('roman', 'alpha'),
    )
    if (going) form = going.form
    else if (isFirstRoman(label) === false && form.includes('alpha')) form = formOf(label)
    const at = open.findLastIndex((one) => one.form === form)
    if (at >= 0) {
      const { depth } = open[at] as Open
      open.length = at
      open.push({ depth, form, label })
      return depth
    }
    if (form.startsWith('named') || /^number/.test(form)) {
      const rank = rankOf(form)
      while (
        open.length > 0 &&
        !open.at(-1)?.form.startsWith('level') &&
        rankOf(open.at(-1)?.form ?? '') >= rank
      )
        open.pop()
    }
    const depth = (open.at(-1)?.depth ?? -1) + 1
    open.push({ depth, form, label })
    return depth
  })
}

const rankOf = (form: string): number => {
  const [kind, n] = form.split(' ')
  if (kind === 'named') return Number(n)
  if (kind === 'number') return 10 + Number(n)
  return 100
}
