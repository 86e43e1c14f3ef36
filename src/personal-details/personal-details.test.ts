import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '#database/database.ts'
import { onEveryDatabase } from '#database/test-database.ts'
import { memoryPersonalDetails } from './memory-personal-details.ts'
import { personalDetailsContract } from './personal-details.contract.ts'
import { sqlPersonalDetails } from './sql-personal-details.ts'

describe('personal details in memory', () => {
  personalDetailsContract(async () => memoryPersonalDetails())
})

onEveryDatabase('personal details in SQL', (fresh) => {
  const open: Database[] = []
  afterEach(async () => {
    for (const database of open.splice(0)) await database.close()
  })
  const opened = async () => {
    const database = await fresh()
    open.push(database)
    return database
  }

  personalDetailsContract(async () => sqlPersonalDetails((await opened()).pool))

  it('keeps nothing of a name that was erased but that and when', async () => {
    const { pool } = await opened()
    const details = sqlPersonalDetails(pool)
    await details.keep([{ code: 'model-code', id: 'person-1', name: 'The first name' }])
    await details.erase('model-code', 'person-1', '2026-01-01T09:00:00.000Z')
    await details.erase('model-code', 'person-1', '2026-02-02T09:00:00.000Z')
    const { rows } = await pool.query(
      `select id, name, erased_at::date::text as erased from person`,
    )
    expect(rows).toEqual([{ id: 'person-1', name: null, erased: '2026-01-01' }])
  })
})
