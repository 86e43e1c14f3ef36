import { afterEach, expect, it } from 'vitest'
import type { Database } from '#database/database.ts'
import { openPostgres } from '#database/postgres.ts'
import { onEveryDatabase } from '#database/test-database.ts'

onEveryDatabase("a server's database", (fresh) => {
  const open: Database[] = []
  afterEach(async () => {
    for (const database of open.splice(0).reverse()) await database.close()
  })

  async function opened(alter = (url: string) => url): Promise<Database> {
    const made = await fresh()
    open.push(made)
    const database = await openPostgres(alter(made.url))
    open.push(database)
    return database
  }

  it('is reached by its connection string, and named without the password', async () => {
    const { pool, describe, url, kind } = await opened()
    expect(kind).toBe('postgres')
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    const { password } = new URL(url)
    expect(password.length).toBeGreaterThan(20)
    expect(describe).not.toContain(password)
  })

  it('is reached by a string that names its socket folder and no host', async () => {
    const { pool } = await opened((url) => url.replace('@localhost/', '@/'))
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  it('gives days as text, and whole numbers exactly or not at all', async () => {
    const { pool } = await opened()
    const { rows } = await pool.query(`select '2017-03-31'::date as day, 9007199254740991 as whole`)
    expect(rows).toEqual([{ day: '2017-03-31', whole: 9007199254740991 }])
    await expect(pool.query('select 9007199254740993')).rejects.toThrow('too large')
  })

  it('is refused with a wrong password, without telling it', async () => {
    const refused = opened((url) => url.replace(/:[^:@/]+@/, ':mistaken@'))
    await expect(refused).rejects.toThrow(/Could not use PostgreSQL at .*password/)
    await expect(refused).rejects.not.toThrow('mistaken')
  })
})

it('is refused where nobody listens', async () => {
  await expect(openPostgres('postgresql://a:secret@127.0.0.1:1/b')).rejects.toThrow(
    /Could not use PostgreSQL at 127.0.0.1:1\/b: .*ECONNREFUSED/,
  )
})

it.each(['mysql://localhost/a', 'localhost', ''])(
  'is refused where %o is no such string',
  async (url) => {
    await expect(openPostgres(url)).rejects.toThrow('expected postgresql://')
  },
)
