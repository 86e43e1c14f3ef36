// One number claimed under one parent by two provisions, each by another side.
import type { Conflict } from './conflict.ts'
import type { Places, Touched } from './merge-places.ts'
import type { Own, ProvisionId } from './model.ts'

/** Whether a side gave this provision its number here: it is new there, or has another parent or number than before. */
const claims = (one: Touched['right']): boolean =>
  Boolean(one?.b) &&
  (one?.a == null ||
    one.a.parent?.id !== one.b?.parent?.id ||
    one.a.tree.own.label?.raw !== one.b?.tree.own.label?.raw)

interface Claimed {
  readonly id: ProvisionId
  readonly left: boolean
  readonly right: boolean
}

/** Conflicts among the children of one provision in the merged text; `ownOf` gives what each then says. */
export const oneLabel = (
  places: Places,
  kids: readonly { readonly id: ProvisionId }[],
  ownOf: (id: ProvisionId) => Own | undefined,
): Conflict[] => {
  const byLabel = new Map<string, Claimed[]>()
  let [left, right] = [false, false]
  for (const { id } of kids) {
    const one = places.touched.get(id)
    if (!one) continue
    const claimed = { id, left: claims(one.left), right: claims(one.right) }
    if (!claimed.left && !claimed.right) continue
    left ||= claimed.left
    right ||= claimed.right
    const label = ownOf(id)?.label
    if (label) byLabel.set(label.raw, [...(byLabel.get(label.raw) ?? []), claimed])
  }
  if (!left || !right) return []
  const out: Conflict[] = []
  for (const claimants of byLabel.values())
    for (const one of claimants)
      for (const other of claimants) {
        if (one.id >= other.id) continue
        const isCrossed = (one.left && other.right) || (one.right && other.left)
        const isTogether = (one.left && other.left) || (one.right && other.right)
        if (isCrossed && !isTogether)
          out.push({ kind: 'one-label', ...places.trees(one.id), other: other.id })
      }
  return out
}
