// Defined terms: where each is defined, and where it is used, in one pass over the words.
import { enclosing, isPart } from './enclosing.ts'
import { pathTo } from './locate.ts'
import { termOf } from './merge-notices.ts'
import type { ProvisionId, Tree } from './model.ts'
import { sentenceDefinitions } from './sentence-definitions.ts'
import { wordsOf } from './words.ts'

/** A provision, or words of a reach that were not understood. */
export type Reach = ProvisionId | 'unsure'

export interface Definition {
  readonly term: string
  readonly id: ProvisionId
  /** The provision in which its definitions stand: the nearest section, schedule or the whole text. */
  readonly scope: ProvisionId
  /** The provision within which the words say that it holds ("In this Part"); null where they do not say. */
  readonly reach: Reach | null
  /** Whether a sentence of the provision defines it, rather than the provision as a whole. */
  readonly inSentence: boolean
  /** Whether it holds only in a case that its sentence names, so that another may stand beside it. */
  readonly inOneCase: boolean
}

export interface TermUse {
  readonly term: string
  readonly id: ProvisionId
}

const SAID_REACH = /\b[Tt]his\s+([A-Z]?[a-z-]+)/g
const OTHER_PLACES = /§|\d/
/** `For the purposes of sections 4 to 9`: said, and not one place. */
const NUMBERED_PLACES =
  /(?:^|\bappl(?:y|ies) )(?:in|to|for (?:the )?purposes? of) (?:any of )?(?:(?:sub)?sections?|paragraphs?|clauses?|articles?|parts?|chapters?|schedules?|§+) ?[\d(§A-Z]/i
const DEFINING = /\b(?:means?|includes?|has|have|shall)\b/
/** Of what a sentence says before a term it defines, only such words are of its reach. */
const SAYS_REACH =
  /(?:^|, )\s*(?:in|within|under|as used in|for (?:the )?purposes? of) (?:any of )?(?:this|(?:sub)?sections?|paragraphs?|clauses?|parts?|schedules?|§)/i

/**
 * The provision that words such as "In this Part:" or "for the purposes of this Code" speak of; undefined where they
 * speak of none.
 */
const reachOf = (words: string, way: readonly Tree[]): Reach | undefined => {
  const form = placeSaid(words)
  if (form === undefined) return undefined
  return form === 'unsure' ? 'unsure' : (enclosing(way, form)?.id ?? 'unsure')
}

/** The one form of place that words speak of as "this": `unsure` where they name others, undefined where none. */
const placeSaid = (words: string): string | undefined => {
  if (!/\bthis\b|\bThis\b|\d|§/.test(words)) return undefined
  const forms = new Set([...words.matchAll(SAID_REACH)].map((one) => (one[1] ?? '').toLowerCase()))
  const [form] = forms
  if (form === undefined) return NUMBERED_PLACES.test(words.trim()) ? 'unsure' : undefined
  return forms.size > 1 || OTHER_PLACES.test(words) ? 'unsure' : form
}

/** What is said of a definition's reach before it defines. */
const beforeDefining = (tree: Tree): string =>
  (tree.own.lead[0] ? wordsOf(tree.own.lead[0]) : '').split(DEFINING, 1)[0] ?? ''

/** Every definition of a text, in reading order. */
export const definitionsIn = (root: Tree): Definition[] => {
  const out: Definition[] = []
  const way: Tree[] = []
  const visit = (tree: Tree, scope: ProvisionId, above: Reach | null): void => {
    const { kind, label, lead } = tree.own
    const within = ['code', 'section', 'schedule', 'appendix'].includes(kind) ? tree.id : scope
    way.unshift(tree)
    const isWhole = label !== null && !isPart(tree)
    const term = termOf(tree.own)
    if (term) {
      const said = reachOf(beforeDefining(tree), way)
      const reach = said === undefined ? above : said
      out.push({ term, id: tree.id, scope: within, reach, inSentence: false, inOneCase: false })
    } else
      for (const { term, before } of sentenceDefinitions(tree)) {
        const said = SAYS_REACH.test(before) ? reachOf(before, way) : undefined
        const inOneCase = said === undefined && before.trim() !== ''
        const reach = said ?? above ?? 'unsure'
        out.push({ term, id: tree.id, scope: within, reach, inSentence: true, inOneCase })
      }
    if (tree.kids.length > 0) {
      const said = !term && lead[0] ? reachOf(wordsOf(lead[0]).slice(0, 400), way) : undefined
      const reach = said === undefined ? (isWhole && !term ? null : above) : said
      for (const kid of tree.kids) visit(kid, within, reach)
    }
    way.shift()
  }
  visit(root, root.id, null)
  return out
}

interface Trie {
  readonly next: Map<string, Trie>
  term: string | null
}

/** An automaton over words for a set of terms; the longest term that begins at a word is the one used. */
export const termAutomaton = (
  terms: Iterable<string>,
): ((words: string) => { term: string; from: number; to: number }[]) => {
  const start: Trie = { next: new Map(), term: null }
  for (const term of terms) {
    let state = start
    for (const word of term.match(/[\p{L}\p{N}’'-]+/gu) ?? []) {
      const next = state.next.get(word) ?? { next: new Map(), term: null }
      state.next.set(word, next)
      state = next
    }
    if (state !== start) state.term = term
  }
  return (words) => {
    const found: { term: string; from: number; to: number }[] = []
    const tokens = [...words.matchAll(/[\p{L}\p{N}’'-]+/gu)]
    for (let at = 0; at < tokens.length; ) {
      let state: Trie | undefined = start
      let longest = 0
      let term: string | null = null
      for (let ahead = 0; state && at + ahead < tokens.length; ahead++) {
        state = state.next.get((tokens[at + ahead] as RegExpMatchArray)[0])
        if (state?.term) {
          term = state.term
          longest = ahead + 1
        }
      }
      if (term !== null) {
        const last = tokens[at + longest - 1] as RegExpMatchArray
        const from = (tokens[at] as RegExpMatchArray).index as number
        found.push({ term, from, to: (last.index as number) + last[0].length })
      }
      at += Math.max(1, longest)
    }
    return found
  }
}

/** Every use of the given terms, each provision's own definition left out. */
export const usesIn = (root: Tree, definitions: readonly Definition[]): TermUse[] => {
  const find = termAutomaton(new Set(definitions.map((one) => one.term)))
  const defined = new Set(definitions.map((one) => `${one.id} ${one.term}`))
  const out: TermUse[] = []
  const visit = (tree: Tree): void => {
    const { heading, lead, tail } = tree.own
    for (const paragraph of [heading ?? [], ...lead, ...tail])
      for (const { term } of find(wordsOf(paragraph)))
        if (!defined.has(`${tree.id} ${term}`)) out.push({ term, id: tree.id })
    tree.kids.forEach(visit)
  }
  visit(root)
  return out
}

/** Whether a provision lies within a scope. */
export const isWithin = (root: Tree, id: ProvisionId, scope: ProvisionId): boolean =>
  scope === root.id || pathTo(root, id).some((tree) => tree.id === scope)
