// Splits the difference between two versions into two drafts, as two people would have made half of it each.
import { indexOf } from '#legal-text/engine/apply-redline.ts'
import { type Difference, surveyOf } from '#legal-text/engine/diff.ts'
import type { Own, ProvisionId, Tree } from '#legal-text/engine/model.ts'
import { contentOf, type TextStore } from '#legal-text/engine/store.ts'
import { assemble, FIELDS, fieldRange, type Slice } from '#legal-text/engine/tokens.ts'
import { wordEdits } from '#legal-text/engine/word-edits.ts'

/** A seeded coin: the same seed and name give the same side. */
const coin = (seed: number, name: string): boolean => {
  let hash = 2166136261 ^ seed
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619)
  hash ^= hash >>> 15
  return ((Math.imul(hash, 2246822519) >>> 13) & 1) === 1
}

const isPlaced = (one: Difference): boolean => !one.a || !one.b || one.moved

/** Provisions whose coming, going and moving hang together, by the name of their group. */
const groupsOf = (differences: readonly Difference[]): ((id: ProvisionId) => string) => {
  const leader = new Map<string, string>()
  const find = (id: string): string => {
    const next = leader.get(id) ?? id
    return next === id ? id : find(next)
  }
  const link = (one: string | undefined, other: string | undefined): void => {
    if (one !== undefined && other !== undefined) leader.set(find(one), find(other))
  }
  const byId = new Map(differences.map((one) => [one.id, one]))
  for (const one of differences) {
    if (!isPlaced(one)) continue
    const [was, is] = [one.a?.parent?.id, one.b?.parent?.id]
    if (is !== undefined) link(one.id, `in ${is}`)
    if (was !== undefined) link(one.id, `in ${was}`)
    if (is !== undefined && byId.get(is)?.a === null) link(one.id, is)
    if (was !== undefined && byId.get(was)?.b === null) link(one.id, was)
  }
  return find
}

/** A version whose places are new where `takes` says so, and whose contents are as `say` gives them. */
const built = (
  store: TextStore,
  base: Tree,
  newer: Tree,
  takes: (id: ProvisionId) => boolean,
  say: (was: Tree, is: Tree) => Own,
): Tree => {
  const [old, fresh] = [indexOf(base), indexOf(newer)]
  const build = (id: ProvisionId): Tree => {
    const [was, is] = [old.get(id), fresh.get(id)]
    if (was && was === is) return was
    const kids =
      is && (!was || takes(`in ${id}` as ProvisionId)) ? is.kids : (was ?? (is as Tree)).kids
    const own = was && is ? say(was, is) : (was ?? (is as Tree)).own
    return store.tree(
      id,
      own,
      kids.map((kid) => build(kid.id)),
    )
  }
  return build(base.id)
}

const split = (
  store: TextStore,
  base: Tree,
  newer: Tree,
  seed: number,
  say: (was: Tree, is: Tree, mine: (name: string) => boolean) => Own,
): [Tree, Tree] => {
  const groupOf = groupsOf(surveyOf(base, newer).differences)
  const half = (side: boolean): Tree => {
    const mine = (name: string): boolean => coin(seed, name) === side
    return built(
      store,
      base,
      newer,
      (id) => mine(`place ${groupOf(id)}`),
      (was, is) => say(was, is, mine),
    )
  }
  return [half(true), half(false)]
}

/** One coin for each provision. */
export const splitByProvision = (
  store: TextStore,
  base: Tree,
  newer: Tree,
  seed: number,
): [Tree, Tree] =>
  split(store, base, newer, seed, (was, is, mine) => (mine(was.id) ? is.own : was.own))

/** One coin for each hunk of words within a provision. */
export const splitByWord = (
  store: TextStore,
  base: Tree,
  newer: Tree,
  seed: number,
): [Tree, Tree] =>
  split(store, base, newer, seed, (was, is, mine) => {
    if (was.own === is.own) return was.own
    const edits = new Map(
      wordEdits(was.own, is.own, store.lexicon, 'least').map((one) => [one.field, one]),
    )
    const [heading, lead, tail] = FIELDS.map((field) => {
      const [from, to] = fieldRange(was.own.tokens, field)
      const slices: Slice[] = []
      let at = 0
      const found = edits.get(field)
      const hunks = [...(found?.words ?? []), ...(found?.marks ?? [])].sort((p, q) => p.a0 - q.a0)
      for (const hunk of hunks) {
        if (!mine(`${was.id} ${field} ${hunk.a0}`)) continue
        slices.push(
          { content: was.own, from: at, to: hunk.a0 },
          { content: is.own, from: hunk.b0, to: hunk.b1 },
        )
        at = hunk.a1
      }
      slices.push({ content: was.own, from: at, to: to - from })
      return assemble(field, slices)
    })
    const said = mine(`${was.id} label`) ? is.own : was.own
    return store.own({
      ...contentOf(said),
      heading: heading?.[0] ?? null,
      lead: lead ?? [],
      tail: tail ?? [],
    })
  })
