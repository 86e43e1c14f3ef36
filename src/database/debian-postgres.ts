// Debian's PostgreSQL: not used by the program, only to prove that it holds on a server's version too.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of its programs: of version 15, or else of the oldest later one. Throws a plain sentence
 * where there is none.
 */
export function debianBinaries(): string {
  const place = '/usr/lib/postgresql'
  const [version] = existsSync(place)
    ? readdirSync(place)
        .filter((name) => Number(name) >= 15 && existsSync(join(place, name, 'bin', 'postgres')))
        .sort((one, other) => Number(one) - Number(other))
    : []
  if (version) return join(place, version, 'bin')
  throw new Error(
    'These tests need PostgreSQL 15 in /usr/lib/postgresql. Run npm test, which installs it or ' +
      'prints the line to run.',
  )
}
