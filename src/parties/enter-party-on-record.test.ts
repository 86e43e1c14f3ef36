import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { peopleKept } from '#people/index.ts'
import { given } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { enterPartyOnRecord } from './enter-party-on-record.ts'
import { companiesKept, partiesKept } from './kept.ts'

const party = {
  reference: 'P1',
  name: 'One Mill Limited',
  category: 'Small Supplier',
  acceded: '2014-03-14',
  instrument: 'accession agreement',
  company: 'C1',
  basis: 'illustrative',
  source: 'invented',
}
const setting = { folds: [partiesKept, companiesKept, peopleKept], rulebook: rulebookOf('sec') }
const acceded = (reference: string, data: object = {}, effectiveFrom = '2014-03-14') => ({
  stream: `party:${reference}`,
  type: 'PartyAcceded',
  data: {
    reference,
    name: 'Some Mill',
    person: null,
    company: 'C1',
    acceded: effectiveFrom,
    ...data,
  },
  effectiveFrom,
})

describe('entering a Party on record', () => {
  it('enters its company, its accession and its category', () =>
    given([], setting)
      .when(enterPartyOnRecord, party)
      .thenEntered([
        { type: 'CompanyEntered', data: { reference: 'C1', name: party.name } },
        {
          type: 'PartyAcceded',
          data: { reference: 'P1', instrument: 'accession-agreement', company: 'C1' },
          effectiveFrom: '2014-03-14',
          basis: 'illustrative',
        },
        {
          type: 'PartyCategorised',
          data: { party: 'P1', categories: ['small-supplier'], replaces: null },
          effectiveFrom: '2014-03-14',
        },
      ]))

  it('enters its exit, with mechanism and cause apart', () =>
    given([], setting)
      .when(enterPartyOnRecord, {
        ...party,
        company: '',
        exited: '2016-11-25',
        mechanism: 'expulsion',
        cause: 'licence-revoked',
      })
      .thenEntered([
        { type: 'PartyAcceded' },
        { type: 'PartyCategorised' },
        {
          type: 'PartyLeft',
          data: { mechanism: 'expulsion', cause: 'licence-revoked' },
          effectiveFrom: '2016-11-25',
        },
      ]))

  it('takes several categories, and none for a kind of Party outside the counts', async () => {
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, company: '', category: 'Gas Network; EN' })
      .thenEntered([
        { type: 'PartyAcceded' },
        { type: 'PartyCategorised', data: { categories: ['electricity-network', 'gas-network'] } },
      ])
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, company: '', category: 'DCC' })
      .thenEntered([{ type: 'PartyAcceded' }])
  })

  it('takes whatever category where there is no rulebook', () =>
    given([], { folds: setting.folds })
      .when(enterPartyOnRecord, { ...party, company: '', category: 'mill', exited: '', cause: '' })
      .thenEntered([
        { type: 'PartyAcceded' },
        { type: 'PartyCategorised', data: { categories: ['mill'] } },
      ]))

  it('leaves a company that is on record as it is', () =>
    given(
      [
        {
          stream: 'company:C1',
          type: 'CompanyEntered',
          data: { reference: 'C1', name: 'Its own name' },
        },
      ],
      setting,
    )
      .when(enterPartyOnRecord, party)
      .thenEntered([{ type: 'PartyAcceded' }, { type: 'PartyCategorised' }]))

  it('enters a natural person by reference alone', async () => {
    const person = { ...party, name: '', company: '', person: 'person-1' }
    await given([], setting).when(enterPartyOnRecord, person).thenRefused('personIsOnRecord')
    await given(
      [
        {
          stream: 'person:person-1',
          type: 'PersonEntered',
          data: { id: 'person-1', role: 'a Party' },
          effectiveFrom: '..',
        },
      ],
      setting,
    )
      .when(enterPartyOnRecord, person)
      .thenEntered([
        { type: 'PartyAcceded', data: { name: null, person: 'person-1' } },
        { type: 'PartyCategorised' },
      ])
  })

  it('is refused where the reference is taken', () =>
    given([acceded('P1', { company: null })], setting)
      .when(enterPartyOnRecord, party)
      .thenRefused('partyIsNew'))

  it('is refused for neither a company nor a person, and for both', async () => {
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, name: '', company: '' })
      .thenRefused('partyIsCompanyOrPerson')
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, person: 'person-1' })
      .thenRefused('partyIsCompanyOrPerson', 'personIsOnRecord')
  })

  it('is refused while the company is a Party under another reference, and not after it left', async () => {
    const left = {
      stream: 'party:P2',
      type: 'PartyLeft',
      data: { party: 'P2', mechanism: 'withdrawal', cause: null, exited: '2014-03-14' },
      effectiveFrom: '2014-03-14',
    }
    const before = acceded('P2', {}, '2013-09-23')
    await given([before], setting)
      .when(enterPartyOnRecord, party)
      .thenRefused('holderIsNotAPartyAlready')
    await given([before, left], setting)
      .when(enterPartyOnRecord, { ...party, company: 'C1', name: 'One Mill Limited' })
      .thenEntered([
        { type: 'CompanyEntered' },
        { type: 'PartyAcceded' },
        { type: 'PartyCategorised' },
      ])
  })

  it('is refused for categories and ways to leave that the rulebook does not know', () =>
    given([], setting)
      .when(enterPartyOnRecord, {
        ...party,
        category: 'mill',
        exited: '2016-11-25',
        mechanism: 'flight',
        cause: 'boredom',
      })
      .thenRefused(
        'categoriesAreInTheRulebook',
        'exitMechanismIsInTheRulebook',
        'exitCauseIsInTheRulebook',
      ))

  it('is refused where an exit is told in part only', async () => {
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, exited: '2016-11-25' })
      .thenRefused('exitIsWhole')
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, mechanism: 'withdrawal' })
      .thenRefused('exitIsWhole')
    await given([], setting)
      .when(enterPartyOnRecord, { ...party, cause: 'choice' })
      .thenRefused('exitIsWhole')
  })

  it('is refused where it left before it acceded, and not where dates leave room', async () => {
    const leaving = { ...party, mechanism: 'withdrawal', exited: '2014-03-14' }
    await given([], setting).when(enterPartyOnRecord, leaving).thenRefused('exitFollowsAccession')
    await given([], setting)
      .when(enterPartyOnRecord, { ...leaving, exited: '2014-03' })
      .thenEntered([
        { type: 'CompanyEntered' },
        { type: 'PartyAcceded' },
        { type: 'PartyCategorised' },
        { type: 'PartyLeft', effectiveFrom: '2014-03' },
      ])
  })

  it('asks for each field that it needs', () =>
    given([], setting)
      .when(enterPartyOnRecord, { ...party, reference: 'exits', acceded: '14/03/2014', source: '' })
      .thenFormRefused('reference', 'acceded', 'source'))

  it('is closed to the public', () =>
    given([], setting).when(enterPartyOnRecord, party, thePublic).thenNotAllowed())
})
