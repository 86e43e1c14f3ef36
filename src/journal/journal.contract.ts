// What every journal does, whatever it is kept in. Run against memory, the embedded database and PostgreSQL.

import { describe, expect, it } from 'vitest'
import type { Day } from '#calendar/day.ts'
import type { KnownDate } from '#calendar/known-date.ts'
import { canonical, type Json } from './canonical.ts'
import type { Entry, Event, NewEntry } from './entry.ts'
import { exported, verified, verifiedLines } from './exported.ts'
import type { AnyFold, Fold } from './fold.ts'
import type { InformationClass } from './information-class.ts'
import type { Journal, Work } from './journal.ts'
import { CommittedState } from './state.ts'

type Counted = Event<'Counted', { readonly by: number }>

/** How often things were counted: one row each, and one of the last. */
const countsKept: Fold<{ readonly count: number }, Counted> = {
  name: 'test.counts',
  edition: 1,
  on: {
    Counted: (entry, rows) => {
      const key = entry.stream.split(':')[1]!
      const count = (rows.get(key)?.data.count ?? 0) + entry.data.by
      rows.open(key, { count })
    },
  },
}
export const foldsOfContract: readonly AnyFold[] = [countsKept]

const today = '2026-01-01' as Day

export function newEntry(stream: string, by = 1, more: Partial<NewEntry> = {}): NewEntry {
  return {
    stream,
    type: 'Counted',
    data: { by },
    effectiveFrom: today as KnownDate,
    by: 'operator',
    onBehalfOf: null,
    command: 'count',
    rulebook: today,
    basis: 'decided-here',
    source: null,
    class: 'white',
    ...more,
  }
}

/** Work that enters these, and stands. */
export function entering(...entries: readonly NewEntry[]): Work<readonly Entry[]> {
  return {
    streams: entries.map(({ stream }) => stream),
    run: (writing) => ({ stands: true, answer: writing.enter(entries) }),
  }
}

export async function gather<T>(all: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = []
  for await (const one of all) gathered.push(one)
  return gathered
}

/** A clock that moves one second at each look. */
export function ticking(start = '2026-01-01T00:00:00.000Z'): () => string {
  let at = Date.parse(start)
  return () => {
    at += 1_000
    return new Date(at).toISOString()
  }
}

/** The suite. `open` gives an empty journal, and once more one on the same record where there is such a thing. */
export function journalContract(
  name: string,
  open: (clock: () => string) => Promise<{ journal: Journal; another?: () => Promise<Journal> }>,
): void {
  const opened = (clock = ticking()) => open(clock)
  const row = (journal: Journal, key: string) => journal.state.row('model-code', 'test.counts', key)

  describe(`a journal: ${name}`, () => {
    it('gives positions, versions and a chain that holds', async () => {
      const { journal } = await opened()
      await journal.write(entering(newEntry('model-code/thing:A'), newEntry('model-code/thing:B')))
      await journal.write(entering(newEntry('model-code/thing:A', 2)))
      const entries = await gather(journal.entries())
      expect(entries.map((entry) => [entry.position, entry.stream, entry.version])).toEqual([
        [1, 'model-code/thing:A', 1],
        [2, 'model-code/thing:B', 1],
        [3, 'model-code/thing:A', 2],
      ])
      expect(await verified(journal.entries())).toMatchObject({ count: 3, fault: undefined })
      expect(journal.state.head).toMatchObject({ position: 3, hash: entries[2]!.hash })
    })

    it('keeps rows in step with the entries', async () => {
      const { journal } = await opened()
      await journal.write(
        entering(newEntry('model-code/thing:A'), newEntry('model-code/thing:A', 4)),
      )
      expect(row(journal, 'A')).toMatchObject({ data: { count: 5 } })
      expect(row(journal, 'A')!.entries).toHaveLength(2)
      expect(row(journal, 'B')).toBeUndefined()
    })

    it('enters nothing where the work does not stand, or throws', async () => {
      const { journal } = await opened()
      const one = newEntry('model-code/thing:A')
      const rehearsed = await journal.write({
        streams: [one.stream],
        run: (writing) => {
          writing.enter([one])
          return {
            stands: false,
            answer: [...writing.state.rows('model-code', 'test.counts')].length,
          }
        },
      })
      expect(rehearsed).toBe(1)
      const broken = journal.write({
        streams: [one.stream],
        run: (writing) => {
          writing.enter([one])
          throw new Error('broken')
        },
      })
      await expect(broken).rejects.toThrow('broken')
      expect(await gather(journal.entries())).toEqual([])
      expect(row(journal, 'A')).toBeUndefined()
      expect(journal.state.head.position).toBe(0)
    })

    it('shows work the entries of the streams it named, and none it did not', async () => {
      const { journal } = await opened()
      await journal.write(
        entering(newEntry('model-code/thing:A', 1), newEntry('model-code/thing:A', 2)),
      )
      const past = await journal.write({
        streams: ['model-code/thing:A'],
        run: (writing) => ({
          stands: true,
          answer: writing.stream('model-code/thing:A').map(({ data }) => data),
        }),
      })
      expect(past).toEqual([{ by: 1 }, { by: 2 }])
      const unnamed = journal.write({
        streams: [],
        run: (writing) => ({ stands: true, answer: writing.stream('model-code/thing:A') }),
      })
      await expect(unnamed).rejects.toThrow('did not name')
    })

    it('gives the same entry back as was entered, to the letter', async () => {
      const { journal } = await opened()
      const data = {
        by: 1,
        text: 'é “ä” \u2028 \\ "',
        nested: [{ b: null, a: 0.1 }, true],
        big: 1e21,
      }
      const [entered] = await journal.write(
        entering(
          newEntry('model-code/thing:A', 1, {
            data,
            effectiveFrom: '2016-04-01/2016-08-18' as KnownDate,
            source: 'a report',
            onBehalfOf: 'party-1',
            basis: 'known-by-count',
            class: 'amber',
          }),
        ),
      )
      const [read] = await gather(journal.entries())
      expect(canonical(read as unknown as Json)).toBe(canonical(entered as unknown as Json))
      expect(await journal.entriesById([entered!.id])).toHaveLength(1)
    })

    it('refuses what no database could give back', async () => {
      const { journal } = await opened()
      for (const text of ['a\u0000b', '\ud800'])
        await expect(
          journal.write(entering(newEntry('model-code/thing:A', 1, { data: { text } }))),
        ).rejects.toThrow('in the record holds')
      expect(journal.state.head.position).toBe(0)
    })

    it('never records back in time, though the clock goes back', async () => {
      const times = [
        '2026-01-01T10:00:00.000Z',
        '2026-01-01T09:00:00.000Z',
        '2026-01-01T11:00:00.000Z',
      ]
      const { journal } = await opened(() => times.shift()!)
      for (const key of ['A', 'B', 'C'])
        await journal.write(entering(newEntry(`model-code/thing:${key}`)))
      expect((await gather(journal.entries())).map(({ recordedAt }) => recordedAt)).toEqual([
        '2026-01-01T10:00:00.000Z',
        '2026-01-01T10:00:00.000Z',
        '2026-01-01T11:00:00.000Z',
      ])
    })

    it('knows what was known at an instant', async () => {
      const { journal } = await opened()
      for (const by of [1, 10, 100])
        await journal.write(entering(newEntry('model-code/thing:A', by)))
      const entries = await gather(journal.entries())
      const then = await journal.knownAt(entries[1]!.recordedAt)
      expect(then.row('model-code', 'test.counts', 'A')).toMatchObject({ data: { count: 11 } })
      expect(then.head.hash).toBe(entries[1]!.hash)
      const before = await journal.knownAt('2025-12-31T00:00:00.000Z')
      expect([...before.rows('model-code', 'test.counts')]).toEqual([])
      expect((await journal.headAt(entries[0]!.recordedAt)).position).toBe(1)
    })

    it('gives each of many writers its own place, and loses none', async () => {
      const { journal } = await opened()
      const writes = Array.from({ length: 60 }, (_none, index) =>
        journal.write(entering(newEntry(`model-code/thing:${index % 7}`))),
      )
      const positions = (await Promise.all(writes)).flat().map(({ position }) => position)
      expect(new Set(positions).size).toBe(60)
      expect(await verified(journal.entries())).toMatchObject({ count: 60, fault: undefined })
      expect([...journal.state.rows('model-code', 'test.counts')].map(({ data }) => data)).toEqual(
        expect.arrayContaining([{ count: 9 }, { count: 8 }]),
      )
    })

    it('makes the same rows again from the entries alone', async () => {
      const { journal } = await opened()
      for (const by of [1, 2, 3]) await journal.write(entering(newEntry('model-code/thing:A', by)))
      const again = new CommittedState(
        foldsOfContract,
        { position: 0, hash: '0'.repeat(64), recordedAt: null },
        {
          count: 0,
          hash: '0'.repeat(64),
          recordedAt: null,
        },
      )
      for await (const entry of journal.entries()) again.read(entry)
      expect([...again.everything()]).toEqual([
        { code: 'model-code', fold: 'test.counts', row: row(journal, 'A') },
      ])
      expect(again.publicHead).toEqual(journal.state.publicHead)
    })

    it('shows the public a chain of what it may read, the same whatever else is entered', async () => {
      const heads = []
      for (const classes of [
        ['white', 'white'],
        ['white', 'red', 'green', 'white'],
      ] as const) {
        const { journal } = await opened(() => '2026-01-01T00:00:00.000Z')
        for (const [index, of] of classes.entries())
          await journal.write(
            entering(
              newEntry(`model-code/thing:${of}${of === 'white' ? index === 0 : index}`, 1, {
                class: of as InformationClass,
              }),
            ),
          )
        heads.push(journal.state.publicHead)
      }
      expect(heads[0]!.count).toBe(2)
      expect(heads[1]).toEqual(heads[0])
    })

    it('lets no more restricted entry change what more viewers see', async () => {
      const { journal } = await opened()
      await journal.write(entering(newEntry('model-code/thing:A')))
      await expect(
        journal.write(entering(newEntry('model-code/thing:A', 1, { class: 'amber' }))),
      ).rejects.toThrow('needs a row of its own')
      expect(journal.state.head.position).toBe(1)
    })

    it('exports what can be verified offline', async () => {
      const { journal } = await opened()
      for (const by of [1, 2, 3]) await journal.write(entering(newEntry('model-code/thing:A', by)))
      const lines = await gather(exported(journal.entries()))
      expect(lines).toHaveLength(4)
      expect(await verifiedLines(each(lines))).toMatchObject({ count: 3, fault: undefined })
      const changed = [...lines]
      changed[1] = changed[1]!.replace('"by":2', '"by":7')
      expect((await verifiedLines(each(changed))).fault).toMatchObject({ position: 2, line: 2 })
      expect((await verifiedLines(each(lines.slice(0, 3)))).fault?.says).toContain(
        'the tail is cut off',
      )
      expect((await verifiedLines(each([lines[0]!, ...lines.slice(2)]))).fault).toMatchObject({
        line: 2,
      })
      const cut = [...lines.slice(0, 2), lines[3]!]
      expect((await verifiedLines(each(cut))).fault?.says).toContain('closing line')
    })

    it('tells another program’s entries, and takes its turn with it', async () => {
      const { journal, another } = await opened()
      if (!another) return expect(journal.state.head.position).toBe(0)
      const other = await another()
      const heard = new Promise<number>((tell) =>
        journal.onEntered(({ position }) => tell(position)),
      )
      await other.write(entering(newEntry('model-code/thing:A', 5)))
      expect(await heard).toBe(1)
      expect(row(journal, 'A')).toMatchObject({ data: { count: 5 } })
      const writes = Array.from({ length: 20 }, (_none, index) =>
        (index % 2 ? journal : other).write(entering(newEntry('model-code/thing:A'))),
      )
      await Promise.all(writes)
      await journal.catchUp()
      expect(row(journal, 'A')).toMatchObject({ data: { count: 25 } })
      expect(await verified(journal.entries())).toMatchObject({ count: 21, fault: undefined })
      await other.close()
    })
  })
}

async function* each(lines: readonly string[]): AsyncIterable<string> {
  for (const line of lines) yield line.trimEnd()
}
