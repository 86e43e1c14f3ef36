import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '#database/database.ts'
import { migrate } from '#database/migrate.ts'
import { freshDatabase, onEveryDatabase } from '#database/test-database.ts'

onEveryDatabase('migrations', (_fresh, kind) => {
  let room: string
  let folder: string
  let database: Database

  beforeEach(async () => {
    room = mkdtempSync(join(tmpdir(), 'migrations-'))
    folder = join(room, 'migrations')
    mkdirSync(folder)
    mkdirSync(join(room, 'none'))
    database = await freshDatabase(kind, { migrations: join(room, 'none') })
  })

  afterEach(async () => {
    await database.close()
    rmSync(room, { recursive: true })
  })

  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
  const tables = async () => {
    const { rows } = await database.pool.query(
      `select tablename from pg_tables where schemaname = 'public' order by 1`,
    )
    return rows.map(({ tablename }) => tablename)
  }

  it('are carried out once, in order', async () => {
    write('0001-shelf.sql', 'create table shelf (id int);')
    write('0002-book.sql', 'alter table shelf add column book text;')
    expect(await migrate(database.pool, folder)).toEqual(['0001-shelf.sql', '0002-book.sql'])
    expect(await migrate(database.pool, folder)).toEqual([])
    write('0003-lamp.sql', 'create table lamp (id int);')
    expect(await migrate(database.pool, folder)).toEqual(['0003-lamp.sql'])
    expect(await tables()).toEqual(['lamp', 'migration', 'shelf'])
  })

  it('are carried out once by two programs started together', async () => {
    write('0001-shelf.sql', 'create table shelf (id int);')
    const both = await Promise.all([migrate(database.pool, folder), migrate(database.pool, folder)])
    expect(both.flat()).toEqual(['0001-shelf.sql'])
  })

  it('leave nothing of one that fails, and keep those before it', async () => {
    write('0001-shelf.sql', 'create table shelf (id int);')
    write('0002-wrong.sql', 'create table half (id int); select nonsense;')
    await expect(migrate(database.pool, folder)).rejects.toThrow('0002-wrong.sql')
    expect(await tables()).toEqual(['migration', 'shelf'])
  })

  it('refuse one that was changed after it was carried out', async () => {
    write('0001-shelf.sql', 'create table shelf (id int);')
    await migrate(database.pool, folder)
    write('0001-shelf.sql', 'create table shelf (id bigint);')
    await expect(migrate(database.pool, folder)).rejects.toThrow('was changed after')
  })

  it('do not mind how lines end', async () => {
    write('0001-shelf.sql', 'create table shelf (\n  id int\n);\n')
    await migrate(database.pool, folder)
    write('0001-shelf.sql', 'create table shelf (\r\n  id int\r\n);\r\n')
    expect(await migrate(database.pool, folder)).toEqual([])
  })

  it('refuse a database that a newer release has used', async () => {
    write('0001-shelf.sql', 'create table shelf (id int);')
    write('0002-lamp.sql', 'create table lamp (id int);')
    await migrate(database.pool, folder)
    rmSync(join(folder, '0002-lamp.sql'))
    await expect(migrate(database.pool, folder)).rejects.toThrow('a newer release has used it')
  })

  it('refuse a gap in the numbers', async () => {
    write('0001-shelf.sql', 'create table shelf (id int);')
    write('0003-lamp.sql', 'create table lamp (id int);')
    await expect(migrate(database.pool, folder)).rejects.toThrow('expected 0002-')
    expect(await tables()).toEqual([])
  })
})
