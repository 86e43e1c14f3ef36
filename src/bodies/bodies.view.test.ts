import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#calendar/day.ts'
import { carryOutAll } from '#decision/carry-out.ts'
import { requestsOf } from '#office/import-table.ts'
import { peopleKept } from '#people/index.ts'
import type { Reading } from '#reading/reading.ts'
import { type Past, recordOf } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { appointmentsKept, bodiesKept, bodiesView } from './bodies.view.ts'
import { bodyView } from './body.view.ts'
import { decisionsKept, decisionsView, decisionsWithin } from './decisions.view.ts'
import { bodies } from './room.ts'
import { printSeats, seatsOf } from './seat.ts'

/** The record of 2016-17, as its own tables give it. */
async function secRecord(): Promise<(asOf: string) => Reading> {
  const { ground, asking, read } = await recordOf([chair], {
    folds: [...bodies.folds, peopleKept],
    rulebook: rulebookOf('sec'),
    today: day('2017-04-30'),
  })
  const requests = bodies.registers.flatMap((register) =>
    requestsOf(
      { register, text: readFileSync(`codes/sec/record/${register.name}.csv`, 'utf8') },
      asking,
    ),
  )
  const outcomes = await carryOutAll(ground, requests)
  expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual([])
  return (asOf) => read({ asOf: day(asOf) })
}

const chair: Past = {
  stream: 'person:person-0001',
  type: 'PersonEntered',
  data: { id: 'person-0001', role: 'chair' },
}

const all = { limit: 500 }

describe('the bodies of the record of 2016-17', async () => {
  const on = await secRecord()

  it('are those of the rulebook and of the record, each once, with purpose and seats', () => {
    const answer = bodiesView.answer(on('2017-03-31'), all)!
    const references = answer.bodies.map(({ reference }) => reference)
    expect(new Set(references).size).toBe(references.length)
    expect(answer.total).toBe(15)
    expect(answer.bodies[0]).toMatchObject({
      reference: 'panel',
      standing: 'established',
      established: { words: 'by December 2013' },
      seats: '12 seats; 1 kind of seat whose number is not known',
      quorum: 'at least 1/2',
    })
    expect(answer.bodies.find(({ reference }) => reference === 'pfcg')).toMatchObject({
      standing: 'established',
      status: null,
    })
    expect(answer.bodies.find(({ reference }) => reference === 'working-group')).toMatchObject({
      standing: 'not-on-record',
      basis: null,
    })
  })

  it('leave out those not yet established, and mark those that possibly were', () => {
    const standing = (asOf: string, body: string) =>
      bodiesView.answer(on(asOf), all)!.bodies.find(({ reference }) => reference === body)?.standing
    expect(standing('2015-07-31', 'security-sub-committee')).toBeUndefined()
    expect(standing('2015-08-15', 'security-sub-committee')).toBe('possibly')
    expect(standing('2015-08-31', 'security-sub-committee')).toBe('established')
  })

  it('show the seats of the SMKI PMA before SECMP0022, after it, and possibly either in between', () => {
    const largeSuppliers = (asOf: string) =>
      bodyView
        .answer(on(asOf), { reference: 'smki-pma' })!
        .seatTable.filter(({ kind }) => kind === 'large-supplier')
        .map(({ number, holds }) => [number, holds])
    expect(largeSuppliers('2016-03-31')).toEqual([
      [2, 'certainly'],
      [3, 'not'],
    ])
    expect(largeSuppliers('2016-09-30')).toEqual([
      [2, 'possibly'],
      [3, 'possibly'],
    ])
    expect(largeSuppliers('2017-03-31')).toEqual([
      [2, 'not'],
      [3, 'certainly'],
    ])
  })

  it('name the chair by id, possibly in the chair while the day of appointment is not known', () => {
    const body = bodyView.answer(on('2017-03-31'), { reference: 'smki-pma' })!
    expect(body.chairs).toMatchObject([
      { person: 'person-0001', holds: 'possibly', from: { words: 'date not known' } },
    ])
    expect(body.rules.map(({ name }) => name)).toContain('smkiPma.quorum')
    expect(body.rules.some(({ name }) => name.startsWith('panel.'))).toBe(false)
  })

  it('show a power with where an appeal goes, and what the body decided', () => {
    const board = bodyView.answer(on('2017-03-31'), { reference: 'change-board' })!
    expect(board.powers.map(({ appealTo }) => appealTo?.name)).toContain('SEC Panel')
    expect(board.decisionsInAll).toBe(5)
    expect(board.decisions.map(({ subject }) => subject)).toContain('SECMP0022')
  })

  it('are not found where nobody knows them', () =>
    expect(bodyView.answer(on('2017-03-31'), { reference: 'nobody' })).toBeUndefined())

  it('give the counts of decisions that the report needs', () => {
    const year = { from: day('2016-04-01'), to: day('2017-03-31') }
    const count = (asOf: string, decision: 'approved' | 'rejected' | 'recommended-approval') =>
      decisionsWithin(on(asOf), year, { body: 'change-board', decision }).length
    expect(count('2017-03-31', 'approved')).toBe(4)
    expect(count('2017-03-31', 'recommended-approval')).toBe(1)
    expect(count('2017-03-31', 'rejected')).toBe(0)
    expect(count('2017-03-01', 'approved')).toBe(1)
    const panel = decisionsWithin(on('2017-04-30'), year, { body: 'panel' })
    expect(panel.map(({ data }) => data.subject)).toEqual([
      'Panel Information Policy',
      'Approved Budget 2017-18',
    ])
  })

  it('list decisions of which it is not known whether they had been taken by the day', () => {
    const { decisions, possible, bodies: deciders } = decisionsView.answer(on('2017-04-15'), all)!
    expect(possible).toBe(2)
    const held = Object.fromEntries(decisions.map(({ reference, holds }) => [reference, holds]))
    expect(held).toMatchObject({
      'decision-0006': 'certainly',
      'decision-0015': 'possibly',
      'decision-0016': 'possibly',
    })
    expect(decisionsView.answer(on('2017-03-31'), all)!.decisions).not.toContainEqual(
      expect.objectContaining({ reference: 'decision-0016' }),
    )
    expect(deciders).toContainEqual({ id: 'authority', name: 'Authority', count: 1 })
    expect(decisions.find(({ body }) => body.id === 'authority')?.body.isBody).toBe(false)
  })
})

describe('the seats of a body in words', () => {
  const seats = (code: 'sec' | 'model-code', body: string, on: string) =>
    printSeats(seatsOf(body, rulebookOf(code)(day(on))))

  it.each([
    ['model-code', 'council', '2026-08-01', '3 seats; one for each Voting Group of Lock Keeper'],
    ['model-code', 'dredging-circle', '2026-07-31', '2 seats'],
    ['model-code', 'dredging-circle', '2026-09-01', 'possibly 2 more kinds of seat'],
    ['model-code', 'dredging-circle', '2026-11-01', '4 seats'],
    ['model-code', 'nobody', '2026-11-01', 'not known'],
    ['sec', 'smki-pma', '2016-03-31', '8 seats'],
    ['sec', 'smki-pma', '2017-03-31', '10 seats'],
  ] as const)('of %s, %s on %s: %s', (code, body, on, words) =>
    expect(seats(code, body, on)).toBe(words),
  )
})

it('has rows that hold on a day as if only what was effective by then had been entered', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat(9), lasts: fc.option(fc.integer({ min: 1, max: 5 })) }), {
        maxLength: 6,
      }),
      fc.nat(12),
      async (given, later) => {
        const on = (days: number): Day => addDays(day('2026-01-01'), days)
        const past = given.flatMap(({ at, lasts }, index): Past[] => [
          {
            stream: `body:body-${index}`,
            type: 'BodyEstablished',
            data: { reference: `body-${index}`, established: on(at) },
            effectiveFrom: on(at),
          },
          {
            stream: `body:body-${index}`,
            type: 'AppointmentMade',
            data: {
              body: `body-${index}`,
              person: 'person-0001',
              role: 'chair',
              from: on(at),
              until: lasts === null ? null : on(at + lasts),
            },
            effectiveFrom: on(at),
          },
          {
            stream: `decision:decision-${index}`,
            type: 'DecisionTaken',
            data: { reference: `decision-${index}`, body: `body-${index}`, decision: 'noted' },
            effectiveFrom: on(at),
          },
        ])
        const asOf = on(later)
        const holding = async (entered: readonly Past[]) => {
          const { read } = await recordOf(entered, { folds: bodies.folds, today: on(20) })
          const reading = read({ asOf })
          return [bodiesKept, appointmentsKept, decisionsKept].map((fold) =>
            reading.inForce(fold as typeof bodiesKept).map(({ key }) => key),
          )
        }
        expect(await holding(past)).toEqual(
          await holding(past.filter(({ effectiveFrom }) => effectiveFrom! <= asOf)),
        )
      },
    ),
    { numRuns: 40 },
  ))
