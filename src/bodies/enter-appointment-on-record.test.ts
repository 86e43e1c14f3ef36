import { describe, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { thePublic } from '#journal/information-class.ts'
import { peopleKept } from '#people/index.ts'
import { given } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { enterAppointmentOnRecord } from './enter-appointment-on-record.ts'
import { bodies } from './room.ts'

const setting = {
  folds: [...bodies.folds, peopleKept],
  rulebook: rulebookOf('model-code'),
  today: day('2026-08-01'),
}
const appointment = {
  body: 'council',
  person: 'person-0001',
  role: 'chair',
  from: '2026-02',
  until: '',
  source: 'a report',
}
const person = {
  stream: 'person:person-0001',
  type: 'PersonEntered',
  data: { id: 'person-0001', role: 'chair' },
}
const made = {
  stream: 'body:council',
  type: 'AppointmentMade',
  data: { ...appointment, seat: null, until: null, notes: null },
}

describe('entering an appointment on record', () => {
  it('puts it on record for the time that is known', () =>
    given([person], setting)
      .when(enterAppointmentOnRecord, { ...appointment, until: '2027-02/2027-03' })
      .thenEntered([
        {
          type: 'AppointmentMade',
          data: { person: 'person-0001', role: 'chair', until: '2027-02/2027-03' },
          effectiveFrom: '2026-02',
        },
      ]))

  it('is refused for a body that neither rulebook nor record knows', () =>
    given([person], setting)
      .when(enterAppointmentOnRecord, { ...appointment, body: 'nobody' })
      .thenRefused('bodyIsKnown'))

  it('is refused for a person who is not on record', () =>
    given([], setting).when(enterAppointmentOnRecord, appointment).thenRefused('personIsOnRecord'))

  it('is taken for a body on record that the rulebook does not name', () =>
    given(
      [person, { stream: 'body:fair', type: 'BodyEstablished', data: { reference: 'fair' } }],
      setting,
    )
      .when(enterAppointmentOnRecord, { ...appointment, body: 'fair' })
      .thenEntered([{ type: 'AppointmentMade' }]))

  it('is refused for a kind of seat that the rulebook does not give the body', () =>
    given([person], setting)
      .when(enterAppointmentOnRecord, { ...appointment, role: 'member', seat: 'astronomer' })
      .thenRefused('seatIsInTheRulebook'))

  it('is refused where the same is on record, and taken from another date', async () => {
    await given([person, made], setting)
      .when(enterAppointmentOnRecord, appointment)
      .thenRefused('appointmentIsNew')
    await given([person, made], setting)
      .when(enterAppointmentOnRecord, { ...appointment, from: '2026-03' })
      .thenEntered([{ type: 'AppointmentMade' }])
  })

  it('is refused where it ends before it can have begun', async () => {
    await given([person], setting)
      .when(enterAppointmentOnRecord, { ...appointment, until: '2026-01' })
      .thenRefused('appointmentEndsAfterItBegins')
    await given([person], setting)
      .when(enterAppointmentOnRecord, { ...appointment, from: '..', until: '2026-01' })
      .thenEntered([{ type: 'AppointmentMade' }])
  })

  it('asks for each field that it needs', () =>
    given([person], setting)
      .when(enterAppointmentOnRecord, {
        ...appointment,
        person: 'A Name',
        role: 'king',
        until: 'soon',
      })
      .thenFormRefused('person', 'role', 'until'))

  it('is closed to the public', () =>
    given([person], setting)
      .when(enterAppointmentOnRecord, appointment, thePublic)
      .thenNotAllowed())
})
