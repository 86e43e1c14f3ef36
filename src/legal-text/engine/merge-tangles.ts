// Which provisions of a merge cannot be merged where they stand, because something came from or went elsewhere.
import type { Stood } from './diff.ts'
import type { Touched } from './merge-places.ts'
import type { ProvisionId } from './model.ts'

/** The provisions given, with all that stand above any of them in the base, on the left or on the right. */
export const tanglesOf = (
  touched: ReadonlyMap<ProvisionId, Touched>,
  passed: (id: ProvisionId) => Stood | undefined,
  from: readonly ProvisionId[],
): ReadonlySet<ProvisionId> => {
  const tangled = new Set<ProvisionId>()
  const mark = (id: ProvisionId | undefined): void => {
    if (id === undefined || tangled.has(id)) return
    tangled.add(id)
    mark(passed(id)?.parent?.id)
    const one = touched.get(id)
    mark(one?.leftDid?.b?.parent?.id)
    mark(one?.right?.b?.parent?.id)
  }
  from.forEach(mark)
  return tangled
}
