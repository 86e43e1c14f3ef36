// Budgets, consultations and engagement of 2016-17, entered as the importer enters them, give the report's own figures.

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { appealsOf, approvedBudgetFor, draftBudgetResponses } from '#budgets/index.ts'
import { budgets } from '#budgets/room.ts'
import { day } from '#calendar/day.ts'
import { consultations } from '#consultations/room.ts'
import { carryOutAll } from '#decision/carry-out.ts'
import { requestsOf } from '#office/import-table.ts'
import { engagementIn } from '#support/index.ts'
import { support } from '#support/room.ts'
import { csvText } from '#web/csv.ts'
import { recordOf } from '../given.ts'
import { rows } from './read-record.ts'

const rooms = [budgets, consultations, support]
const registers = rooms.flatMap((room) => room.registers)
const registerOf = (name: string) => registers.find((one) => one.name === name)!
const folds = rooms.flatMap((room) => room.folds)
const names = ['budgets', 'consultations', 'responses', 'appeals', 'engagement']
const file = (name: string) =>
  readFileSync(new URL(`../../codes/sec/record/${name}.csv`, import.meta.url), 'utf8')

async function loaded() {
  const { ground, asking, read } = await recordOf([], { folds, today: day('2026-01-31') })
  const requests = names.flatMap((name) =>
    requestsOf({ register: registerOf(name), text: file(name) }, asking),
  )
  const outcomes = await carryOutAll(ground, requests)
  expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual([])
  return { outcomes, read, reading: read({ asOf: day('2017-03-31') }) }
}

describe('the money of 2016-17', () => {
  it('enters every row as one entry', async () => {
    const { outcomes } = await loaded()
    expect(outcomes.length).toBe(names.reduce((sum, name) => sum + rows(name).length, 0))
  })

  it('gives the approved budget of the next year, the responses to its draft and no appeal', async () => {
    const { reading } = await loaded()
    const approved = approvedBudgetFor(reading, '2017-18')
    expect(approved?.data.amountPence).toBe(699_500_000)
    expect(approved?.entries.length).toBe(1)
    const { reference } = approved!.data
    const drafted = draftBudgetResponses(reading, reference)
    expect([drafted.number, drafted.responses.length]).toEqual([2, 2])
    const appeals = appealsOf(reading, reference)
    expect([appeals.number, appeals.windows.length]).toEqual([0, 1])
    expect(approvedBudgetFor(reading, '2018-19')).toBeUndefined()
  })

  it('gives the events of the year by kind', async () => {
    const { reading } = await loaded()
    const held = engagementIn(reading, day('2016-04-01'), day('2017-03-31'))
    expect(Object.fromEntries(held.map(({ kind, rows: of }) => [kind, of.length]))).toEqual({
      'engagement-day': 3,
      'question-hour': 1,
      seminar: 4,
      teleconference: 1,
      workshop: 3,
    })
  })

  it('gives tables that go in again as they came', async () => {
    const { read } = await loaded()
    const again = await recordOf([], { folds })
    for (const { tables } of rooms)
      for (const { view, at, columns, rows: rowsOf } of tables) {
        const name = at === '/support.csv' ? 'engagement' : at.slice(1, -4)
        const text = csvText(columns, rowsOf(view.answer(read(), { limit: 500 })))
        const found: Record<string, string>[] = parse(text, { columns: true })
        for (const row of rows(name)) {
          // An indicative year without a date of its own counts from the approval of its budget.
          const dated =
            row.kind === 'indicative' ? { ...row, approved: '2017-02-14/2017-03-31' } : row
          expect(found).toContainEqual(dated)
        }
        const requests = requestsOf({ register: registerOf(name), text }, again.asking)
        for (const outcome of await carryOutAll(again.ground, requests))
          expect(outcome).toMatchObject({ kind: 'done' })
      }
  })
})
