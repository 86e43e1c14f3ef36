import { describe, expect, it } from 'vitest'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { heldText } from '../text/held-text.given.ts'
import { textFolds } from '../text/text-kept.ts'
import { days, draftOf } from './draft.given.ts'
import { draftFolds } from './drafts-kept.ts'
import { withdrawDraft } from './withdraw-draft.ts'

const folds = [...textFolds, ...draftFolds]
const past = [...heldText, draftOf('SECMP0099', [days('ten')])]
const input = { modification: 'SECMP0099', reason: 'another way was found' }

describe('withdrawing a draft', () => {
  it('is entered with its reason', () =>
    given(past, { folds })
      .when(withdrawDraft, input)
      .thenEntered([{ type: 'DraftWithdrawn', data: { ordinal: 1, reason: input.reason } }]))

  it('is told to whoever could read a revision, and to nobody else', async () => {
    const red = { ...draftOf('SECMP0098', [days('ten')]), class: 'red' as const }
    const amber = { ...draftOf('SECMP0098', [days('six')]), class: 'amber' as const }
    const { ground, asking } = await recordOf([...heldText, amber, red], { folds })
    const outcome = await carryOut(ground, {
      command: withdrawDraft,
      input: { modification: 'SECMP0098' },
      asking,
    })
    expect(outcome).toMatchObject({ kind: 'done', entries: [{ class: 'amber' }] })
  })

  it('of what was proposed anew is not told to those who read only what came before', async () => {
    const white = draftOf('SECMP0098', [days('ten')])
    const over = {
      stream: 'draft:SECMP0098',
      type: 'DraftWithdrawn',
      data: { modification: 'SECMP0098', ordinal: 1, reason: null },
    }
    const red = { ...draftOf('SECMP0098', [days('six')]), class: 'red' as const }
    const { ground, asking } = await recordOf([...heldText, white, over, red], { folds })
    const outcome = await carryOut(ground, {
      command: withdrawDraft,
      input: { modification: 'SECMP0098' },
      asking,
    })
    expect(outcome).toMatchObject({
      kind: 'done',
      entries: [{ class: 'red', data: { ordinal: 1 } }],
    })
  })

  it('is refused where there is none, and where it was withdrawn or is part of the text', async () => {
    const withdrawn = {
      stream: 'draft:SECMP0099',
      type: 'DraftWithdrawn',
      data: { modification: 'SECMP0099', ordinal: 1, reason: null },
    }
    const effect = {
      stream: 'effect:SECMP0099-1',
      type: 'EffectEntered',
      data: {
        reference: 'SECMP0099-1',
        instrument: { kind: 'modification', reference: 'SECMP0099' },
      },
    }
    await given(heldText, { folds }).when(withdrawDraft, input).thenRefused('draftIsOpen')
    await given([...past, withdrawn], { folds })
      .when(withdrawDraft, input)
      .thenRefused('draftIsOpen')
    await given([...past, effect], { folds })
      .when(withdrawDraft, input)
      .thenRefused('draftIsOpen')
  })
})
