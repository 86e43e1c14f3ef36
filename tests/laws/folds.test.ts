// Two truths for every fold: rows made again are the rows that were kept, and what is in force on a day is the
// fold of what is effective by then.

import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, day } from '#calendar/day.ts'
import { certainty, earliest } from '#calendar/known-date.ts'
import type { Entry } from '#journal/entry.ts'
import type { State } from '#journal/state.ts'
import type { Office } from '#office/office.ts'
import { foldsOfRooms } from '../../src/open-office.ts'
import { demonstration, emptyState } from './demonstration.ts'

let office: Office
let entries: Entry[]
beforeAll(async () => {
  office = await demonstration()
  entries = []
  for await (const entry of office.journal.entries()) entries.push(entry)
})

const days = [
  '2013-09-22',
  '2013-09-23',
  '2015-01-14',
  '2016-04-01',
  '2016-07-31',
  '2016-11-08',
  '2017-03-31',
  '2026-01-31',
].map(day)

/** Rows that certainly hold, without what a later entry may yet tell of their end. */
function inForce(state: State, fold: string, on: Day) {
  return [...state.rows('sec', fold)]
    .filter((row) => certainty(row.opens, row.closes, on) === 'certainly')
    .map(({ key, data, opens, basis, source }) => ({ key, data, opens, basis, source }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}

describe('every fold of the record', () => {
  it('has rows at all, so that the laws speak of something', () => {
    expect(entries.length).toBeGreaterThan(200)
  })

  it.each(foldsOfRooms.map(({ name }) => name))('%s: made again, the rows are the same', (fold) => {
    const again = emptyState()
    for (const entry of entries) again.read(entry)
    expect([...again.rows('sec', fold)]).toEqual([...office.journal.state.rows('sec', fold)])
  })

  describe.each(days)('as in force on %s', (on) => {
    it.each(foldsOfRooms.map(({ name }) => name))(
      '%s is the fold of what is effective by then',
      (fold) => {
        const then = emptyState()
        for (const entry of entries) {
          const from = earliest(entry.effectiveFrom)
          if (from === null || from <= on) then.read(entry)
        }
        expect(inForce(office.journal.state, fold, on)).toEqual(inForce(then, fold, on))
      },
    )
  })
})
