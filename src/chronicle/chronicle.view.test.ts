import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#calendar/day.ts'
import { carryOutAll } from '#decision/carry-out.ts'
import { requestsOf } from '#office/import-table.ts'
import { type Past, recordOf } from '../../tests/given.ts'
import { rulebookOf } from '../../tests/rulebook-of.ts'
import { chronicleView, eventsKept, eventsWithin } from './chronicle.view.ts'
import { chronicle } from './room.ts'
import { surveysView } from './surveys.view.ts'

async function secRecord() {
  const { ground, asking, read } = await recordOf([], {
    folds: chronicle.folds,
    rulebook: rulebookOf('sec'),
    today: day('2017-04-30'),
  })
  const requests = chronicle.registers.flatMap((register) =>
    requestsOf(
      { register, text: readFileSync(`codes/sec/record/${register.name}.csv`, 'utf8') },
      asking,
    ),
  )
  const outcomes = await carryOutAll(ground, requests)
  expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual([])
  return (asOf: string) => read({ asOf: day(asOf) })
}

const all = { limit: 500 }

describe('the chronicle of the record of 2016-17', async () => {
  const on = await secRecord()

  it('holds every event once, strand by strand, newest first', () => {
    const { events, strands, total } = chronicleView.answer(on('2017-03-31'), all)!
    expect(total).toBe(38)
    expect(new Set(events.map(({ reference }) => reference)).size).toBe(total)
    expect(strands).toEqual([
      { id: 'code', label: 'The Code', count: 28 },
      { id: 'alt-han', label: 'Alt HAN', count: 10 },
    ])
    expect(events.at(-1)).toMatchObject({ on: { words: '23 September 2013' }, day: '2013-09-23' })
  })

  it('is narrowed to a strand', () => {
    const { events, total } = chronicleView.answer(on('2017-03-31'), { ...all, strand: 'alt-han' })!
    expect(total).toBe(10)
    expect(new Set(events.map(({ strand }) => strand.id))).toEqual(new Set(['alt-han']))
  })

  it('leaves out what was still to come, and says of what it is not known', () => {
    const { events, possible } = chronicleView.answer(on('2016-07-15'), all)!
    expect(possible).toBe(events.filter(({ holds }) => holds === 'possibly').length)
    const holding = (words: string) => events.find(({ says }) => says.startsWith(words))?.holds
    expect(holding('SEC designated')).toBe('certainly')
    expect(holding('Section Z (Alt HAN) designated')).toBe('possibly')
    expect(holding('SEC Draft Budget')).toBeUndefined()
  })

  it('gives a report what certainly fell in its year', () => {
    const year = { from: day('2016-04-01'), to: day('2017-03-31') }
    const found = eventsWithin(on('2017-03-31'), year, 'alt-han')
    expect(found.map(({ data }) => data.says)).not.toContain(
      'Target Operating Model for the services designed',
    )
    expect(found).toHaveLength(8)
    expect(eventsWithin(on('2016-12-31'), year, 'alt-han')).toHaveLength(2)
  })

  it('lists the surveys with threshold and result as stated, and those possibly held', () => {
    const { surveys } = surveysView.answer(on('2017-03-31'), all)!
    expect(surveys.map(({ reference, threshold, holds }) => [reference, threshold, holds])).toEqual(
      [
        ['cross-code-survey-2016-17', null, 'possibly'],
        ['survey-2016-06', '3', 'certainly'],
        ['survey-2015-05', null, 'certainly'],
      ],
    )
    expect(surveysView.answer(on('2015-04-30'), all)!.surveys).toEqual([])
  })
})

it('has rows that hold on a day as if only what was effective by then had been entered', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 6 }), fc.nat(12), async (given, later) => {
      const on = (days: number) => addDays(day('2026-01-01'), days)
      const past = given.map(
        (at, index): Past => ({
          stream: `event:event-${index}`,
          type: 'EventNoted',
          data: { reference: `event-${index}`, strand: 'code', on: on(at), says: 'It rained' },
          effectiveFrom: on(at),
        }),
      )
      const asOf = on(later)
      const holding = async (entered: readonly Past[]) =>
        (await recordOf(entered, { folds: chronicle.folds, today: on(20) }))
          .read({ asOf })
          .inForce(eventsKept)
          .map(({ key }) => key)
      expect(await holding(past)).toEqual(
        await holding(past.filter(({ effectiveFrom }) => effectiveFrom! <= asOf)),
      )
    }),
    { numRuns: 30 },
  ))
