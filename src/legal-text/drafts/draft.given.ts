// A draft on the small text on record, for tests: SECMP0099 gives ten days instead of five.

import { applyOps, newStore, type Op, provisionId, text } from '../engine/index.ts'
import { heldDraft } from '../text/held-text.given.ts'

const store = newStore()
export const baseline = store.plant(heldDraft)

/** In `id`, for the first `del` the words `ins`. */
export function wordsOp(id: string, del: string, ins: string, from: number): Op {
  const tree = baseline.kids[0]!.kids.find((kid) => kid.id === id)!
  return {
    op: 'words',
    target: provisionId(id),
    field: 'lead',
    at: { from, to: from + del.length, base: tree.own.ownHash, quote: del, occurrence: 1 },
    del,
    ins: [text(ins)],
  }
}

/** For "five" in B1. */
export const days = (ins: string): Op => wordsOp('b1', 'five', ins, 'Pay within '.length)

/** The event that enters a draft. */
export function draftOf(modification: string, ops: readonly Op[], more: object = {}) {
  const applied = applyOps(store, baseline, ops)
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults))
  return {
    stream: `draft:${modification}`,
    type: 'DraftEntered',
    data: {
      modification,
      ordinal: 1,
      title: `What ${modification} does`,
      baseline: { version: baseline.treeHash, day: '2026-01-01' },
      starts: { on: '2026-06-01' },
      layer: 'permanent',
      ops,
      instructions: null,
      gives: applied.value.root.treeHash,
      settled: [],
      ...more,
    },
  }
}
