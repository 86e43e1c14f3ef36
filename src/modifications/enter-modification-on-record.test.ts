import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterModificationOnRecord } from './enter-modification-on-record.ts'

const proposal = { number: 'MP0001', title: 'A clearer index', source: 'a report' }
const entered = {
  stream: 'modification:MP0001',
  type: 'ProposalEntered',
  data: { number: 'MP0001' },
}

describe('entering a Modification Proposal on record', () => {
  it('leaves unknown what the source does not tell', () =>
    given()
      .when(enterModificationOnRecord, proposal)
      .thenEntered([
        {
          type: 'ProposalEntered',
          data: {
            proposer: null,
            path: null,
            urgent: null,
            raised: '..',
            sectionsAffected: [],
            impactedCategories: [],
          },
          effectiveFrom: '..',
          basis: 'on-record',
        },
      ]))

  it('enters each thing told with its own date', () =>
    given()
      .when(enterModificationOnRecord, {
        ...proposal,
        urgent: 'No',
        raised: '2026-01-05',
        changeBoardOutcome: 'Approved',
        changeBoardOn: '2026-03-02',
        implementedVersion: '1.1',
        implementedOn: '2026-04-01',
        status: 'Implemented',
        statusOn: '2026-06-30',
        impactedCategories: 'Growers; Bakers',
      })
      .thenEntered([
        {
          type: 'ProposalEntered',
          data: { urgent: false, impactedCategories: ['Growers', 'Bakers'] },
          effectiveFrom: '2026-01-05',
        },
        { type: 'ChangeBoardOutcomeStated', effectiveFrom: '2026-03-02' },
        { type: 'ImplementationStated', data: { version: '1.1' }, effectiveFrom: '2026-04-01' },
        {
          type: 'ProposalStatusStated',
          data: { status: 'Implemented', on: '2026-06-30' },
          effectiveFrom: '2026-04-01/2026-06-30',
        },
      ]))

  it('holds what is not dated to lie by the day of which the source tells', () =>
    given()
      .when(enterModificationOnRecord, {
        ...proposal,
        changeBoardOutcome: 'Recommended approval',
        authorityOutcome: 'Approved',
        authorityOn: '2026-05-04',
        status: 'Approved',
        statusOn: '2026-06-30',
      })
      .thenEntered([
        { type: 'ProposalEntered', effectiveFrom: '../2026-05-04' },
        { type: 'ChangeBoardOutcomeStated', effectiveFrom: '../2026-05-04' },
        { type: 'AuthorityOutcomeStated', effectiveFrom: '2026-05-04' },
        { type: 'ProposalStatusStated', effectiveFrom: '2026-05-04/2026-06-30' },
      ]))

  it('is refused where the number is taken', () =>
    given([entered]).when(enterModificationOnRecord, proposal).thenRefused('proposalIsNew'))

  it('is refused where an outcome is dated and not named', () =>
    given()
      .when(enterModificationOnRecord, { ...proposal, authorityOn: '2026-05-04' })
      .thenRefused('outcomeIsNamedWhereDated'))

  it('is refused where a status has no day', () =>
    given()
      .when(enterModificationOnRecord, { ...proposal, status: 'Open' })
      .thenRefused('statusHasItsDay'))

  it.each([
    { raised: '2026-03-02', changeBoardOutcome: 'Approved', changeBoardOn: '2026-02' },
    { raised: '2026-03-02', implementedOn: '2026-03-01' },
    { raised: '2026-03-02', status: 'Open', statusOn: '2026-03-01' },
  ])('is refused where things are told out of their order: %o', (told) =>
    given()
      .when(enterModificationOnRecord, { ...proposal, ...told })
      .thenRefused('proposalTakesItsCourse'),
  )

  it('says of each field what it needs', () =>
    given()
      .when(enterModificationOnRecord, {
        number: 'MP 1',
        title: ' ',
        urgent: 'perhaps',
        raised: '5/1/2026',
        statusOn: '2026-13-01',
        source: '',
      })
      .thenFormRefused('number', 'title', 'urgent', 'raised', 'statusOn', 'source'))

  it('is closed to the public', () =>
    given().when(enterModificationOnRecord, proposal, thePublic).thenNotAllowed())
})
