import { describe, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../../tests/given.ts'
import { keyOf } from './drafting-key.given.ts'
import { draftingKeysKept } from './drafting-key.ts'
import { issueDraftingKey } from './issue-drafting-key.ts'

const setting = { folds: [draftingKeysKept], today: day('2017-03-31') }
const issue = issueDraftingKey((_facts, reference) => reference === 'P001')
const input = { modification: 'SECMP0031', holder: 'P001', until: '2017-06-30' }

describe('issuing a drafting key', () => {
  it('is entered for the operator alone, reading up to amber unless it says otherwise', () =>
    given([], setting)
      .when(issue, input)
      .thenEntered([
        {
          type: 'DraftingKeyIssued',
          data: { reference: 'SECMP0031-K1', holder: 'P001', reads: 'amber', until: '2017-06-30' },
        },
      ]))

  it('counts the keys of a draft, withdrawn ones too', () =>
    given([keyOf('SECMP0031', 1), keyOf('SECMP0031', 2), keyOf('SECMP0030', 1)], setting)
      .when(issue, input)
      .thenEntered([{ type: 'DraftingKeyIssued', data: { reference: 'SECMP0031-K3' } }]))

  it('may end today, and not before', async () => {
    await given([], setting)
      .when(issue, { ...input, until: '2017-03-31' })
      .thenEntered([{ type: 'DraftingKeyIssued' }])
    await given([], setting)
      .when(issue, { ...input, until: '2017-03-30' })
      .thenRefused('keyOpensSomething')
  })

  it('is for somebody on record', () =>
    given([], setting)
      .when(issue, { ...input, holder: 'P999' })
      .thenRefused('holderIsOnRecord'))

  it('asks for who holds it by reference, and how far it reads', () =>
    given([], setting)
      .when(issue, { ...input, holder: 'A name in words', reads: 'white' })
      .thenFormRefused('holder', 'reads'))

  it('is the operator’s alone', () =>
    given([], setting).when(issue, input, thePublic).thenNotAllowed())
})
