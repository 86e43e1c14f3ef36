// The first and the last version of the District of Columbia Code in one store, for tests that need no more.
import { importDcCode } from '#legal-text/engine/import-dc-code.ts'
import type { Tree } from '#legal-text/engine/model.ts'
import { newStore, type TextStore } from '#legal-text/engine/store.ts'
import { dcFiles } from './text-corpus.ts'

export interface Ends {
  readonly store: TextStore
  readonly first: Tree
  readonly last: Tree
}

let ends: Ends | undefined

/** Imported once; identities are carried from the first version to the last by matching. */
export const dcEnds = (): Ends => {
  if (ends) return ends
  const files = dcFiles()
  const all = JSON.parse(files.versions) as { date: string }[]
  const store = newStore()
  const versions = JSON.stringify([all[0], all.at(-1)])
  const [first, last] = importDcCode(store, { ...files, versions })
  if (!first || !last) throw new Error('The list of versions is empty')
  ends = { store, first: store.root(first.version), last: store.root(last.version) }
  return ends
}
