// Reading many versions fast: whole texts as bytes, and single provisions with their number and interval.
import { surveyOf } from './diff.ts'
import type { ISODate, Own, ProvisionId, Tree } from './model.ts'
import { lineOf } from './words.ts'

/** A version and the first day on which it is in force, in order of the days. */
export interface DatedVersion {
  readonly from: ISODate
  readonly root: Tree
}

/** One provision over the days on which it says the same under the same parent. */
export interface Entry {
  readonly id: ProvisionId
  readonly own: Own
  readonly parent: ProvisionId | null
  readonly from: ISODate
  /** The first day on which it is otherwise; null while it goes on. */
  readonly to: ISODate | null
}

export interface Reader {
  /** A whole version as UTF-8, one provision a line; throws before the first version. */
  bytes(date: ISODate): Uint8Array
  /** The provision as it stands on a day, with its full printed number; undefined where it does not stand then. */
  provision(id: ProvisionId, date: ISODate): (Entry & { readonly number: string }) | undefined
  history(id: ProvisionId): readonly Entry[]
  /** Every entry of every provision. */
  entries(): IterableIterator<Entry>
}

type Open = { -readonly [key in keyof Entry]: Entry[key] }

const recordOf = (versions: readonly DatedVersion[]): Map<ProvisionId, Open[]> => {
  const record = new Map<ProvisionId, Open[]>()
  const open = (tree: Tree, parent: Tree | null, from: ISODate): void => {
    const entry: Open = { id: tree.id, own: tree.own, parent: parent?.id ?? null, from, to: null }
    const before = record.get(tree.id)
    if (before) before.push(entry)
    else record.set(tree.id, [entry])
  }
  const close = (id: ProvisionId, to: ISODate): void => {
    const last = record.get(id)?.at(-1)
    if (last) last.to = to
  }
  const openAll = (tree: Tree, parent: Tree | null, from: ISODate): void => {
    open(tree, parent, from)
    for (const kid of tree.kids) openAll(kid, tree, from)
  }
  versions.forEach(({ from, root }, at) => {
    const before = versions[at - 1]?.root
    if (!before) {
      openAll(root, null, from)
      return
    }
    for (const { id, a, b } of surveyOf(before, root).differences) {
      if (a && b && a.tree.own === b.tree.own && a.parent?.id === b.parent?.id) continue
      if (a) close(id, from)
      if (b) open(b.tree, b.parent, from)
    }
  })
  return record
}

/** Lines of every provision as it was and became, one after the other, and which stretches make up each version. */
const packOf = (versions: readonly DatedVersion[]): { pack: Buffer; runs: Uint32Array[] } => {
  const places = new Map<
    ProvisionId,
    { readonly own: Own; readonly place: readonly [number, number] }
  >()
  const pieces: Buffer[] = []
  let length = 0
  const placeOf = ({ id, own }: Tree): readonly [number, number] => {
    const known = places.get(id)
    if (known?.own === own) return known.place
    const piece = Buffer.from(`${lineOf(own)}\n`)
    const place = [length, length + piece.length] as const
    pieces.push(piece)
    length += piece.length
    places.set(id, { own, place })
    return place
  }
  const runs = versions.map(({ root }) => {
    const run: number[] = []
    const visit = (tree: Tree): void => {
      const [from, to] = placeOf(tree)
      if (run.at(-1) === from) run[run.length - 1] = to
      else run.push(from, to)
      for (const kid of tree.kids) visit(kid)
    }
    visit(root)
    return Uint32Array.from(run)
  })
  return { pack: Buffer.concat(pieces), runs }
}

const lastUpTo = <T extends { readonly from: ISODate }>(
  all: readonly T[],
  date: ISODate,
): number => {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as T).from <= date) low = middle + 1
    else high = middle
  }
  return low - 1
}

const lengthOf = (run: Uint32Array): number => {
  let length = 0
  for (let at = 0; at < run.length; at += 2) length += (run[at + 1] as number) - (run[at] as number)
  return length
}

/** A reader of versions, given in order of the days from which they are in force. */
export const newReader = (versions: readonly DatedVersion[]): Reader => {
  const record = recordOf(versions)
  let made: ReturnType<typeof packOf> | undefined
  const entryAt = (id: ProvisionId, date: ISODate): Entry | undefined => {
    const entries = record.get(id)
    const entry = entries?.[lastUpTo(entries, date)]
    return entry && (entry.to === null || date < entry.to) ? entry : undefined
  }
  return {
    bytes: (date) => {
      // Who only searches, or reads single provisions, needs no bytes of whole texts.
      made ??= packOf(versions)
      const { pack, runs } = made
      const at = lastUpTo(versions, date)
      const run = runs[at]
      if (!run)
        throw new Error(`The first version is of ${versions[0]?.from}; ${date} is before it`)
      const out = Buffer.allocUnsafe(lengthOf(run))
      let end = 0
      for (let i = 0; i < run.length; i += 2) {
        const [from, to] = [run[i] as number, run[i + 1] as number]
        pack.copy(out, end, from, to)
        end += to - from
      }
      return out
    },
    provision: (id, date) => {
      const entry = entryAt(id, date)
      if (!entry) return undefined
      let number = entry.own.label?.raw ?? ''
      for (let up = entry.parent; up !== null && (number === '' || number.startsWith('(')); ) {
        const above = entryAt(up, date)
        if (!above) break
        number = (above.own.label?.raw ?? '') + number
        up = above.parent
      }
      return { ...entry, number }
    },
    history: (id) => record.get(id) ?? [],
    entries: function* () {
      for (const entries of record.values()) yield* entries
    },
  }
}
