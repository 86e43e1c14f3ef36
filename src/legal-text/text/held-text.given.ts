// A small text on record, for tests: Section B with one clause, from 1 January 2026.

import { type Draft, newStore, provisionId, text } from '../engine/index.ts'
import { nodesOf, theCode } from './held-nodes.ts'

const clause = (id: string, label: string, words: string): Draft => ({
  id: provisionId(id),
  kind: 'clause',
  label,
  lead: [[text(words)]],
})

export const heldDraft: Draft = {
  id: theCode,
  kind: 'code',
  children: [
    {
      id: provisionId('b'),
      kind: 'section',
      label: 'Section B',
      heading: [text('Locks')],
      children: [
        clause('b1', 'B1', 'Pay within five days.'),
        clause('b2', 'B2', 'Section B1 applies to each Lock Keeper.'),
      ],
    },
  ],
}
const root = newStore().plant(heldDraft)

/** The events that put it on record. */
export const heldText = [
  {
    stream: 'text:the-code',
    type: 'NodesHeld',
    data: { nodes: nodesOf(root) },
    effectiveFrom: '2026-01-01',
  },
  {
    stream: 'text:the-code',
    type: 'TextBegun',
    data: { root: root.treeHash, began: '2026-01-01', title: 'The Locks Agreement' },
    effectiveFrom: '2026-01-01',
  },
]
