// The care of the record itself: export, verify, take over, make the kept rows again.

import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { homeFolder } from '#config.ts'
import { migrate } from '#database/migrate.ts'
import type { Entry, Head } from '#journal/entry.ts'
import { exported, linesIn, verifiedLines } from '#journal/exported.ts'
import { importJournal } from '#journal/import-journal.ts'
import { rebuiltAndCompared } from '#journal/rebuild.ts'
import { verifiedInDatabase } from '#journal/verify-database.ts'
import { foldsOfRooms } from '../open-office.ts'
import { Refused, type Shared, shared, withDatabase, withOffice } from './session.ts'

type Options = Shared

/** Adds them. */
export function addJournalCommands(program: Command): void {
  const add = (name: string, says: string) => shared(program.command(name).description(says))

  const exporting = add(
    'export',
    'Write every entry in order to a file, closing with count and head hash; - is standard output',
  )
  exporting.argument('<file>').action((file: string) => exportTo(file, exporting.opts<Options>()))

  const verifying = add(
    'verify',
    'Check the chain, in the database or offline from an exported file',
  )
  verifying
    .argument('[file]')
    .option('--json', 'as JSON')
    .action((file: string | undefined) => verify(file, verifying.opts<Options>()))

  const importing = add(
    'import-journal',
    'Take over a whole journal from an exported file, into an empty database',
  )
  importing.argument('<file>').action((file: string) => takeOver(file, importing.opts<Options>()))

  const rebuilding = add(
    'rebuild',
    'Make the kept rows again from the entries, and tell whether they were the same',
  )
  rebuilding.action(() => rebuild(rebuilding.opts<Options>()))
}

async function exportTo(file: string, options: Options): Promise<void> {
  operatorOnly(options)
  await withOffice(options, async (office) => {
    let head: Head | undefined
    async function* followed(): AsyncIterable<Entry> {
      for await (const entry of office.journal.entries()) {
        head = entry
        yield entry
      }
    }
    const lines = Readable.from(exported(followed()))
    if (file === '-') {
      for await (const line of lines) process.stdout.write(line)
      return
    }
    const draft = `${file}.part`
    await pipeline(lines, createWriteStream(draft, { mode: 0o600 })).catch(
      async (reason: Error) => {
        await rm(draft, { force: true })
        throw new Refused(`${file} cannot be written: ${reason.message}`, 2)
      },
    )
    await rename(draft, file)
    console.log(
      head
        ? `Exported ${head.position} entries to ${file}; the head is ${head.hash}`
        : `Exported an empty journal to ${file}`,
    )
  })
}

async function verify(
  file: string | undefined,
  options: Options & { json?: boolean },
): Promise<void> {
  operatorOnly(options)
  const result =
    file === undefined
      ? await withDatabase(options, async (database) => {
          await migrate(database.pool, join(homeFolder(), 'migrations'))
          return verifiedInDatabase(database.pool)
        })
      : await verifiedLines(await linesOf(file))
  if (options.json) console.log(JSON.stringify(result, null, 2))
  if (result.fault) {
    const { position, says, line } = result.fault
    throw new Refused(`Entry ${position}${line ? ` (line ${line})` : ''} does not hold: ${says}.`)
  }
  if (!options.json)
    console.log(`${result.count} entries, and the chain holds. The head is ${result.head.hash}`)
}

async function takeOver(file: string, options: Options): Promise<void> {
  operatorOnly(options)
  const lines = await linesOf(file)
  await withDatabase(
    options,
    async (database) => {
      await migrate(database.pool, join(homeFolder(), 'migrations'))
      const outcome = await importJournal(database.pool, lines)
      switch (outcome.kind) {
        case 'imported':
          return console.log(
            `Took over ${outcome.head.position} entries from ${file}; the head is ${outcome.head.hash}`,
          )
        case 'not-empty':
          throw new Refused(
            `This database holds ${outcome.count} entries already, and a journal is taken over into an empty one only. Nothing was changed.`,
          )
        case 'does-not-hold':
          throw new Refused(
            `Nothing was taken over: entry ${outcome.fault.position}${outcome.fault.line ? ` (line ${outcome.fault.line})` : ''} does not hold: ${outcome.fault.says}.`,
          )
      }
    },
    { creates: true },
  )
}

async function rebuild(options: Options): Promise<void> {
  operatorOnly(options)
  await withDatabase(options, async (database) => {
    await migrate(database.pool, join(homeFolder(), 'migrations'))
    const { rows, differing } = await rebuiltAndCompared(database.pool, foldsOfRooms)
    console.log(
      `Made ${rows} rows again from the entries; ${differing.length} had been kept otherwise.`,
    )
    for (const one of differing.slice(0, 20)) console.log(`  ${one}`)
  })
}

async function linesOf(file: string): Promise<AsyncIterable<string>> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Refused(`There is no file ${file}`, 2)
  return linesIn(createReadStream(file, 'utf8'))
}

function operatorOnly({ as }: Shared): void {
  if (as !== 'operator')
    throw new Refused(
      'The whole record holds more than the public may read; only the operator may do this.',
    )
}
