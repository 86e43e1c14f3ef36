// Writes the operations that take one version to another: instructions derived from an edited text.
import { applyOps } from './apply-ops.ts'
import { changesBetween } from './diff.ts'
import { fieldWords, paragraphsOf, spliceWords } from './field-words.ts'
import { BREAK } from './lexicon.ts'
import type { Draft, Inline, Own, ProvisionId, Tree } from './model.ts'
import type { Edit } from './myers.ts'
import type { Op } from './op.ts'
import type { Change } from './redline.ts'
import { contentOf, type TextStore } from './store.ts'
import { assemble, fieldRange, wordsOfTokens } from './tokens.ts'
import type { FieldEdits } from './word-edits.ts'

const QUOTED = 40

/** The character at which a token of a field begins, its leading space left to it. */
const characterOf = (
  store: TextStore,
  own: Own,
  field: FieldEdits['field'],
  token: number,
): number => {
  const [from] = fieldRange(own.tokens, field)
  const words = wordsOfTokens(own.tokens, from, from + token, store.lexicon)
  const firsts = 1 + (words.match(/\n/g)?.length ?? 0)
  const opensNext = words.endsWith('\n') || words === ''
  return words.length - (opensNext ? firsts - 1 : firsts)
}

/** Whether a token of a field begins a paragraph: there its leading space is not printed. */
const isFirst = (own: Own, field: FieldEdits['field'], token: number): boolean => {
  const [from] = fieldRange(own.tokens, field)
  return token === 0 || own.tokens.ids[from + token - 1] === BREAK
}

const insertedWords = (
  store: TextStore,
  before: Own,
  after: Own,
  field: FieldEdits['field'],
  { a1, b0, b1 }: Edit,
): Inline[] => {
  const out: Inline[] = []
  const [start, end] = fieldRange(after.tokens, field)
  const tokenAt = (at: number): number => after.tokens.ids[start + at] as number
  let from = b0
  for (let at = b0; at <= b1; at++) {
    if (at < b1 && tokenAt(at) !== BREAK) continue
    const [paragraph] = at > from ? assemble(field, [{ content: after, from, to: at }]) : []
    const needsSpace = paragraph && !isFirst(after, field, from) && !startsWithSpace(paragraph[0])
    const first = store.lexicon.words[tokenAt(from)] ?? ''
    if (needsSpace && first.startsWith(' ')) out.push({ t: 'text', s: ' ' })
    if (paragraph) out.push(...paragraph)
    if (at < b1) out.push({ t: 'text', s: '\n' })
    from = at + 1
  }
  const next = start + b1 < end ? tokenAt(b1) : BREAK
  const losesSpace = next !== BREAK && isFirst(before, field, a1) && !isFirst(after, field, b1)
  return losesSpace ? [...out, { t: 'text', s: ' ' }] : out
}

const startsWithSpace = (inline: Inline | undefined): boolean =>
  inline?.t === 'text' && inline.s.startsWith(' ')

const occurrenceOf = (words: string, quote: string, from: number): number => {
  if (quote === '') return 0
  let count = 0
  for (let at = words.indexOf(quote); at >= 0 && at <= from; at = words.indexOf(quote, at + 1))
    count++
  return count
}

/** Operations for one field, from its end to its start, so that each leaves the offsets of the next as they are. */
const wordOps = (
  store: TextStore,
  id: ProvisionId,
  before: Own,
  after: Own,
  edits: FieldEdits,
): { ops: Op[]; own: Own } => {
  const { field } = edits
  const ops: Op[] = []
  let own = before
  const all = [...edits.words, ...edits.marks].sort((p, q) => q.a0 - p.a0 || q.b0 - p.b0)
  for (const edit of all) {
    const words = fieldWords(own, field)
    const from = characterOf(store, before, field, edit.a0)
    const to = Math.max(from, characterOf(store, before, field, edit.a1))
    const del = words.slice(from, to)
    const ins = insertedWords(store, before, after, field, edit)
    const quote = del !== '' ? del : words.slice(Math.max(0, from - QUOTED), from)
    const occurrence = occurrenceOf(words, quote, del !== '' ? from : from - quote.length)
    ops.push({
      op: 'words',
      target: id,
      field,
      at: { from, to, base: own.ownHash, quote, occurrence },
      del,
      ins,
    })
    const spliced = spliceWords(paragraphsOf(own, field), from, to, ins)
    own = store.own({
      ...contentOf(own),
      ...(field === 'heading' ? { heading: spliced[0] ?? [] } : { [field]: spliced }),
    })
  }
  return { ops, own }
}

const bare = (own: Own, id: ProvisionId): Draft => ({ ...contentOf(own), id, children: [] })

/** Word operations where they give the newer content to the letter; else the provision whole, its children kept. */
const contentOps = (store: TextStore, change: Change): Op[] => {
  const { before, after, id } = change
  if (!before || !after || before.own === after.own) return []
  const out: Op[] = []
  let own = before.own
  const label = after.own.label?.raw ?? ''
  if ((own.label?.raw ?? '') !== label) {
    out.push({ op: 'renumber', target: id, label })
    own = store.own({ ...contentOf(own), label })
  }
  for (const edits of change.fields) {
    const written = wordOps(store, id, own, after.own, edits)
    out.push(...written.ops)
    own = written.own
  }
  return own === after.own ? out : []
}

/**
 * Operations that take `a` to `b`. Applied to `a` they give `b` exactly: this is checked here, and where words alone
 * cannot say a change (another kind of provision, a mark cut in two), the provision is substituted whole.
 */
export const opsBetween = (store: TextStore, a: Tree, b: Tree): Op[] => {
  const changes = changesBetween(a, b, store.lexicon, 'readable')
  const [places, words, wholes]: [Op[], Op[], Change[]] = [[], [], []]
  const moved = new Set(changes.filter((change) => change.moved).map((change) => change.id))
  const fresh = new Set(changes.filter((change) => !change.before).map((change) => change.id))
  for (const change of changes) {
    const written = contentOps(store, change)
    if (
      change.before &&
      change.after &&
      change.before.own !== change.after.own &&
      written.length === 0
    )
      wholes.push(change)
    words.push(...written)
  }
  const arrange = (tree: Tree): void => {
    tree.kids.forEach((kid, at) => {
      const after = tree.kids[at - 1]?.id ?? null
      if (fresh.has(kid.id))
        places.push({ op: 'insert', parent: tree.id, after, node: bare(kid.own, kid.id) })
      else if (moved.has(kid.id))
        places.push({ op: 'move', target: kid.id, parent: tree.id, after })
      if (kid.size > 1) arrange(kid)
    })
  }
  if (fresh.size > 0 || moved.size > 0) arrange(b)
  const goneParents = new Set(changes.filter((change) => !change.after).map((change) => change.id))
  const repeals = changes
    .filter((change) => !change.after && !goneParents.has(change.before?.parent as ProvisionId))
    .map((change): Op => ({ op: 'repeal', target: change.id, leave: 'gap' }))
  const plain = [...places, ...words, ...repeals]
  if (wholes.length === 0) return plain
  return [...plain, ...substitutions(store, a, plain, wholes)]
}

/** Whole substitutions under the same id, written for the text as the other operations leave it. */
const substitutions = (
  store: TextStore,
  a: Tree,
  plain: readonly Op[],
  wholes: readonly Change[],
): Op[] => {
  const result = applyOps(store, a, plain)
  if (!result.ok)
    throw new Error(`Derived operations do not apply: ${JSON.stringify(result.faults)}`)
  const owns = new Map(wholes.map((change) => [change.id, change.after?.own as Own]))
  const out: Op[] = []
  const draft = (tree: Tree): Draft => ({
    ...contentOf(owns.get(tree.id) ?? tree.own),
    id: tree.id,
    children: tree.kids.map(draft),
  })
  const visit = (tree: Tree): void => {
    if (owns.has(tree.id)) out.push({ op: 'substitute', target: tree.id, with: [draft(tree)] })
    else tree.kids.forEach(visit)
  }
  visit(result.value.root)
  return out
}
