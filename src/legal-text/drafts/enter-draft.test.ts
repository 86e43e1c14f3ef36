import { describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { newStore } from '../engine/index.ts'
import { heldText } from '../text/held-text.given.ts'
import { textFolds } from '../text/text-kept.ts'
import { days, draftOf } from './draft.given.ts'
import { draftFolds } from './drafts-kept.ts'
import { enterDraft } from './enter-draft.ts'

const folds = [...textFolds, ...draftFolds]
const draft = { modification: 'SECMP0099', title: 'Ten days', starts: '2026-06-01', class: 'white' }
const lines = 'B1 Pay within ten days.'

describe('entering a draft', () => {
  it('takes operations, and says which text they give', () =>
    given(heldText, { folds })
      .when(enterDraft, { ...draft, ops: [days('ten')] })
      .thenEntered([
        {
          type: 'DraftEntered',
          data: {
            modification: 'SECMP0099',
            ordinal: 1,
            layer: 'permanent',
            instructions: null,
            baseline: { day: '2026-06-01' },
          },
          basis: 'decided-here',
        },
      ]))

  it('takes an edited text, and derives the operations: only what was touched', async () => {
    const { ground, asking } = await recordOf(heldText, { folds })
    const whole = { ...draft, provision: 'Section B' }
    const edited =
      'Section B Locks |\n  B1 Pay within ten days.\n  B2 Section B1 applies to each Lock Keeper.\n  B3 Interest | It runs || from then on.'
    const outcome = await carryOut(ground, {
      command: enterDraft,
      input: { ...whole, edited },
      asking,
    })
    const [entry] = outcome.kind === 'done' ? outcome.entries : []
    const { ops } = entry!.data as { ops: { op: string; target?: string; node?: { id: string } }[] }
    expect(ops.map(({ op, target }) => [op, target])).toEqual([
      ['insert', undefined],
      ['words', 'b1'],
    ])
    expect(ops[0]!.node!.id).toMatch(/^d[0-9a-f]{16}\.0$/)
  })

  it('takes instructions, and keeps them as they were typed', async () => {
    const instructions = 'In B1, for “five” substitute “ten”.\nOmit B2.'
    await given(heldText, { folds })
      .when(enterDraft, { ...draft, instructions })
      .thenEntered([
        { type: 'DraftEntered', data: { instructions, ops: [{ op: 'words' }, { op: 'repeal' }] } },
      ])
  })

  it('gives the same text in each of its forms', async () => {
    const roots = new Set<string>()
    for (const form of [
      { ops: JSON.stringify([days('ten')]) },
      { provision: 'B1', edited: lines },
      { instructions: 'In B1, for “five” substitute “ten”' },
    ]) {
      const { ground, asking } = await recordOf(heldText, { folds })
      const outcome = await carryOut(ground, {
        command: enterDraft,
        input: { ...draft, ...form },
        asking,
      })
      roots.add(
        outcome.kind === 'done' ? (outcome.entries[0]!.data as { gives: string }).gives : '',
      )
    }
    expect(roots.size).toBe(1)
  })

  it('goes on from the last revision where the text is edited, and counts within its class', () =>
    given([...heldText, draftOf('SECMP0099', [days('ten')])], { folds })
      .when(enterDraft, {
        ...draft,
        provision: 'B2',
        edited: 'B2 Section B1 applies to everybody.',
      })
      .thenEntered([
        { type: 'DraftEntered', data: { ordinal: 2, ops: [{ target: 'b1' }, { target: 'b2' }] } },
      ]))

  it('is for the fewest readers where nothing is said', async () => {
    const { ground, asking } = await recordOf(heldText, { folds })
    const { class: _class, ...input } = { ...draft, ops: [days('ten')] }
    const outcome = await carryOut(ground, { command: enterDraft, input, asking })
    expect(outcome).toMatchObject({ kind: 'done', entries: [{ class: 'red' }] })
  })

  it('is refused before there is a text', () =>
    given([])
      .when(enterDraft, { ...draft, ops: [days('ten')] })
      .thenRefused('textIsThere'))

  it('is refused in no form, and in two', async () => {
    await given(heldText, { folds }).when(enterDraft, draft).thenRefused('oneFormIsGiven')
    await given(heldText, { folds })
      .when(enterDraft, { ...draft, ops: [], edited: lines })
      .thenRefused('oneFormIsGiven')
  })

  it('is refused from elsewhere without a source', () =>
    given(heldText, { folds })
      .when(enterDraft, { ...draft, ops: [days('ten')], basis: 'on-record' })
      .thenRefused('sourceIsNamed'))

  it('is refused where the text that was edited is no longer the one that stands', () =>
    given([...heldText, draftOf('SECMP0099', [days('ten')])], { folds })
      .when(enterDraft, {
        ...draft,
        provision: 'B1',
        edited: 'B1 Pay.',
        upon: newStore().plant({ id: 'x' as never, kind: 'code' }).treeHash,
      })
      .thenRefused('draftIsAsSeen'))

  it.each([
    ['operations', { ops: [days('ten'), days('ten')] }],
    ['instructions', { instructions: 'In B1, for “five” substitute “ten”\nIn B9, omit “x”' }],
    ['an edited text', { provision: 'B1', edited: 'B1 Pay.\n      (a) too deep' }],
    ['a provision that is not there', { provision: 'B9', edited: 'B9 Pay.' }],
  ])('is refused where %s cannot be applied, with the line', async (_what, form) => {
    await given(heldText, { folds })
      .when(enterDraft, { ...draft, ...form })
      .thenRefused('draftApplies')
  })

  it('is refused where it leaves the text as it is', () =>
    given(heldText, { folds })
      .when(enterDraft, { ...draft, provision: 'B1', edited: 'B1 Pay within five days.' })
      .thenRefused('draftChangesSomething'))

  it('says what it needs', () =>
    given(heldText, { folds })
      .when(enterDraft, { modification: 'no number', class: 'pink', starts: 'soon', ops: '{' })
      .thenFormRefused('modification', 'title', 'starts', 'ops', 'class'))
})
