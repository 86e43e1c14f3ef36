// Ties the instructions of an act to a version of the code: typed operations, or why there can be none.

import { citedAs } from './dc-code-section.ts'
import { fieldWords } from './field-words.ts'
import type { ActInstruction } from './import-dc-acts.ts'
import { compareLabels, parseLabel } from './label.ts'
import { locate } from './locate.ts'
import type { Draft, ProvisionId, Result, Tree } from './model.ts'
import type { Op } from './op.ts'
import type { Unnamed } from './shape.ts'
import { contentOf } from './store.ts'
import type { Field } from './tokens.ts'

const surveyed = new WeakMap<Tree, ReadonlyMap<string, ProvisionId>>()

/** Each provision by the place that citations and instructions give it. */
export const placesIn = (root: Tree): ReadonlyMap<string, ProvisionId> => {
  const known = surveyed.get(root)
  if (known) return known
  const places = new Map<string, ProvisionId>()
  const survey = (tree: Tree, under: string): void => {
    const cited = citedAs({ kind: tree.own.kind, label: tree.own.label?.raw })
    const place = tree.own.kind === 'section' || under === '' ? cited : `${under}|${cited}`
    if (cited !== '' && !places.has(place)) places.set(place, tree.id)
    for (const kid of tree.kids) survey(kid, cited === '' ? under : place)
  }
  for (const title of root.kids) survey(title, '')
  surveyed.set(root, places)
  return places
}

const folded = (s: string): string => s.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")

const places = (words: string, find: string): number[] => {
  const out: number[] = []
  for (const [said, wanted] of [
    [words, find],
    [folded(words), folded(find)],
  ] as const) {
    for (
      let at = said.indexOf(wanted);
      at >= 0 && wanted !== '';
      at = said.indexOf(wanted, at + wanted.length)
    )
      out.push(at)
    if (out.length > 0) break
  }
  return out
}

const FIELDS: readonly Field[] = ['lead', 'tail', 'heading']

const wordOps = (tree: Tree, { find, replace, count, position }: ActInstruction): Op[] => {
  const wanted = find.replace(/\s+/g, ' ')
  const found: { tree: Tree; field: Field; from: number }[] = []
  const visit = (one: Tree): void => {
    for (const field of FIELDS)
      for (const from of places(fieldWords(one.own, field), wanted))
        found.push({ tree: one, field, from })
    one.kids.forEach(visit)
  }
  visit(tree)
  const own = found.filter((one) => one.tree === tree)
  const all = position === 'last' && own.length > 0 ? own : found
  const chosen = position === 'last' ? all.slice(-1) : count === 0 ? all : all.slice(0, count)
  if (chosen.length < Math.max(1, position === 'last' ? 1 : count)) return []
  return chosen.toReversed().map(({ tree: one, field, from }, at): Op => {
    const words = fieldWords(one.own, field)
    const del = words.slice(from, from + wanted.length)
    const isFirst = at === 0 || chosen.filter((other) => other.tree === one).length === 1
    const occurrence = places(words, del).indexOf(from) + 1
    return {
      op: 'words',
      target: one.id,
      field,
      at: {
        from,
        to: from + del.length,
        base: (isFirst ? one.own.ownHash : '') as typeof one.own.ownHash,
        quote: del,
        occurrence,
      },
      del,
      ins: replace === '' ? [] : [{ t: 'text', s: replace }],
    }
  })
}

const named = (content: Unnamed, mint: () => ProvisionId, kind: Draft['kind']): Draft => ({
  ...content,
  kind,
  id: mint(),
  children: content.children.map((child) => named(child, mint, child.kind)),
})

/** After which child a provision of this number stands: the one named, or the last that comes before it legally. */
const siblingBefore = (
  tree: Tree,
  { after, before }: ActInstruction,
  number: string,
): ProvisionId | null => {
  const bare = (raw: string): string => raw.replace(/[[\]§\s]/g, '')
  const labelled = (raw: string): number =>
    tree.kids.findIndex(
      (kid) => bare(kid.own.label?.raw ?? '') === bare(raw.split('|').at(-1) ?? raw),
    )
  if (after !== null && labelled(after) >= 0) return tree.kids[labelled(after)]?.id ?? null
  if (before !== null && labelled(before) >= 0) return tree.kids[labelled(before) - 1]?.id ?? null
  const label = parseLabel(number)
  const last = tree.kids.findLast((kid) => kid.own.label && compareLabels(kid.own.label, label) < 0)
  return number === '' ? (tree.kids.at(-1)?.id ?? null) : (last?.id ?? null)
}

const kindOf = (content: Unnamed, under: Tree): Draft['kind'] => {
  if (content.kind === 'heading-group') return 'heading-group'
  return under.own.kind === 'para' || under.own.kind === 'section' ? 'para' : 'section'
}

/** The operations of one instruction on this version, or why it has none. */
export const opsOfInstruction = (
  root: Tree,
  at: ReadonlyMap<string, ProvisionId>,
  instruction: ActInstruction,
  mint: () => ProvisionId,
): Result<Op[], string> => {
  const id = at.get(instruction.path)
  const tree = id && locate(root, id)?.tree
  if (!tree) return { ok: false, faults: `no provision stands at ${instruction.path}` }
  const { kind, content } = instruction
  const label = instruction.number ?? (typeof content?.label === 'string' ? content.label : '')
  switch (kind) {
    case 'find-replace': {
      const ops = wordOps(tree, instruction)
      return ops.length > 0
        ? { ok: true, value: ops }
        : { ok: false, faults: `"${instruction.find}" does not stand at ${instruction.path}` }
    }
    case 'redesignate':
      return { ok: true, value: [{ op: 'renumber', target: tree.id, label }] }
    case 'repeal': {
      const own = {
        ...contentOf(tree.own),
        lead: [[{ t: 'text' as const, s: 'Repealed.' }]],
        tail: [],
      }
      return {
        ok: true,
        value: [
          { op: 'substitute', target: tree.id, with: [{ ...own, id: tree.id, children: [] }] },
        ],
      }
    }
    case 'replace':
      if (!content) return { ok: false, faults: 'the act gives nothing to put in its place' }
      return {
        ok: true,
        value: [
          {
            op: 'substitute',
            target: tree.id,
            with: [{ ...named(content, mint, tree.own.kind), id: tree.id }],
          },
        ],
      }
    case 'insert': {
      if (!content) return { ok: false, faults: 'the act gives nothing to insert' }
      if (instruction.before === 'heading')
        return {
          ok: true,
          value: [
            {
              op: 'words',
              target: tree.id,
              field: 'lead',
              at: { from: 0, to: 0, base: tree.own.ownHash, quote: '', occurrence: 0 },
              del: '',
              ins: [...(content.lead?.[0] ?? []), { t: 'text', s: '\n' }],
            },
          ],
        }
      const draft = {
        ...named(content, mint, kindOf(content, tree)),
        ...(label === '' ? {} : { label }),
      }
      return {
        ok: true,
        value: [
          {
            op: 'insert',
            parent: tree.id,
            after: siblingBefore(tree, instruction, label),
            node: draft,
          },
        ],
      }
    }
  }
}
