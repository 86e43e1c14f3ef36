// Every setting, read once at the start and refused there if wrong.

import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  readonly defaultCode: string
  /** Plain `npm start` is the demonstration: the record of the default code is loaded, and every page says so. */
  readonly demonstration: boolean
  readonly empty: boolean
  readonly operatorKey: string | undefined
  readonly home: string
}

/** The folder that holds `codes`, `migrations` and `dist`, wherever this file was built to. */
export function homeFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations'))) {
    const above = dirname(folder)
    if (above === folder)
      throw new Error('The folder "migrations" is not where the program is; install it anew')
    folder = above
  }
  return folder
}

/** The settings, from the environment and the words after `npm start --`. Throws one Error that names every fault. */
export function configFrom(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
): Config {
  const faults: string[] = []
  const home = homeFolder()
  const port = Number(environment.PORT?.trim() || '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push(`PORT is a number from 0 to 65535, not ${environment.PORT}`)
  const unknown = words.filter((word) => word !== '--empty')
  if (unknown.length > 0)
    faults.push(`npm start takes --empty or nothing, not ${unknown.join(' ')}`)
  const databaseUrl = environment.DATABASE_URL?.trim() || undefined
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL begins with postgresql://')
  const operatorKey = environment.SECRETARIAT_OPERATOR_KEY?.trim() || undefined
  if (operatorKey !== undefined && operatorKey.length < 20)
    faults.push('SECRETARIAT_OPERATOR_KEY has 20 characters or more')
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const empty = words.includes('--empty')
  return {
    port,
    host: environment.HOST?.trim() || '127.0.0.1',
    databaseUrl,
    dataFolder: resolve(environment.SECRETARIAT_DATA || join(home, 'data')),
    defaultCode: environment.SECRETARIAT_CODE?.trim() || 'sec',
    demonstration: !empty && !databaseUrl && environment.NODE_ENV !== 'production',
    empty,
    operatorKey,
    home,
  }
}
