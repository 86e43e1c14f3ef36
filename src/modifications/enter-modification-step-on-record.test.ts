import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterModificationStepOnRecord } from './enter-modification-step-on-record.ts'

const stream = 'modification:MP0001'
const entered = { stream, type: 'ProposalEntered', data: { number: 'MP0001' } }
const raised = {
  stream,
  type: 'ProposalStepStated',
  data: { number: 'MP0001', step: 'Raised', date: '2026-01-05' },
}
const step = {
  number: 'MP0001',
  step: 'Working Group meets',
  date: '2026-02-09',
  source: 'a report',
}

describe('entering a step of a proposal on record', () => {
  it('counts it among the steps of the proposal, effective on its date', () =>
    given([entered, raised])
      .when(enterModificationStepOnRecord, { ...step, until: '2026-02-10' })
      .thenEntered([
        {
          type: 'ProposalStepStated',
          data: { ordinal: 2, step: 'Working Group meets', until: '2026-02-10' },
          effectiveFrom: '2026-02-09',
        },
      ]))

  it('may lack a date', () =>
    given([entered])
      .when(enterModificationStepOnRecord, { ...step, date: '' })
      .thenEntered([{ type: 'ProposalStepStated', data: { ordinal: 1 }, effectiveFrom: '..' }]))

  it('is refused for a proposal that is not on record', () =>
    given().when(enterModificationStepOnRecord, step).thenRefused('proposalIsOnRecord'))

  it('is refused where it is on record already', () =>
    given([entered, raised])
      .when(enterModificationStepOnRecord, { ...step, step: 'Raised', date: '2026-01-05' })
      .thenRefused('stepIsNew'))

  it('is refused where it would end before it begins', () =>
    given([entered])
      .when(enterModificationStepOnRecord, { ...step, until: '2026-01' })
      .thenRefused('stepEndsAfterItBegins'))

  it('says of each field what it needs', () =>
    given([entered])
      .when(enterModificationStepOnRecord, { number: '', step: '', date: 'soon', source: '' })
      .thenFormRefused('number', 'step', 'date', 'source'))
})
