import { describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { provisionId, text } from '../engine/index.ts'
import { beginText } from './begin-text.ts'
import { textFolds } from './text-kept.ts'
import { textOf } from './text-on-record.ts'

const draft = {
  id: provisionId('whatever'),
  kind: 'code',
  children: [
    { id: provisionId('a1'), kind: 'clause', label: 'A1', lead: [[text('Locks are kept.')]] },
  ],
}
const input = { title: 'The Locks Agreement', began: '2026-01-01', source: 'the agreement' }

describe('beginning the text', () => {
  it('holds its nodes by their hashes, and its root', async () => {
    const { ground, asking, read } = await recordOf([], { folds: textFolds })
    const outcome = await carryOut(ground, {
      command: beginText,
      input: { ...input, draft: JSON.stringify(draft) },
      asking,
    })
    expect(outcome).toMatchObject({
      kind: 'done',
      entries: [{ type: 'NodesHeld' }, { type: 'TextBegun', effectiveFrom: '2026-01-01' }],
    })
    const record = textOf(read())
    const root = record?.store.root(record.timeline.at('2026-01-01'))
    expect(root?.kids.map(({ id, own }) => [id, own.label?.raw])).toEqual([['a1', 'A1']])
  })

  it('may begin without words', () =>
    given([], { folds: textFolds })
      .when(beginText, input)
      .thenEntered([{ type: 'NodesHeld' }, { type: 'TextBegun' }]))

  it('is refused a second time', () =>
    given([{ stream: 'text:the-code', type: 'TextBegun', data: { root: 'x' } }])
      .when(beginText, input)
      .thenRefused('textIsNew'))

  it('is refused where its root hash is not the one that was read', () =>
    given([])
      .when(beginText, { ...input, gives: '0'.repeat(64) })
      .thenRefused('textIsWhatWasGiven'))

  it('is refused where an identity stands twice in it', () =>
    given([])
      .when(beginText, {
        ...input,
        draft: { ...draft, children: [...draft.children, ...draft.children] },
      })
      .thenRefused('textIsOne'))

  it('says what it needs, and where JSON cannot be read', () =>
    given([])
      .when(beginText, { title: '', began: 'then', draft: '{', source: 'x' })
      .thenFormRefused('title', 'began', 'draft'))
})
