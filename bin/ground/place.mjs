import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export const within = (...parts) => join(root, ...parts)

export const isThere = (...parts) => existsSync(within(...parts))

/** Where the record is kept unless SECRETARIAT_DATA says otherwise. */
export const dataFolder = () => resolve(process.env.SECRETARIAT_DATA || within('data'))
