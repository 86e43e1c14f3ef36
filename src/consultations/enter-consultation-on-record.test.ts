import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterConsultationOnRecord } from './enter-consultation-on-record.ts'

const consultation = {
  reference: 'C-1',
  subject: 'The draft budget',
  owner: 'panel',
  opened: '2017-01',
  closes: '2017-02-14 17:00',
  about: 'budget:B-1',
  source: 'a report',
}
const opened = {
  stream: 'consultation:C-1',
  type: 'ConsultationOpened',
  data: { reference: 'C-1', opened: '2017-01' },
}

describe('entering a consultation on record', () => {
  it('puts it on record with its closing hour, effective when it was opened', () =>
    given()
      .when(enterConsultationOnRecord, consultation)
      .thenEntered([
        {
          type: 'ConsultationOpened',
          data: { reference: 'C-1', closes: '2017-02-14 17:00', about: 'budget:B-1', notes: null },
          effectiveFrom: '2017-01',
          basis: 'on-record',
        },
      ]))

  it('leaves not known what is left out', () =>
    given()
      .when(enterConsultationOnRecord, { ...consultation, closes: '', about: '' })
      .thenEntered([{ type: 'ConsultationOpened', data: { closes: null, about: null } }]))

  it('is refused where the reference is taken', () =>
    given([opened]).when(enterConsultationOnRecord, consultation).thenRefused('consultationIsNew'))

  it('is refused where it closes before it can have been opened', () =>
    given()
      .when(enterConsultationOnRecord, { ...consultation, closes: '2016-12-31 17:00' })
      .thenRefused('closingFollowsOpening'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterConsultationOnRecord, {
        ...consultation,
        subject: ' ',
        opened: 'January',
        closes: '5pm',
        about: 'the budget',
      })
      .thenFormRefused('subject', 'opened', 'closes', 'about'))

  it('is closed to the public', () =>
    given().when(enterConsultationOnRecord, consultation, thePublic).thenNotAllowed())
})
