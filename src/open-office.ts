// Puts everything together, by hand: the database, the codes, the journal and the rooms.

import { join } from 'node:path'
import { type Config, homeFolder } from '#config.ts'
import type { Database, Say } from '#database/database.ts'
import { migrate } from '#database/migrate.ts'
import type { Request } from '#decision/carry-out.ts'
import { codesKept, confirmationOf, confirmationsKept, registerCode } from '#governance/index.ts'
import { theOperator } from '#journal/information-class.ts'
import { sqlJournal } from '#journal/sql-journal.ts'
import { loadRecord } from '#office/load-record.ts'
import { type Governance, type Office, officeOf } from '#office/office.ts'
import { keepingNames } from '#people/index.ts'
import { sqlPersonalDetails } from '#personal-details/sql-personal-details.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { rooms } from './rooms.ts'

export const governance: Governance = {
  codes: codesKept,
  confirmations: confirmationsKept,
  confirmationOf: confirmationOf as Governance['confirmationOf'],
}

export const foldsOfRooms = rooms.flatMap((room) => room.folds)

export interface OpenOffice extends Office {
  close(): Promise<void>
}

/** Migrates the database, and opens the office on it. Nothing is entered. */
export async function openOffice(
  database: Database,
  defaultCode: string,
  say: Say = () => undefined,
): Promise<OpenOffice> {
  const home = homeFolder()
  for (const name of await migrate(database.pool, join(home, 'migrations')))
    say(`Migrated the database: ${name}`)
  const clock = () => new Date().toISOString()
  const journal = await sqlJournal(database.pool, foldsOfRooms, clock)
  const details = sqlPersonalDetails(database.pool)
  const office = officeOf({
    journal,
    rooms,
    governance,
    codes: loadCodes(join(home, 'codes')),
    defaultCode,
    clock,
    names: (code) => details.names(code),
    around: (requests, carry) => keepingNames(details, requests, carry),
  })
  return {
    ...office,
    async close() {
      await journal.close()
      await database.close()
    },
  }
}

/** What stands in the way of starting, for the person who started: a sentence without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** Registers the default code where nothing is on record of it yet, with its record where this is the demonstration. */
export async function prepare(office: Office, config: Config, say: Say): Promise<void> {
  const { defaultCode: code, demonstration, empty, home } = config
  const registered = office.codesIn(office.journal.state).find(({ name }) => name === code)
  if (registered) {
    if (empty && registered.demonstration)
      throw new CannotStart(
        'This data folder holds the demonstration already, so it cannot be started empty. Nothing was changed. Set SECRETARIAT_DATA to another folder, or leave --empty out.',
      )
    return
  }
  if (empty && office.journal.state.head.position > 0)
    throw new CannotStart(
      'This data folder holds a record already, so it cannot be started empty. Nothing was changed. Set SECRETARIAT_DATA to another folder.',
    )
  const folder = office.codeNamed(code)
  const register: Request = {
    command: registerCode,
    input: { name: code, title: folder?.code.title ?? code, demonstration },
    asking: office.asking(code, theOperator),
  }
  const record = join(home, 'codes', code, 'record')
  if (demonstration) say('Loading the record of the demonstration …')
  const entries = await loadRecord(office, code, demonstration ? record : '', [register])
  say(
    demonstration
      ? `Loaded the record: ${entries} entries.`
      : `Registered the code ${code}; its record is empty.`,
  )
}
