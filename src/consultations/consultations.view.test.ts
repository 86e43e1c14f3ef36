import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { recordOf } from '../../tests/given.ts'
import { consultationsView, consultationView } from './consultations.view.ts'
import { consultationsAbout, consultationsKept, responsesKept } from './consultations-kept.ts'

const stream = 'consultation:C-1'
const consultation = (reference: string, opened: string, closes: string | null) => ({
  stream: `consultation:${reference}`,
  type: 'ConsultationOpened',
  data: {
    reference,
    subject: `Consultation ${reference}`,
    owner: 'panel',
    opened,
    closes,
    about: reference === 'C-1' ? 'budget:B-1' : null,
    notes: null,
  },
  effectiveFrom: opened,
})
const response = (number: number, received: string) => ({
  stream,
  type: 'ResponseReceived',
  data: { consultation: 'C-1', number, received, respondent: null, notes: null },
  effectiveFrom: received,
  basis: 'known-by-count' as const,
  source: 'a count',
})
const past = [
  consultation('C-1', '2017-01', '2017-02-14 17:00'),
  consultation('C-2', '2017-02-01', null),
  consultation('C-3', '2017-03-01', '2017-04-30 10:00'),
  response(10, '2017-02-20'),
  response(2, '2017-01-01/2017-02-14'),
]
const reading = async (asOf: string) =>
  (await recordOf(past, { folds: [consultationsKept, responsesKept] })).read({ asOf: day(asOf) })
const all = { limit: 100 }

describe('the list of consultations', () => {
  it('holds those opened by the day, what has no known close and what closes last on top', async () => {
    const answer = consultationsView.answer(await reading('2017-03-31'), all)
    expect(answer?.consultations.map(({ reference }) => reference)).toEqual(['C-2', 'C-3', 'C-1'])
    expect(answer?.standings).toEqual([
      { standing: 'open', count: 1 },
      { standing: 'closed', count: 1 },
      { standing: 'not-known', count: 1 },
    ])
  })

  it('counts apart what may have been opened', async () => {
    const answer = consultationsView.answer(await reading('2017-01-15'), all)
    expect(answer).toMatchObject({ consultations: [], total: 0, possibly: 1 })
  })

  it('narrows to a standing', async () => {
    const answer = consultationsView.answer(await reading('2017-03-31'), {
      ...all,
      standing: 'closed',
    })
    expect(answer?.consultations.map(({ reference }) => reference)).toEqual(['C-1'])
    expect(answer?.total).toBe(1)
  })
})

describe('a consultation', () => {
  it('shows its responses by number, how each is known, and which came late', async () => {
    const answer = consultationView.answer(await reading('2017-03-31'), { reference: 'C-1' })
    expect(answer?.closes).toEqual({
      date: '2017-02-14 17:00',
      words: '14 February 2017 at 17:00',
    })
    expect(
      answer?.received.map(({ number, late, basis, source, entries }) => [
        number,
        late,
        basis,
        source,
        entries.length,
      ]),
    ).toEqual([
      [2, false, 'known-by-count', 'a count', 1],
      [10, true, 'known-by-count', 'a count', 1],
    ])
  })

  it('counts only what had been received by the day', async () => {
    const answer = consultationView.answer(await reading('2017-02-14'), { reference: 'C-1' })
    expect(answer?.responses).toBe(1)
    expect(answer?.received.map(({ number }) => number)).toEqual([2])
  })

  it('is not found where none is on record', async () => {
    expect(
      consultationView.answer(await reading('2017-03-31'), { reference: 'C-9' }),
    ).toBeUndefined()
  })

  it('is found by what it was about', async () =>
    expect(
      consultationsAbout(await reading('2017-03-31'), 'budget:B-1').map(({ key }) => key),
    ).toEqual(['C-1']))

  it('gives what its schema says', async () => {
    const read = await reading('2017-03-31')
    const list = consultationsView.answer(read, all)
    const one = consultationView.answer(read, { reference: 'C-1' })
    expect(consultationsView.gives.parse(list)).toEqual(list)
    expect(consultationView.gives.parse(one)).toEqual(one)
  })
})
