import type { Database, Say } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openPostgres } from './postgres.ts'

export type Whereabouts = {
  /** A connection string (`DATABASE_URL`, `--database-url`); it goes before the data folder. */
  url?: string | undefined
  /** The data folder of the embedded database (`SECRETARIAT_DATA`, `--data`). */
  folder: string
  say?: Say
  /** Most connections this process holds for its own work; 10 unless told. */
  connections?: number
}

/** Opens the server's database where one is named, else the embedded one; errors as these two say. */
export function openDatabase({ url, folder, ...rest }: Whereabouts): Promise<Database> {
  return url ? openPostgres(url, rest) : openEmbedded({ folder, ...rest })
}
