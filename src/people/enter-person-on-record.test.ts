import { describe, expect, it } from 'vitest'
import { carryOut, carryOutAll } from '#decision/carry-out.ts'
import type { Entry } from '#journal/entry.ts'
import { thePublic } from '#journal/information-class.ts'
import { memoryPersonalDetails } from '#personal-details/memory-personal-details.ts'
import { given, recordOf } from '../../tests/given.ts'
import { enterPersonOnRecord } from './enter-person-on-record.ts'
import { keepingNames } from './keeping-names.ts'

const name = 'Nomen Nescio'
const person = { id: 'person-0002', name, role: 'Chair of the Council', source: 'a report' }
const entered = {
  stream: 'person:person-0002',
  type: 'PersonEntered',
  data: { id: 'person-0002', role: 'Chair of the Council' },
}

describe('entering a person on record', () => {
  it('puts the person on record by reference and role', () =>
    given()
      .when(enterPersonOnRecord, person)
      .thenEntered([{ type: 'PersonEntered', data: entered.data, effectiveFrom: '..' }]))

  it('leaves no trace of the name in the journal', async () => {
    const { ground, asking, journal } = await recordOf([])
    await carryOut(ground, { command: enterPersonOnRecord, input: person, asking })
    const entries: Entry[] = []
    for await (const entry of journal.entries()) entries.push(entry)
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toMatch(/nomen|nescio/i)
  })

  it('is refused where the reference is taken', () =>
    given([entered]).when(enterPersonOnRecord, person).thenRefused('personIsNew'))

  it('is refused where the reference tells the name', () =>
    given()
      .when(enterPersonOnRecord, { ...person, id: 'n-nescio' })
      .thenRefused('referenceTellsNoName'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterPersonOnRecord, { ...person, name: ' ', role: '' })
      .thenFormRefused('name', 'role'))

  it('is closed to the public', () =>
    given().when(enterPersonOnRecord, person, thePublic).thenNotAllowed())
})

describe('the names of people entered', () => {
  const setting = async () => ({ details: memoryPersonalDetails(), ...(await recordOf([])) })

  it('are kept when all is entered', async () => {
    const { details, ground, asking } = await setting()
    const requests = [{ command: enterPersonOnRecord, input: person, asking }]
    await keepingNames(details, requests, () => carryOutAll(ground, requests))
    expect([...(await details.names('model-code'))]).toEqual([['person-0002', name]])
  })

  it('are not kept where anything is refused, nor changed by entering the same person again', async () => {
    const { details, ground, asking } = await setting()
    const good = { command: enterPersonOnRecord, input: person, asking }
    const bad = { ...good, input: { ...person, id: 'person-0003', role: '' } }
    await keepingNames(details, [good, bad], () => carryOutAll(ground, [good, bad]))
    expect((await details.names('model-code')).size).toBe(0)

    await keepingNames(details, [good], () => carryOutAll(ground, [good]))
    const again = { ...good, input: { ...person, name: 'Another Name' } }
    const [outcome] = await keepingNames(details, [again], () => carryOutAll(ground, [again]))
    expect(outcome?.kind).toBe('refused')
    expect((await details.names('model-code')).get('person-0002')).toBe(name)
  })

  it('are not kept where carrying out breaks', async () => {
    const { details, asking } = await setting()
    const request = { command: enterPersonOnRecord, input: person, asking }
    const broken = keepingNames(details, [request], () => Promise.reject(new Error('an outage')))
    await expect(broken).rejects.toThrow('an outage')
    expect((await details.names('model-code')).size).toBe(0)
  })
})
