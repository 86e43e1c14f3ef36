// The office with the whole record of the demonstration, in memory: for truths that hold for every room.

import { join } from 'node:path'
import { registerCode } from '#governance/index.ts'
import { beforeTheFirst } from '#journal/entry.ts'
import { theOperator } from '#journal/information-class.ts'
import type { Journal } from '#journal/journal.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import { CommittedState, publicBeforeTheFirst } from '#journal/state.ts'
import { loadRecord } from '#office/load-record.ts'
import { type Office, officeOf } from '#office/office.ts'
import { keepingNames } from '#people/index.ts'
import { memoryPersonalDetails } from '#personal-details/memory-personal-details.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { foldsOfRooms, governance } from '../../src/open-office.ts'
import { rooms } from '../../src/rooms.ts'

export const home = join(import.meta.dirname, '../..')
export const codes = loadCodes(join(home, 'codes'))

/** An instant long after the record of 2016-17, always the same. */
export const loadedAt = '2026-01-31T12:00:00.000Z'

/** An office over a journal, with names in memory. */
export function officeOver(journal: Journal, clock: () => string = () => loadedAt): Office {
  const details = memoryPersonalDetails()
  return officeOf({
    journal,
    rooms,
    governance,
    codes,
    defaultCode: 'sec',
    clock,
    names: (code) => details.names(code),
    around: (requests, carry) => keepingNames(details, requests, carry),
  })
}

/** Registers a code and loads its record. */
export async function load(office: Office, code = 'sec'): Promise<void> {
  const input = { name: code, title: codes.get(code)?.code.title ?? code, demonstration: true }
  await loadRecord(office, code, join(home, 'codes', code, 'record'), [
    { command: registerCode, input, asking: office.asking(code, theOperator) },
  ])
}

/** The demonstration in memory. */
export async function demonstration(clock: () => string = () => loadedAt): Promise<Office> {
  const office = officeOver(memoryJournal(foldsOfRooms, clock), clock)
  await load(office)
  return office
}

export function emptyState(): CommittedState {
  return new CommittedState(foldsOfRooms, beforeTheFirst, publicBeforeTheFirst)
}
