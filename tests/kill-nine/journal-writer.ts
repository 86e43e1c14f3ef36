// Writes to the journal as the program does, several at once, and prints position and hash of each
// entry when its promise is kept. With --list: checks the chain, and the kept rows against it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { day } from '#calendar/day.ts'
import { migrate } from '#database/migrate.ts'
import { openPostgres } from '#database/postgres.ts'
import type { Entry, Event, NewEntry } from '#journal/entry.ts'
import { verified } from '#journal/exported.ts'
import type { Fold } from '#journal/fold.ts'
import { sqlJournal } from '#journal/sql-journal.ts'

const { values } = parseArgs({
  options: { 'database-url': { type: 'string' }, list: { type: 'boolean' } },
})

type Counted = Event<'Counted', { readonly by: number }>

/** How often was counted: in step with the entries, or the record is torn. */
const counts: Fold<{ readonly count: number }, Counted> = {
  name: 'test.kill-nine',
  edition: 1,
  on: {
    Counted: ({ data }, rows) => {
      rows.open('all', { count: (rows.get('all')?.data.count ?? 0) + data.by })
    },
  },
}

const database = await openPostgres(values['database-url']!)
await migrate(database.pool, join(import.meta.dirname, '../../migrations'))
const journal = await sqlJournal(database.pool, [counts], () => new Date().toISOString())

if (values.list) await list()
else
  await Promise.all(Array.from({ length: 4 }, (_, writer) => writeOn(`model-code/count:${writer}`)))

async function list(): Promise<void> {
  const { fault } = await verified(journal.entries())
  if (fault) throw new Error(`The chain does not hold at entry ${fault.position}: ${fault.says}`)
  let position = 0
  for await (const entry of journal.entries()) {
    position = entry.position
    console.log(lineOf(entry))
  }
  const row = journal.state.row('model-code', 'test.kill-nine', 'all')
  const { count } = (row?.data ?? { count: 0 }) as { count: number }
  if (count !== position) throw new Error(`${position} entries, but the kept row counts ${count}`)
  await journal.close()
  await database.close()
}

async function writeOn(stream: string): Promise<never> {
  for (;;) {
    const entered = await journal.write({
      streams: [stream],
      run: (writing) => ({ stands: true, answer: writing.enter([counting(stream)]) }),
    })
    for (const entry of entered) console.log(lineOf(entry))
  }
}

function lineOf({ position, hash }: Entry): string {
  return `${position} ${hash}`
}

function counting(stream: string): NewEntry<Counted> {
  const today = day('2026-01-01')
  return {
    stream,
    type: 'Counted',
    data: { by: 1 },
    effectiveFrom: today,
    by: 'operator',
    onBehalfOf: null,
    command: 'count',
    rulebook: today,
    basis: 'decided-here',
    source: null,
    class: 'white',
  }
}
