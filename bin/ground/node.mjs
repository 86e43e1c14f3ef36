import { accessSync, constants } from 'node:fs'
import { within } from './place.mjs'
import { Plainly } from './telling.mjs'

const needed = 24

/** The Node.js the program runs on: this one if it is new enough, else the one from the lockfile. */
export function newNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= needed) return process.execPath
  const locked = within('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  try {
    accessSync(locked, constants.X_OK)
    return locked
  } catch {
    throw new Plainly(
      `The program runs on Node.js ${needed}; this is ${process.versions.node}, and the packages ` +
        `bring none for ${process.platform}-${process.arch}. Install Node.js ${needed} and start again.`,
    )
  }
}
