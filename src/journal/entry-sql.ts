// Entries as rows of SQL, both ways.

import type pg from 'pg'
import { day } from '#calendar/day.ts'
import { knownDate } from '#calendar/known-date.ts'
import type { Basis, Entry } from './entry.ts'
import { type InformationClass, mayRead, thePublic } from './information-class.ts'
import { type PublicHead, publicHeadAfter } from './state.ts'

export const entryColumns = `position, id, stream, version, type, data, effective_from,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at, acted_by,
  on_behalf_of, command, rulebook::text as rulebook, basis, source, class, content_hash, previous_hash, hash`

export function entryFromSql(row: Record<string, never>): Entry {
  return {
    position: Number(row.position),
    id: row.id!,
    stream: row.stream!,
    version: row.version!,
    type: row.type!,
    data: row.data!,
    effectiveFrom: knownDate(row.effective_from!),
    recordedAt: row.recorded_at!,
    by: row.acted_by!,
    onBehalfOf: row.on_behalf_of ?? null,
    command: row.command!,
    rulebook: day(row.rulebook!),
    basis: row.basis! as Basis,
    source: row.source ?? null,
    class: row.class! as InformationClass,
    contentHash: row.content_hash!,
    previousHash: row.previous_hash!,
    hash: row.hash!,
  }
}

/** Inserts entries, and the public's chain from `publicHead` on, in two statements. */
export async function insertEntries(
  client: pg.PoolClient,
  entries: readonly Entry[],
  publicHead: PublicHead,
): Promise<void> {
  await client.query(
    `insert into entry (position, id, stream, version, type, data, effective_from, recorded_at, acted_by,
       on_behalf_of, command, rulebook, basis, source, class, content_hash, previous_hash, hash)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::text[],
       $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::date[], $13::text[], $14::text[],
       $15::text[], $16::text[], $17::text[], $18::text[])`,
    [
      entries.map((entry) => entry.position),
      entries.map((entry) => entry.id),
      entries.map((entry) => entry.stream),
      entries.map((entry) => entry.version),
      entries.map((entry) => entry.type),
      entries.map((entry) => JSON.stringify(entry.data)),
      entries.map((entry) => entry.effectiveFrom),
      entries.map((entry) => entry.recordedAt),
      entries.map((entry) => entry.by),
      entries.map((entry) => entry.onBehalfOf),
      entries.map((entry) => entry.command),
      entries.map((entry) => entry.rulebook),
      entries.map((entry) => entry.basis),
      entries.map((entry) => entry.source),
      entries.map((entry) => entry.class),
      entries.map((entry) => entry.contentHash),
      entries.map((entry) => entry.previousHash),
      entries.map((entry) => entry.hash),
    ],
  )
  const seen: { position: number; head: PublicHead }[] = []
  let head = publicHead
  for (const entry of entries) {
    head = publicHeadAfter(head, entry)
    if (mayRead(thePublic, entry.class)) seen.push({ position: entry.position, head })
  }
  if (seen.length === 0) return
  await client.query(
    `insert into public_chain (position, count, hash)
     select * from unnest($1::bigint[], $2::bigint[], $3::text[])`,
    [
      seen.map((one) => one.position),
      seen.map((one) => one.head.count),
      seen.map((one) => one.head.hash),
    ],
  )
}
