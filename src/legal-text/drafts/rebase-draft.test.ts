import { describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { type Op, wordsOf } from '../engine/index.ts'
import { heldText } from '../text/held-text.given.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { textFolds } from '../text/text-kept.ts'
import { textOf } from '../text/text-on-record.ts'
import { days, draftOf, wordsOp } from './draft.given.ts'
import { draftedText } from './drafted-text.ts'
import { draftFolds } from './drafts-kept.ts'
import { draftOnRecord } from './drafts-on-record.ts'
import { rebaseDraft } from './rebase-draft.ts'

const folds = [...textFolds, ...draftFolds]
const draft = draftOf('SECMP0099', [days('ten')])
const effect = (ops: readonly Op[]) => ({
  stream: 'effect:E-1',
  type: 'EffectEntered',
  effectiveFrom: '2026-03-01',
  data: {
    reference: 'E-1',
    instrument: { kind: 'modification', reference: 'SECMP0001' },
    layer: 'permanent',
    mode: 'amend',
    provisions: ['B1'],
    starts: { on: '2026-03-01' },
    ends: null,
    regions: [],
    ops,
    says: null,
    supersedes: null,
    gives: null,
  },
})
const elsewhere = effect([
  wordsOp('b2', 'Lock Keeper', 'Keeper', 'Section B1 applies to each '.length),
])
const inTheWay = effect([days('seven')])
const input = { modification: 'SECMP0099', class: 'white' }
const conflict = 'words.b1.lead.2-3'

/** What B1 and B2 say in the revision that was entered. */
async function rebased(past: Parameters<typeof recordOf>[0], choices: unknown) {
  const { ground, asking, read } = await recordOf(past, { folds })
  const outcome = await carryOut(ground, {
    command: rebaseDraft,
    input: { ...input, choices },
    asking,
  })
  expect(outcome).toMatchObject({ kind: 'done' })
  const reading = read()
  const { latest } = draftOnRecord(reading, 'SECMP0099')!
  const texts = draftedText(textOf(reading)!, latest)!
  const words = (number: string) => {
    const numbers = numbersOf(texts.root)
    return wordsOf(numbers.tree(numbers.named(number)!)!.own.lead[0]!)
  }
  return {
    B1: words('B1'),
    B2: words('B2'),
    settled: latest.data.settled,
    ops: latest.data.ops.length,
  }
}

describe('rebasing a draft', () => {
  it('carries it onto the text now in force, where nothing clashes', async () => {
    expect(await rebased([...heldText, draft, elsewhere], undefined)).toEqual({
      B1: 'Pay within ten days.',
      B2: 'Section B1 applies to each Keeper.',
      settled: [],
      ops: 1,
    })
  })

  it.each([
    ['draft', undefined, 'Pay within ten days.'],
    ['in-force', undefined, 'Pay within seven days.'],
    ['base', undefined, 'Pay within five days.'],
    ['own', 'eight', 'Pay within eight days.'],
  ])('settles a conflict by %s', async (choice, words, expected) => {
    const choices = JSON.stringify([{ conflict, choice, words }])
    const found = await rebased([...heldText, draft, inTheWay], choices)
    expect(found.B1).toBe(expected)
    expect(found.settled).toEqual([{ conflict, choice, words: words ?? null }])
  })

  it('is refused while a conflict is not settled', () =>
    given([...heldText, draft, inTheWay], { folds })
      .when(rebaseDraft, input)
      .thenRefused('conflictsAreSettled'))

  it('is refused for a choice that names no conflict', () =>
    given([...heldText, draft, elsewhere], { folds })
      .when(rebaseDraft, { ...input, choices: [{ conflict, choice: 'draft' }] })
      .thenRefused('choicesNameConflicts'))

  it('is refused where the text has not moved, and without an open draft', async () => {
    await given([...heldText, draft], { folds })
      .when(rebaseDraft, input)
      .thenRefused('textHasMoved')
    await given(heldText, { folds }).when(rebaseDraft, input).thenRefused('draftIsOpen')
  })

  it('takes for each conflict only a choice of its type', () => {
    const gone: Op = { op: 'repeal', target: 'b1' as never, leave: 'gap' }
    return given([...heldText, draft, effect([gone])], { folds })
      .when(rebaseDraft, {
        ...input,
        choices: [{ conflict: 'deleted-changed.b1', choice: 'both' }],
      })
      .thenRefused('choicesFitTheirConflicts')
  })

  it('settles whether a provision stands', async () => {
    const gone: Op = { op: 'repeal', target: 'b1' as never, leave: 'gap' }
    const choices = [{ conflict: 'deleted-changed.b1', choice: 'draft' }]
    const { B1 } = await rebased([...heldText, draft, effect([gone])], choices)
    expect(B1).toBe('Pay within ten days.')
  })
})
