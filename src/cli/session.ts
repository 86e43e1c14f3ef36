// One call of the command line: which database, which code, who acts.

import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { type Config, configFrom } from '#config.ts'
import { holdsDatabase } from '#database/cluster-folder.ts'
import type { Database } from '#database/database.ts'
import { openDatabase } from '#database/open-database.ts'
import { thePublic, type Viewer } from '#journal/information-class.ts'
import { operatorWith } from '#web/access.ts'
import { type OpenOffice, openOffice, prepare } from '../open-office.ts'
import { operatorKeyOf } from '../operator-key.ts'

/** An answer that is no: told without a stack, with an exit code. */
export class Refused extends Error {
  override name = 'Refused'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The options that every command takes. */
export interface Shared {
  readonly databaseUrl?: string
  readonly data?: string
  readonly code: string
  readonly as: 'operator' | 'public'
  readonly json?: boolean
}

/** Adds them. */
export function shared(command: Command): Command {
  return command
    .option('--code <name>', 'the code', process.env.SECRETARIAT_CODE?.trim() || 'sec')
    .addOption(
      new Option('--as <viewer>', 'who acts and reads')
        .choices(['operator', 'public'])
        .default('operator'),
    )
    .option('--data <folder>', 'the data folder of the embedded database')
    .option('--database-url <url>', 'a PostgreSQL database instead')
}

/** Who acts and reads; where the operator's key can be read, the operator hands out keys made from it. */
export const viewerOf = (options: Shared): Viewer =>
  options.as === 'public'
    ? thePublic
    : operatorWith(operatorKeyOf(settings(options), { make: false }))

/** What is said beside the answer goes to standard error, so that the answer can be piped. */
export const say = (line: string) => console.error(line)

function settings(options: Shared): Config {
  return configFrom(
    {
      ...process.env,
      ...(options.data ? { SECRETARIAT_DATA: options.data, DATABASE_URL: undefined } : {}),
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    },
    [],
  )
}

/** What a command does where a data folder has no database yet: makes it, shows the demonstration in it, or says so. */
export interface Beginning {
  /** It may be the first thing that comes into a database. */
  readonly creates?: boolean
  /** In an empty folder that nobody named it reads the demonstration, as `npm start` would show it. */
  readonly reading?: boolean
}

/** Refuses where a mistyped folder would become a new, empty database. */
function mustHoldDatabase(options: Shared, config: Config, { creates, reading }: Beginning): void {
  const { databaseUrl, dataFolder, demonstration } = config
  const isNamed = options.data !== undefined || !!process.env.SECRETARIAT_DATA
  if (databaseUrl || creates || (reading && !isNamed && demonstration) || holdsDatabase(dataFolder))
    return
  const came = existsSync(dataFolder) ? 'none was ever made in it' : 'there is no such folder'
  throw new Refused(
    `${dataFolder}: expected a data folder with a database; ${came}, and nothing was made. Name another with --data FOLDER, or begin a new one with npm start, secretariat import or secretariat text import`,
    2,
  )
}

/** Does something with the database, and closes it. */
export async function withDatabase<T>(
  options: Shared,
  act: (database: Database, config: Config) => Promise<T>,
  how: Beginning = {},
): Promise<T> {
  const config = settings(options)
  mustHoldDatabase(options, config, how)
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder, say })
  try {
    return await act(database, config)
  } finally {
    await database.close()
  }
}

/**
 * Does something with the office, and closes it. With `reading`, an empty data folder that nobody named is first
 * given the demonstration, as `npm start` would.
 */
export async function withOffice<T>(
  options: Shared,
  act: (office: OpenOffice, config: Config) => Promise<T>,
  how: Beginning = {},
): Promise<T> {
  const config = settings(options)
  mustHoldDatabase(options, config, how)
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder, say })
  const office = await openOffice(database, config.defaultCode, say).catch(async (reason) => {
    await database.close()
    throw reason
  })
  try {
    const named = options.data ?? options.databaseUrl ?? process.env.SECRETARIAT_DATA
    if (how.reading && !named && config.demonstration && office.journal.state.head.position === 0)
      await prepare(office, config, say)
    return await act(office, config)
  } finally {
    await office.close()
  }
}

/** Refuses where the code is not administered, naming those that are. */
export function mustKnow(office: OpenOffice, code: string): void {
  const { state } = office.journal
  if (office.knows(state, code)) return
  const known = office.codesIn(state).map(({ name }) => name)
  throw new Refused(
    known.length === 0
      ? `Nothing is on record here yet. Run npm start, or import a register or a journal.`
      : `No code named ${code} is administered here; there are: ${known.join(', ')}`,
  )
}
