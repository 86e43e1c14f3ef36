// The operator's key: as it was set, or kept in the data folder where only its owner can read it.

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the key may be: as `configFrom` gives it. */
interface KeyPlaces {
  readonly operatorKey: string | undefined
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
}

/**
 * The key; undefined where none was set and the record is not in a data folder. With `make`, a data folder without one is
 * given one.
 */
export function operatorKeyOf(
  { operatorKey, databaseUrl, dataFolder }: KeyPlaces,
  { make }: { readonly make: boolean },
): string | undefined {
  if (operatorKey || databaseUrl) return operatorKey
  const file = join(dataFolder, 'operator-key')
  if (!existsSync(file)) {
    if (!make) return undefined
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
