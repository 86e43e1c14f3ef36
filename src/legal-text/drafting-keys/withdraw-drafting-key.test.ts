import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../../tests/given.ts'
import { keyOf } from './drafting-key.given.ts'
import { draftingKeysKept, keysStream } from './drafting-key.ts'
import { withdrawDraftingKey } from './withdraw-drafting-key.ts'

const folds = [draftingKeysKept]
const past = [keyOf('SECMP0031', 1)]
const input = { reference: 'SECMP0031-K1', reason: 'it went to the wrong hands' }

describe('withdrawing a drafting key', () => {
  it('is entered with its reason', () =>
    given(past, { folds })
      .when(withdrawDraftingKey, input)
      .thenEntered([{ type: 'DraftingKeyWithdrawn', data: input }]))

  it('is refused where there is none, and where it is withdrawn', async () => {
    await given(past, { folds })
      .when(withdrawDraftingKey, { reference: 'SECMP0031-K2' })
      .thenRefused('keyIsOut')
    await given(
      [
        ...past,
        {
          stream: keysStream('SECMP0031'),
          type: 'DraftingKeyWithdrawn',
          data: { reference: 'SECMP0031-K1', reason: null },
          class: 'red' as const,
        },
      ],
      { folds },
    )
      .when(withdrawDraftingKey, input)
      .thenRefused('keyIsOut')
  })

  it('asks for the reference of a key', () =>
    given(past, { folds })
      .when(withdrawDraftingKey, { reference: 'SECMP0031' })
      .thenFormRefused('reference'))

  it('is the operator’s alone', () =>
    given(past, { folds }).when(withdrawDraftingKey, input, thePublic).thenNotAllowed())
})
