// Kept rows in SQL: saved in the transaction of the entries, read at the start, compared in the tests.

import type pg from 'pg'
import { earliest, type KnownDate, knownDate, latest } from '#calendar/known-date.ts'
import { type Basis, beforeTheFirst, type Head, headAfter } from './entry.ts'
import { entryColumns, entryFromSql } from './entry-sql.ts'
import type { AnyFold, Row } from './fold.ts'
import type { InformationClass } from './information-class.ts'
import {
  CommittedState,
  codeAndFold,
  type Layer,
  type PublicHead,
  publicBeforeTheFirst,
} from './state.ts'

/** The state as kept, or nothing where it was kept by other folds or up to another entry. */
export async function keptState(
  client: pg.PoolClient,
  folds: readonly AnyFold[],
): Promise<CommittedState | undefined> {
  const head = await headOf(client)
  if (head.position === 0) return undefined
  const kept = new Map<string, { edition: number; position: string }>()
  for (const fold of (await client.query('select name, edition, position from kept_fold')).rows)
    kept.set(fold.name, fold)
  const asKept = (fold: AnyFold) => {
    const found = kept.get(fold.name)
    return found?.edition === fold.edition && Number(found.position) === head.position
  }
  if (kept.size !== folds.length || !folds.every(asKept)) return undefined
  const state = new CommittedState(folds, head, await publicHeadOf(client))
  for (const { code, fold, row } of await keptRows(client)) state.keep(code, fold, row)
  return state
}

/** The last entry that anything was kept from, 0 for none: where the journal ends before it, its tail was cut off. */
export async function keptUpTo(client: pg.Pool | pg.PoolClient): Promise<number> {
  const found = await client.query(
    `select greatest((select max(position) from kept_fold), (select max(position) from public_chain), 0) as position`,
  )
  return Number(found.rows[0].position)
}

/** Every row as it was kept. */
export async function keptRows(
  client: pg.PoolClient,
): Promise<readonly { code: string; fold: string; row: Row }[]> {
  const found = await client.query('select * from kept_row order by code, fold, key')
  return found.rows.map((row) => ({ code: row.code, fold: row.fold, row: rowFromSql(row) }))
}

/** Saves what a layer changes. */
export async function keepChanges(
  client: pg.PoolClient,
  layer: Layer,
  folds: readonly AnyFold[],
): Promise<void> {
  const saved: Saved[] = []
  const removed: { code: string; fold: string; key: string }[] = []
  for (const [of, changed] of layer.changes) {
    const [code, fold] = codeAndFold(of)
    for (const [key, row] of changed)
      if (row) saved.push({ code, fold, row })
      else removed.push({ code, fold, key })
  }
  await save(client, saved)
  if (removed.length > 0)
    await client.query(
      `delete from kept_row where (code, fold, key) in
         (select * from unnest($1::text[], $2::text[], $3::text[]))`,
      [removed.map((r) => r.code), removed.map((r) => r.fold), removed.map((r) => r.key)],
    )
  await markKept(client, folds, layer.head.position)
}

/** Throws away what was kept and saves the whole state. */
export async function keepEverything(client: pg.PoolClient, state: CommittedState): Promise<void> {
  await client.query('delete from kept_row')
  await client.query('delete from kept_fold')
  const all = [...state.everything()]
  for (let from = 0; from < all.length; from += 5_000)
    await save(client, all.slice(from, from + 5_000))
  await markKept(client, state.folds, state.head.position)
}

async function markKept(client: pg.PoolClient, folds: readonly AnyFold[], position: number) {
  await client.query(
    `insert into kept_fold (name, edition, position)
     select name, edition, $3 from unnest($1::text[], $2::int[]) as f (name, edition)
     on conflict (name) do update set edition = excluded.edition, position = excluded.position`,
    [folds.map((fold) => fold.name), folds.map((fold) => fold.edition), position],
  )
}

interface Saved {
  readonly code: string
  readonly fold: string
  readonly row: Row
}

async function save(client: pg.PoolClient, saved: readonly Saved[]): Promise<void> {
  if (saved.length === 0) return
  const column = (of: (one: Saved) => unknown) => saved.map(of)
  await client.query(
    `insert into kept_row (code, fold, key, class, opens, closes, certainly_from, certainly_until, basis, source, entries, data)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[],
       $8::date[], $9::text[], $10::text[], $11::jsonb[], $12::jsonb[])
     on conflict (code, fold, key) do update set class = excluded.class, opens = excluded.opens,
       closes = excluded.closes, certainly_from = excluded.certainly_from, certainly_until = excluded.certainly_until,
       basis = excluded.basis, source = excluded.source, entries = excluded.entries, data = excluded.data`,
    [
      column(({ code }) => code),
      column(({ fold }) => fold),
      column(({ row }) => row.key),
      column(({ row }) => row.class),
      column(({ row }) => row.opens),
      column(({ row }) => row.closes),
      column(({ row }) => certainlyFrom(row.opens)),
      column(({ row }) => certainlyUntil(row.closes)),
      column(({ row }) => row.basis),
      column(({ row }) => row.source),
      column(({ row }) => JSON.stringify(row.entries)),
      column(({ row }) => JSON.stringify(row.data)),
    ],
  )
}

const certainlyFrom = (opens: KnownDate) => latest(opens) ?? 'infinity'
const certainlyUntil = (closes: KnownDate | null) =>
  closes === null ? 'infinity' : (earliest(closes) ?? '-infinity')

function rowFromSql(row: Record<string, never>): Row {
  return {
    key: row.key!,
    class: row.class! as InformationClass,
    opens: knownDate(row.opens!),
    closes: row.closes === null ? null : knownDate(row.closes!),
    basis: row.basis! as Basis,
    source: row.source ?? null,
    entries: row.entries!,
    data: row.data,
  }
}

async function headOf(client: pg.PoolClient): Promise<Head> {
  const last = await client.query(
    `select ${entryColumns} from entry order by position desc limit 1`,
  )
  return last.rows[0] ? headAfter(entryFromSql(last.rows[0])) : beforeTheFirst
}

async function publicHeadOf(client: pg.PoolClient): Promise<PublicHead> {
  const last = await client.query(
    `select p.count, p.hash, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from public_chain p join entry e using (position) order by p.position desc limit 1`,
  )
  const row = last.rows[0]
  return row
    ? { count: Number(row.count), hash: row.hash, recordedAt: row.at }
    : publicBeforeTheFirst
}
