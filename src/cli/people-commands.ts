// The names of people, which stand apart from the record: exported, taken over and erased by commands of their own.

import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { z } from 'zod'
import { homeFolder } from '#config.ts'
import { migrate } from '#database/migrate.ts'
import type { NamedPerson } from '#personal-details/personal-details.ts'
import { sqlPersonalDetails } from '#personal-details/sql-personal-details.ts'
import { Refused, type Shared, shared, withDatabase } from './session.ts'

const person = z.object({ code: z.string().min(1), id: z.string().min(1), name: z.string().min(1) })

/** Adds them. */
export function addPeopleCommands(program: Command): void {
  const exporting = shared(
    program
      .command('export-people')
      .argument('<file>')
      .description('Write the names of people to a file of their own: no other export holds them'),
  )
  exporting.action((file: string) => exportPeople(file, exporting.opts<Shared>()))

  const importing = shared(
    program
      .command('import-people')
      .argument('<file>')
      .description(
        'Take over names from such a file; a name held already, or erased, stays as it is',
      ),
  )
  importing.action((file: string) => importPeople(file, importing.opts<Shared>()))

  const erasing = shared(
    program
      .command('erase-person')
      .argument('<id>')
      .description('Erase the name of a person for good; the record keeps the id, and stays whole'),
  )
  erasing.action((id: string) => erasePerson(id, erasing.opts<Shared>()))
}

const details = <T>(
  options: Shared,
  act: (store: ReturnType<typeof sqlPersonalDetails>) => Promise<T>,
): Promise<T> => {
  if (options.as !== 'operator')
    throw new Refused('Only the operator may do this with people’s names.')
  return withDatabase(options, async (database) => {
    await migrate(database.pool, join(homeFolder(), 'migrations'))
    return act(sqlPersonalDetails(database.pool))
  })
}

async function exportPeople(file: string, options: Shared): Promise<void> {
  const people = await details(options, (store) => store.names(options.code))
  const lines = [...people].map(
    ([id, name]) => `${JSON.stringify({ code: options.code, id, name })}\n`,
  )
  await writeFile(file, lines.join(''), { mode: 0o600 })
  console.log(
    `Exported ${people.size} names of ${options.code} to ${file}. Keep it as you keep names.`,
  )
}

async function importPeople(file: string, options: Shared): Promise<void> {
  const people: NamedPerson[] = []
  let line = 0
  const reading = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  try {
    for await (const text of reading) {
      line += 1
      people.push(person.parse(JSON.parse(text)))
    }
  } catch {
    throw new Refused(
      line === 0
        ? `There is no file ${file} that can be read`
        : `${file}, line ${line}: expected {"code", "id", "name"} as JSON; nothing was taken over.`,
      2,
    )
  }
  const kept = await details(options, (store) => store.keep(people))
  console.log(`Took over ${kept.length} of ${people.length} names.`)
}

async function erasePerson(id: string, options: Shared): Promise<void> {
  await details(options, (store) => store.erase(options.code, id, new Date().toISOString()))
  console.log(`The name of ${id} is erased. Pages show the id from now on.`)
}
