// What a consolidated text tells of its past: events, how long each provision has said what it says, and what did it.
import { type Difference, surveyOf } from '../../diff.ts'
import type { ISODate, ProvisionId, Tree } from '../../model.ts'
import type { AknDocument, AknEvent, AknInterval, AknModification } from './akn-meta.ts'

/** A state of the text: from which day, and by which instrument (an address or a reference number). */
export interface AknState {
  readonly from: ISODate
  readonly source: string
  readonly root: Tree
}

const typeOf = ({ a, b, moved }: Difference): AknModification['type'] | null => {
  if (!a) return 'insertion'
  if (!b) return 'repeal'
  if (a.tree.own.textHash !== b.tree.own.textHash) return 'substitution'
  if (moved) return 'replacement'
  return a.tree.own.label?.raw === b.tree.own.label?.raw ? null : 'renumbering'
}

/**
 * The history of the last of these states, in the form in which `writeAkn` takes it. The states are in order of days, of
 * one text and one store. A provision gone since has no place in the file, and so no interval there.
 */
export const aknHistory = (
  states: readonly AknState[],
): Required<Pick<AknDocument, 'events' | 'intervals' | 'modifications'>> => {
  const events: AknEvent[] = []
  const since = new Map<ProvisionId, ISODate>()
  const modifications: AknModification[] = []
  const [first] = states
  const began = (tree: Tree, from: ISODate): void => {
    since.set(tree.id, from)
    for (const kid of tree.kids) began(kid, from)
  }
  if (first) began(first.root, first.from)
  states.forEach(({ from, source, root }, at) => {
    events.push({ date: from, type: at === 0 ? 'generation' : 'amendment', source })
    const before = states[at - 1]
    if (!before) return
    for (const difference of surveyOf(before.root, root).differences) {
      const type = typeOf(difference)
      if (difference.b && type) since.set(difference.id, from)
      else if (!difference.b) since.delete(difference.id)
      if (type) modifications.push({ type, source, target: difference.id })
    }
  })
  const intervals = new Map<ProvisionId, AknInterval>(
    [...since].map(([id, from]) => [id, { from }]),
  )
  return { events, intervals, modifications }
}
