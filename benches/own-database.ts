// An embedded database of the bench's own, in a folder that is gone afterwards.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#database/database.ts'
import { openEmbedded } from '#database/embedded.ts'

/** A new embedded database; its folder is removed when it is closed. */
export async function ownDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'secretariat-bench-'))
  const database = await openEmbedded({ folder, connections: 12 })
  return {
    ...database,
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
