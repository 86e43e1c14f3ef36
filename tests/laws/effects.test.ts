// A law of the text: what an effect was said to give when it was entered is what the record gives today, read as it was
// known then; so that
// anybody can recompute a version from the entries alone.

import { describe, expect, it } from 'vitest'
import type { Day } from '#calendar/day.ts'
import { theOperator } from '#journal/information-class.ts'
import { effectsKept } from '#legal-text/text/text-kept.ts'
import { textOf } from '#legal-text/text/text-on-record.ts'
import { demonstration } from './demonstration.ts'

describe('the versions of the record', () => {
  it('come out of the entries, as far as they had been entered when each effect was', async () => {
    const office = await demonstration()
    const now = await office.read({ code: 'sec', viewer: theOperator })
    const effects = now.rows(effectsKept)
    const order = new Map<string, number>()
    for await (const { id, position } of office.journal.entries()) order.set(id, position)
    const by = (limit: number) => (row: { readonly entries: readonly string[] }) =>
      order.get(row.entries[0]!)! <= limit
    const given = effects.filter(({ data }) => data.gives !== null)
    expect(given.length).toBeGreaterThan(0)
    for (const { data, entries } of given) {
      const then = by(order.get(entries[0]!)!)
      const text = textOf({
        rows: (fold) => now.rows(fold).filter(then),
        row: (fold, key) => {
          const row = now.row(fold, key)
          return row && then(row) ? row : undefined
        },
      })!
      const day = (data.starts as { on: string }).on as Day
      const [region] = data.regions
      const version = text.timeline.at(day, {
        ...(data.layer === 'permanent' ? { without: 'variations' as const } : {}),
        ...(region === undefined ? {} : { region }),
      })
      expect([data.reference, version]).toEqual([data.reference, data.gives])
    }
  })

  it('apply without a fault, on every day', async () => {
    const office = await demonstration()
    const text = textOf(await office.read({ code: 'sec', viewer: theOperator }))!
    expect(text.timeline.intervals().flatMap(({ faults }) => faults)).toEqual([])
  })
})
