// How a provision is called in an instruction, and which one a name means; each provision of a text has such a name.

import { printedNumber } from './locate.ts'
import { termOf } from './merge-notices.ts'
import type { ProvisionId, Tree } from './model.ts'
import {
  labelParts,
  type NumberIndex,
  numberedKids,
  numberParts,
  type Placed,
  partOf,
  upwards,
} from './number-index.ts'
import { quoted, readQuoted } from './quoted-words.ts'

const WHOLE = 'the text'
const FORM =
  /^(?:the\s+)?(section|clause|paragraph|sub-?paragraph|subsection|subclause|condition|article|provision)s?\s+/i

/** `1st`, `2nd`, `3rd` and so on. */
export const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** The number of an ordinal in words or figures; null where it is none. */
export const readOrdinal = (words: string): number | null => {
  const named = ORDINALS.indexOf(words.toLowerCase())
  if (named >= 0) return named + 1
  const figure = /^(\d+)(?:st|nd|rd|th)$/i.exec(words)
  return figure ? Number(figure[1]) : null
}

const key = (head: string, parts: readonly string[]) =>
  head + parts.map((one) => `(${one})`).join('')

/** Provisions of a printed number: by their labels alone, and by parts under a head. */
const byNumber = (index: NumberIndex, words: string): Tree[] => {
  const plain = words.replace(FORM, '')
  const { head, brackets, form } = labelParts(plain)
  const out: Tree[] = []
  const wanted = (one: { form: string }): boolean => form === '' || one.form === form
  for (const one of index.at(key(head, brackets))) if (wanted(one)) out.push(one.tree)
  if (brackets.length > 0)
    for (const one of index.at(head)) {
      let here = [one.tree]
      for (const part of brackets)
        here = here.flatMap((tree) =>
          numberedKids(tree).filter((kid) => partOf(kid.own.label?.raw ?? '') === part),
        )
      if (wanted(one)) out.push(...here)
    }
  return [...new Set(out)]
}

/** Provisions of a number of their own under another, however deep. */
const within = (index: NumberIndex, scope: Tree, words: string): Tree[] => {
  const plain = words.replace(FORM, '').replace(/\s/g, '')
  const deep = byNumber(index, words).filter((tree) =>
    upwards(index.place(tree.id) as Placed).some((one) => one.tree === scope),
  )
  if (deep.length > 0) return deep
  const out: Tree[] = []
  const visit = (tree: Tree): void => {
    for (const kid of tree.kids) {
      if (kid.own.label?.raw.replace(/\s/g, '') === plain) out.push(kid)
      visit(kid)
    }
  }
  visit(scope)
  return out
}

/**
 * All provisions that a name may mean: "D8.20(a)", "paragraph 3.2 of Appendix AC", "the definition of “Day”", "the 2nd
 * provision under D8.20", "[id]", "the text".
 */
export const provisionsCalled = (index: NumberIndex, name: string): Tree[] => {
  const words = name.trim()
  if (words.toLowerCase() === WHOLE) return [index.root]
  const byId = /^\[([^\]]+)\]$/.exec(words)?.[1]
  if (byId !== undefined) {
    const placed = index.place(byId as ProvisionId)
    return placed ? [placed.tree] : []
  }
  const counted = /^the\s+(\S+)\s+provision\s+(?:under|of)\s+(.+)$/is.exec(words)
  const n = counted ? readOrdinal(counted[1] as string) : null
  if (n !== null)
    return provisionsCalled(index, counted?.[2] as string).flatMap((tree) => {
      const kid = tree.kids[n - 1]
      return kid ? [kid] : []
    })
  const defined = /^the\s+definition\s+of\s+/i.exec(words)
  if (defined) {
    const quotation = readQuoted(words, defined[0].length)
    return quotation && words.slice(quotation.end).trim() === ''
      ? [...definitionsOf(index, quotation.words)]
      : []
  }
  const of = words.lastIndexOf(' of ')
  if (of > 0) {
    const scopes = provisionsCalled(index, words.slice(of + 4))
    const found = scopes.flatMap((scope) => within(index, scope, words.slice(0, of)))
    if (found.length > 0) return [...new Set(found)]
  }
  return byNumber(index, words)
}

const definitionsOf = (index: NumberIndex, term: string): Tree[] => {
  const out: Tree[] = []
  const visit = (tree: Tree): void => {
    if (termOf(tree.own) === term) out.push(tree)
    tree.kids.forEach(visit)
  }
  visit(index.root)
  return out
}

/** The name by which an instruction calls a provision: its printed number where that is enough. */
export const nameOf = (index: NumberIndex, tree: Tree): string => {
  const means = (name: string): boolean => {
    const [only, ...more] = provisionsCalled(index, name)
    return only === tree && more.length === 0
  }
  if (tree === index.root) return WHOLE
  const placed = index.place(tree.id)
  if (!placed) throw new Error(`Provision ${tree.id} does not stand in this version`)
  const raw = tree.own.label?.raw
  const way = upwards(placed).map((one) => one.tree)
  if (raw !== undefined && numberParts(raw).head + partOf(raw) !== '') {
    const number = printedNumber([...way].reverse())
    if (means(number)) return number
    for (const above of way.slice(1)) {
      const its = above.own.label && above !== index.root ? nameOf(index, above) : ''
      if (its !== '' && means(`${number} of ${its}`)) return `${number} of ${its}`
    }
  }
  const term = termOf(tree.own)
  if (term !== null && means(`the definition of ${quoted(term)}`))
    return `the definition of ${quoted(term)}`
  const parent = placed.parent?.tree as Tree
  const counted = `the ${ordinal(parent.kids.indexOf(tree) + 1)} provision under ${nameOf(index, parent)}`
  return means(counted) ? counted : `[${tree.id}]`
}
