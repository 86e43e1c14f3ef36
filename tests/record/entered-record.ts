// The record of 2016-17 entered through the registers of some rooms, to be read by their views.
import { resolve } from 'node:path'
import { type Day, day } from '#calendar/day.ts'
import { carryOutAll } from '#decision/carry-out.ts'
import { theOperator, thePublic } from '#journal/information-class.ts'
import type { Reading } from '#reading/reading.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import type { Room } from '#web/room.ts'
import { recordOf } from '../given.ts'
import { rows } from './read-record.ts'

const { rulebookFiles } = loadCodes(resolve(import.meta.dirname, '../../codes')).get('sec')!

/** Enters the registers named, in that order, and reads them as the public on a day. */
export async function enteredRecord(rooms: readonly Room[], registers: readonly string[]) {
  const all = rooms.flatMap((room) => room.registers)
  const { ground, asking, read } = await recordOf([], {
    folds: rooms.flatMap((room) => room.folds),
    today: day('2020-01-01'),
    rulebook: (on) => rulebookOn(rulebookFiles, [], on),
    code: 'sec',
  })
  for (const name of registers) {
    const register = all.find((one) => one.name === name)!
    const requests = rows(name).map((cells) => ({
      command: register.command,
      input: register.input(cells),
      asking: { ...asking, viewer: theOperator },
    }))
    const outcomes = await carryOutAll(ground, requests)
    const refused = outcomes.filter(({ kind }) => kind !== 'done')
    if (refused.length > 0) throw new Error(`${name}: ${JSON.stringify(refused, null, 2)}`)
  }
  return (on: string): Reading => read({ asOf: day(on) as Day, viewer: thePublic })
}
