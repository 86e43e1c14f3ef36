import { describe, expect, it } from 'vitest'
import { recordOf } from '../../../tests/given.ts'
import { partsKept } from '../code-kept.ts'
import { newStore, text } from '../engine/index.ts'
import { nodesOf, theCode } from './held-nodes.ts'
import { textFolds } from './text-kept.ts'
import { textOf } from './text-on-record.ts'

const from = '2026-01-01'
const root = newStore().plant({ id: theCode, kind: 'code', heading: [text('Locks')] })
const provision = (id: string, parent: string, number: string) => ({
  stream: `provision:${id}`,
  type: 'ProvisionEntered',
  data: { id, parent, number, kind: 'clause', heading: null, words: ['Words.'], from },
  effectiveFrom: from,
})
const entered = [
  {
    stream: 'text:the-code',
    type: 'NodesHeld',
    data: { nodes: nodesOf(root) },
    effectiveFrom: from,
  },
  {
    stream: 'text:the-code',
    type: 'TextBegun',
    data: { root: root.treeHash, began: from, title: 'Locks' },
    effectiveFrom: from,
  },
  {
    stream: 'part:Section-B',
    type: 'PartEntered',
    data: { reference: 'Section B', title: 'Locks', kind: 'section', from },
    effectiveFrom: from,
  },
  provision('p1', 'Section B', 'B1'),
  provision('p2', 'B1', '(a)'),
  provision('p3', 'B1', ''),
]

describe('the text on record', () => {
  it('calls what was entered one by one by its full number, if it has one', async () => {
    const { read } = await recordOf(entered, { folds: [partsKept, ...textFolds] })
    const { effects } = textOf(read())!
    const called = [...effects.values()].map(({ id, provisions }) => [id, provisions])
    expect(called.slice(1)).toEqual([
      ['entered:p1', ['B1']],
      ['entered:p2', ['B1(a)']],
      ['entered:p3', []],
    ])
    expect(called[0]![1]).toEqual(['Section B'])
  })
})
