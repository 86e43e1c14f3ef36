// One server at a time for a data folder; who comes second learns who has it. The starter reads the
// same note, in bin/ground/holder.mjs.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keepOwnerOf } from './cluster-folder.ts'
import { startOf } from './process-identity.ts'

export type Holder = {
  pid: number
  /** When that process started, so that a number given out again is not mistaken for it. */
  started: string
  /** Where it serves, as a person would type it. */
  address: string
}

export type Held = {
  /** Notes the address once it is known for certain. */
  announce(address: string): void
  /** Gives the folder back. Safe to call twice; does nothing to a note that is no longer ours. */
  release(): void
}

export class DataFolderTaken extends Error {
  override name = 'DataFolderTaken'
  readonly holder: Holder

  constructor(folder: string, holder: Holder) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid}, which serves ${holder.address}. ` +
        'Nothing was changed. Stop that process, or set SECRETARIAT_DATA to another folder.',
    )
    this.holder = holder
  }
}

/**
 * Takes the data folder for this process, which is about to serve at `address`. What a killed process
 * left behind is put aside. Throws DataFolderTaken, having changed nothing, while another one lives.
 */
export function holdDataFolder(folder: string, address: string): Held {
  const place = resolve(folder)
  mkdirSync(place, { recursive: true, mode: 0o711 })
  const note = join(place, 'server.json')
  const draft = `${note}.${process.pid}`
  const ours: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', address }
  writeFileSync(draft, JSON.stringify(ours))
  keepOwnerOf(place, draft)
  try {
    while (!linked(draft, note)) {
      const holder = holderOf(place)
      if (holder) throw new DataFolderTaken(place, holder)
      putAside(note)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  const isOurs = () => readHolder(note)?.pid === process.pid
  return {
    announce(certain) {
      if (!isOurs()) return
      writeFileSync(draft, JSON.stringify({ ...ours, address: certain }))
      keepOwnerOf(place, draft)
      renameSync(draft, note)
    },
    release() {
      if (isOurs()) rmSync(note, { force: true })
    },
  }
}

/** The living process that serves a data folder; undefined when there is none. */
export function holderOf(folder: string): Holder | undefined {
  const holder = readHolder(join(folder, 'server.json'))
  return holder && startOf(holder.pid) === holder.started ? holder : undefined
}

/** A link is made for one process only, however many try; the note is whole from its first moment. */
function linked(draft: string, note: string): boolean {
  try {
    linkSync(draft, note)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Should a third process have taken the folder in between, its note is put back. */
function putAside(note: string): void {
  const aside = `${note}.left-by-${process.pid}`
  try {
    renameSync(note, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && startOf(moved.pid) === moved.started) linked(aside, note)
  rmSync(aside, { force: true })
}

function readHolder(note: string): Holder | undefined {
  try {
    const read = JSON.parse(readFileSync(note, 'utf8')) as Partial<Holder>
    const { pid, started, address } = read
    return pid && started && address ? { pid, started, address } : undefined
  } catch {
    return undefined
  }
}
