// Runs of neighbours that have new numbers and differ in nothing else, for redlines that tell each run once.
import { type ChangeEntry, changeEntries } from '../../change-entries.ts'
import { changesBetween } from '../../diff.ts'
import type { Lexicon } from '../../lexicon.ts'
import type { ProvisionId, Tree } from '../../model.ts'

/** The runs of two and more new numbers between two versions of one store, by each provision in them. */
export const numberRuns = (a: Tree, b: Tree, lexicon: Lexicon): Map<ProvisionId, ChangeEntry> =>
  new Map(
    changeEntries({ changes: changesBetween(a, b, lexicon) })
      .filter((entry) => entry.class === 'number' && entry.changes.length > 1)
      .flatMap((entry) => entry.changes.map(({ id }) => [id, entry] as const)),
  )
