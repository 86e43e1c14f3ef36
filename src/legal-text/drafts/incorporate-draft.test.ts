import { describe, it } from 'vitest'
import { given } from '../../../tests/given.ts'
import { heldText } from '../text/held-text.given.ts'
import { textFolds } from '../text/text-kept.ts'
import { days, draftOf, wordsOp } from './draft.given.ts'
import { draftFolds } from './drafts-kept.ts'
import { incorporateDraft } from './incorporate-draft.ts'

const folds = [...textFolds, ...draftFolds]
const draft = draftOf('SECMP0099', [days('ten')])
const input = { modification: 'SECMP0099', reference: 'SECMP0099-1' }
const effect = (ops: readonly unknown[], starts = '2026-03-01') => ({
  stream: 'effect:E-1',
  type: 'EffectEntered',
  effectiveFrom: starts,
  data: {
    reference: 'E-1',
    instrument: { kind: 'modification', reference: 'SECMP0001' },
    layer: 'permanent',
    mode: 'amend',
    provisions: [],
    starts: { on: starts },
    ends: null,
    regions: [],
    ops,
    says: null,
    supersedes: null,
    gives: null,
  },
})

describe('incorporating a draft', () => {
  it('enters its operations as the effect of its modification, from the day on which it starts', () =>
    given([...heldText, draft], { folds })
      .when(incorporateDraft, input)
      .thenEntered([
        {
          type: 'EffectEntered',
          data: {
            instrument: { kind: 'modification', reference: 'SECMP0099' },
            provisions: ['B1'],
            starts: { on: '2026-06-01' },
            ops: [{ op: 'words' }],
          },
          effectiveFrom: '2026-06-01',
        },
      ]))

  it('carries it onto the text as that has moved elsewhere', () => {
    const elsewhere = wordsOp('b2', 'Lock Keeper', 'Keeper', 'Section B1 applies to each '.length)
    return given([...heldText, draft, effect([elsewhere])], { folds })
      .when(incorporateDraft, { ...input, starts: '2026-04-01' })
      .thenEntered([{ type: 'EffectEntered', effectiveFrom: '2026-04-01' }])
  })

  it('is refused where the text has moved under it', () =>
    given([...heldText, draft, effect([days('seven')])], { folds })
      .when(incorporateDraft, input)
      .thenRefused('draftFitsTheText'))

  it('is refused without an open draft, and for a reference that is taken', async () => {
    await given(heldText, { folds }).when(incorporateDraft, input).thenRefused('draftIsOpen')
    await given([...heldText, draft, effect([])], { folds })
      .when(incorporateDraft, { ...input, reference: 'E-1' })
      .thenRefused('effectIsNew')
  })
})
