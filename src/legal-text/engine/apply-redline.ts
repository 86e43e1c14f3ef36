// Takes a version through a redline, word by word, and refuses where the version is not the one it was made from.
import type { Own, Paragraph, ProvisionId, Result, Tree } from './model.ts'
import type { Edit } from './myers.ts'
import type { Change, Redline } from './redline.ts'
import type { TextStore } from './store.ts'
import { assemble, FIELDS, type Field, fieldRange, type Slice } from './tokens.ts'
import type { FieldEdits } from './word-edits.ts'

/** Why a redline cannot be applied to a version. */
export interface RedlineFault {
  readonly provision: ProvisionId
  readonly expected: string
  readonly found: string
}

const spliced = (before: Own, after: Own, edits: FieldEdits): Paragraph[] => {
  const { field, words, marks } = edits
  const [from, to] = fieldRange(before.tokens, field)
  const all = [...words, ...marks].sort((p: Edit, q: Edit) => p.a0 - q.a0 || p.b0 - q.b0)
  const slices: Slice[] = []
  let at = 0
  for (const edit of all) {
    if (edit.a0 > at) slices.push({ content: before, from: at, to: edit.a0 })
    if (edit.b1 > edit.b0) slices.push({ content: after, from: edit.b0, to: edit.b1 })
    at = edit.a1
  }
  if (to - from > at) slices.push({ content: before, from: at, to: to - from })
  return assemble(field, slices)
}

const ownAfter = (store: TextStore, change: Change): Own => {
  const { before, after, fields } = change
  if (!after) throw new Error(`Provision ${change.id} is gone after this change`)
  if (!before || before.own === after.own) return after.own
  const edited = new Map(fields.map((one) => [one.field, one]))
  const say = (field: Field): readonly Paragraph[] => {
    const edits = edited.get(field)
    if (edits) return spliced(before.own, after.own, edits)
    return field === 'heading'
      ? before.own.heading
        ? [before.own.heading]
        : []
      : before.own[field]
  }
  const [heading, lead, tail] = FIELDS.map(say)
  return store.own({
    kind: after.own.kind,
    label: after.own.label,
    heading: heading?.[0] ?? null,
    lead: lead ?? [],
    tail: tail ?? [],
  })
}

const faultsOf = (
  changes: ReadonlyMap<ProvisionId, Change>,
  held: ReadonlyMap<ProvisionId, Tree>,
): RedlineFault[] => {
  const faults: RedlineFault[] = []
  for (const [provision, { before, children }] of changes) {
    const tree = held.get(provision)
    if (!before && tree)
      faults.push({ provision, expected: 'no such provision', found: 'one that stands' })
    if (!before) continue
    if (!tree) faults.push({ provision, expected: 'the provision', found: 'none' })
    else if (tree.own !== before.own)
      faults.push({ provision, expected: before.own.ownHash, found: tree.own.ownHash })
    else if (children && children.before.join(' ') !== tree.kids.map((kid) => kid.id).join(' '))
      faults.push({
        provision,
        expected: `the children ${children.before.join(' ')}`,
        found: tree.kids.map((kid) => kid.id).join(' '),
      })
  }
  return faults
}

/** Every provision of a tree by id. */
export const indexOf = (root: Tree): Map<ProvisionId, Tree> => {
  const index = new Map<ProvisionId, Tree>()
  const visit = (tree: Tree): void => {
    index.set(tree.id, tree)
    tree.kids.forEach(visit)
  }
  visit(root)
  return index
}

/** The version after the redline, or each provision where the version is not what the redline expects. */
export const applyRedline = (
  store: TextStore,
  redline: Redline,
  root: Tree,
): Result<Tree, readonly RedlineFault[]> => {
  const changes = new Map(redline.changes.map((change) => [change.id, change]))
  const held = indexOf(root)
  const faults = faultsOf(changes, held)
  if (faults.length > 0) return { ok: false, faults }
  const built = new Map<ProvisionId, Tree>()
  const build = (id: ProvisionId): Tree => {
    const done = built.get(id)
    if (done) return done
    const change = changes.get(id)
    const tree = held.get(id)
    const kids = change?.children ? change.children.after : (tree?.kids ?? []).map((kid) => kid.id)
    const own = change ? ownAfter(store, change) : tree?.own
    if (!own) throw new Error(`The redline asks for provision ${id}, which neither side holds`)
    const next = store.tree(id, own, kids.map(build))
    built.set(id, next)
    return next
  }
  return { ok: true, value: build(root.id) }
}
