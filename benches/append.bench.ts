// Appending with rules, by eight writers at once, against a bare insert that takes the same lock, and against one
// that takes none. Rounds of each are interleaved, so that a slow minute of the machine hits all alike.

import type pg from 'pg'
import { carryOut } from '#decision/carry-out.ts'
import { registerCode } from '#governance/index.ts'
import { theOperator } from '#journal/information-class.ts'
import { theOneWriter } from '#journal/sql-journal.ts'
import { openOffice } from '../src/open-office.ts'
import { measured, median, timeOf } from './measured.ts'
import { ownDatabase } from './own-database.ts'

const writers = 8
const each = 150
const rounds = 5

const database = await ownDatabase()
const office = await openOffice(database, 'sec')
await office.act([
  {
    command: registerCode,
    input: { name: 'sec', title: 'A code', demonstration: false },
    asking: office.asking('sec', theOperator),
  },
])
await database.pool.query(
  `create table bare (position bigint primary key, stream text, data jsonb, unique (stream, position))`,
)
await database.pool.query(
  'create table unlocked (position bigint generated always as identity primary key, stream text, data jsonb)',
)

const meeting = office.commands.find(({ name }) => name === 'enter-meeting-on-record')!
const data = JSON.stringify({
  reference: 'X',
  body: 'change-board',
  kind: 'meeting',
  held: '2016-07',
  place: null,
  notes: null,
})
let number = 0

const byAll = (write: (number: number) => Promise<unknown>) =>
  timeOf(() =>
    Promise.all(
      Array.from({ length: writers }, async () => {
        for (let turn = 0; turn < each; turn++) await write(++number)
      }),
    ),
  )

async function inTransaction(act: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await act(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

const withRules = (at: number) =>
  carryOut(office, {
    command: meeting,
    input: {
      reference: `M-${at}`,
      body: 'change-board',
      kind: 'meeting',
      held: '2016-07',
      source: 'a bench',
    },
    asking: office.asking('sec', theOperator),
  })

const bare = (at: number) =>
  inTransaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [theOneWriter + 1])
    await client.query(
      'insert into bare (position, stream, data) values ((select coalesce(max(position), 0) + 1 from bare), $1, $2)',
      [`sec/meeting:${at}`, data],
    )
  })

const unlocked = (at: number) =>
  inTransaction((client) =>
    client.query('insert into unlocked (stream, data) values ($1, $2)', [
      `sec/meeting:${at}`,
      data,
    ]),
  )

const rates: Record<'withRules' | 'bare' | 'unlocked', number[]> = {
  withRules: [],
  bare: [],
  unlocked: [],
}
const rate = (milliseconds: number) => (writers * each * 1000) / milliseconds
for (let round = 0; round <= rounds; round++) {
  const found = {
    withRules: rate(await byAll(withRules)),
    bare: rate(await byAll(bare)),
    unlocked: rate(await byAll(unlocked)),
  }
  if (round === 0) continue
  for (const kind of ['withRules', 'bare', 'unlocked'] as const) rates[kind].push(found[kind])
}

measured({
  name: 'append.rules',
  what: 'entries a second with rules, hashes and kept rows, eight writers; baseline: bare insert with the same lock',
  value: median(rates.withRules),
  unit: 'entries/s',
  baseline: median(rates.bare),
  must: 0.6,
  higherIsBetter: true,
})
measured({
  name: 'append.unlocked',
  what: 'the same against a bare insert without the lock, whose readers would miss entries',
  value: median(rates.withRules),
  unit: 'entries/s',
  baseline: median(rates.unlocked),
  higherIsBetter: true,
})
const alone: number[] = []
for (let turn = 0; turn < 200; turn++) alone.push(await timeOf(() => withRules(++number)))
const aloneBare: number[] = []
for (let turn = 0; turn < 200; turn++) aloneBare.push(await timeOf(() => bare(++number)))
measured({
  name: 'append.alone',
  what: 'milliseconds for one append with rules, nobody else writing; baseline: bare insert with the same lock',
  value: median(alone),
  unit: 'ms',
  baseline: median(aloneBare),
})
await office.close()
