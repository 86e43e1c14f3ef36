import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOps } from './apply-ops.ts'
import * as arbitrary from './arbitrary.ts'
import type { Effect } from './effect.ts'
import { type Draft, provisionId, type Tree, text } from './model.ts'
import type { Op } from './op.ts'
import { opsBetween } from './ops-between.ts'
import { newStore, type TextStore } from './store.ts'
import { newTimeline } from './timeline.ts'

const id = provisionId
const root = (words: string): Draft => ({
  id: id('r'),
  kind: 'code',
  children: [{ id: id('c'), kind: 'clause', label: 'D1', lead: [[text(words)]] }],
})
const strike = (del: string, ins: string): Op => ({
  op: 'words',
  target: id('c'),
  field: 'lead',
  at: { from: 0, to: 0, base: '' as never, quote: del, occurrence: 1 },
  del,
  ins: [text(ins)],
})
let count = 0
const effect = (more: Partial<Effect> & Pick<Effect, 'starts'>): Effect => ({
  id: `e${count++}`,
  instrument: 'SECMP1',
  layer: 'permanent',
  ops: [],
  mode: 'amend',
  recordedAt: '2016-01-01T00:00:00Z',
  ...more,
})
const begin = (words: string, effects: Effect[] = []) => {
  const store = newStore()
  const first = store.keep(store.plant(root(words)))
  const timeline = newTimeline(store, { began: '2013-09-23', first, effects })
  const read = (version: ReturnType<typeof timeline.at>): string =>
    (store.root(version).kids[0]?.own.lead[0] ?? [])
      .map((inline) => ('s' in inline ? inline.s : ''))
      .join('')
  return { store, first, timeline, read }
}

describe('the text in force', () => {
  it('changes at the start of the day, and is not there before it began', () => {
    const { timeline, read } = begin('one fee', [
      effect({ starts: { on: '2016-02-01' }, ops: [strike('one', 'two')] }),
    ])
    expect(read(timeline.at('2016-01-31'))).toBe('one fee')
    expect(read(timeline.at('2016-02-01'))).toBe('two fee')
    expect(() => timeline.at('2013-09-22')).toThrow(/began on 2013-09-23/)
  })
  it('shows the permanent text again when a variation ends, with the amendments made meanwhile', () => {
    const { timeline, read } = begin('one fee', [
      effect({
        layer: 'variation',
        mode: 'vary',
        starts: { on: '2016-02-01' },
        ends: { on: '2016-05-01' },
        ops: [strike('fee', 'levy')],
      }),
      effect({ starts: { on: '2016-03-01' }, ops: [strike('one', 'two')] }),
    ])
    expect(['2016-02-01', '2016-03-01', '2016-05-01'].map((day) => read(timeline.at(day)))).toEqual(
      ['one levy', 'two levy', 'two fee'],
    )
    expect(read(timeline.at('2016-03-01', { without: 'variations' }))).toBe('two fee')
  })
  it('says which variation lost its words, and shows the text without it', () => {
    const { timeline, read } = begin('one fee', [
      effect({
        id: 'v',
        layer: 'variation',
        starts: { on: '2016-02-01' },
        ops: [strike('fee', 'levy')],
      }),
      effect({ starts: { on: '2016-03-01' }, ops: [strike('fee', 'charge')] }),
    ])
    expect(timeline.interval('2016-03-01').faults).toMatchObject([
      { effect: 'v', faults: [{ provision: 'c' }] },
    ])
    expect(read(timeline.at('2016-03-01'))).toBe('one charge')
  })
  it('waits for a release or an event, and lists what has not commenced', () => {
    const { timeline, read } = begin('one fee', [
      effect({ id: 'w', starts: { release: 'June 2016' }, ops: [strike('one', 'two')] }),
      effect({ id: 'x', starts: 'not-commenced', ops: [strike('one', 'three')] }),
    ])
    expect(timeline.notCommenced().map((one) => one.id)).toEqual(['w', 'x'])
    const later = timeline.with(
      [],
      [{ of: { release: 'June 2016' }, on: '2016-06-30', recordedAt: '2016-06-01T00:00:00Z' }],
    )
    expect(read(later.at('2016-06-30'))).toBe('two fee')
    expect(read(later.at('2016-06-30', { knownAt: '2016-05-01T00:00:00Z' }))).toBe('one fee')
  })
  it('tells the history of a provision, and effects that depend on their order', () => {
    const { timeline } = begin('one fee', [
      effect({
        id: 'a',
        instrument: 'SECMP2',
        starts: { on: '2016-02-01' },
        ops: [strike('one', 'two')],
      }),
      effect({
        id: 'b',
        instrument: 'SECMP3',
        starts: { on: '2016-02-01' },
        ops: [strike('two', 'three')],
      }),
    ])
    expect(timeline.history(id('c'))).toMatchObject([
      { from: '2013-09-23', to: '2016-02-01', number: 'D1' },
      { from: '2016-02-01', to: null, instruments: ['SECMP2', 'SECMP3'] },
    ])
    expect(timeline.orderDependent('2016-02-01')).toEqual([['a', 'b']])
  })
  it('holds in a region where it is said to, and elsewhere only says so', () => {
    const { store, first, read } = begin('one fee')
    const record = {
      began: '2013-09-23',
      first,
      effects: [
        effect({
          id: 'v',
          layer: 'variation',
          starts: { on: '2016-02-01' },
          ops: [strike('fee', 'levy')],
        }),
        effect({
          id: 'w',
          layer: 'variation',
          regions: ['South'],
          starts: { on: '2016-02-01' },
          ops: [strike('one', 'two')],
        }),
      ],
      endings: [
        {
          of: 'v',
          instrument: 'D',
          on: { on: '2016-05-01' },
          regions: ['North'],
          recordedAt: '2016-04-01T00:00:00Z',
        },
      ],
    }
    const timeline = newTimeline(store, record)
    const on = (date: string, region?: string) => read(timeline.at(date, region ? { region } : {}))
    expect(on('2016-03-01')).toBe('one levy')
    expect(timeline.interval('2016-03-01').regional).toEqual(['w'])
    expect(on('2016-03-01', 'South')).toBe('two levy')
    expect(on('2016-03-01', 'North')).toBe('one levy')
    expect(on('2016-05-01', 'North')).toBe('one fee')
    expect(on('2016-05-01', 'South')).toBe('two levy')
    expect(on('2016-05-01')).toBe('one fee')
    expect(timeline.interval('2016-05-01').regional).toEqual(['v', 'w'])
    expect(
      read(timeline.at('2016-05-01', { region: 'North', knownAt: '2016-03-01T00:00:00Z' })),
    ).toBe('one levy')
  })
  it('grows from what was applied before, and only for the same first text', () => {
    const { timeline, first, read } = begin('one fee')
    const other = timeline.of({
      began: '2014-01-01',
      first,
      effects: [effect({ starts: { on: '2016-02-01' }, ops: [strike('one', 'two')] })],
    })
    expect(read(other.at('2016-02-01'))).toBe('two fee')
    expect(() => timeline.of({ began: '2014-01-01', first: 'x' as never, effects: [] })).toThrow(
      /was expected/,
    )
  })
  it('refuses a permanent effect that ends and an effect recorded twice', () => {
    const twice = effect({ starts: { on: '2016-02-01' } })
    expect(() =>
      begin('x', [effect({ starts: { on: '2016-02-01' }, ends: { on: '2017-01-01' } })]),
    ).toThrow(/cannot end/)
    expect(() =>
      begin('x', [effect({ starts: { on: '2016-02-01' }, regions: ['North'] })]),
    ).toThrow(/holds everywhere/)
    expect(() => begin('x', [twice, twice])).toThrow(/recorded twice/)
  })
})

interface Planned {
  readonly steps: readonly arbitrary.Step[]
  readonly start: number
  readonly length: number | null
  readonly recorded: number
}

const planned = fc.record({
  steps: fc.array(arbitrary.step(), { maxLength: 2 }),
  start: fc.nat(20),
  length: fc.option(fc.integer({ min: 1, max: 8 })),
  recorded: fc.nat(9),
})

const day = (n: number): string => `2016-03-${String(n + 1).padStart(2, '0')}`

/** Effects whose operations are written for the first text, so that they may well fail once others have applied. */
const effectsOf = (store: TextStore, draft: Draft, plans: readonly Planned[]): Effect[] =>
  plans.map(({ steps, start, length, recorded }, at) => ({
    id: `e${at}`,
    instrument: `I${at}`,
    layer: length === null ? ('permanent' as const) : ('variation' as const),
    mode: length === null ? ('amend' as const) : ('vary' as const),
    ops: opsBetween(
      store,
      store.plant(draft),
      store.plant(arbitrary.changed(draft, steps, `n${at}`)),
    ),
    starts: { on: day(start) },
    ...(length === null ? {} : { ends: { on: day(start + length) } }),
    recordedAt: `2016-01-0${recorded}T00:00:00Z`,
  }))

/** Replays from the start with a plain loop: permanent effects by day and order, then active variations. */
const replay = (
  store: TextStore,
  first: Tree,
  effects: readonly Effect[],
  date: string,
): string => {
  const startOf = (one: Effect): string => (one.starts as { on: string }).on
  const endOf = (one: Effect): string => (one.ends as { on: string } | undefined)?.on ?? '9999'
  const inForce = effects.filter((one) => startOf(one) <= date && date < endOf(one))
  const ordered = (layer: Effect['layer']): Effect[] =>
    inForce
      .filter((one) => one.layer === layer)
      .toSorted((p, q) => startOf(p).localeCompare(startOf(q)))
  let at = first
  const stood = new Set<string>()
  const note = (tree: Tree): void => {
    stood.add(tree.id)
    tree.kids.forEach(note)
  }
  note(at)
  for (const one of [...ordered('permanent'), ...ordered('variation')]) {
    const here = new Set<string>()
    const visit = (tree: Tree): void => {
      here.add(tree.id)
      tree.kids.forEach(visit)
    }
    visit(at)
    const result = applyOps(store, at, one.ops, {
      retired: new Set([...stood].filter((id) => !here.has(id))) as never,
    })
    if (result.ok) at = result.value.root
    note(at)
  }
  return at.treeHash
}

describe('point in time', () => {
  it('equals replay from the start, a later effect leaves earlier days alone, and nothing later is known', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(planned, { maxLength: 6 }),
        planned,
        fc.nat(28),
        (draft, plans, extra, asked) => {
          const store = newStore()
          const first = store.plant(draft)
          const all = effectsOf(store, draft, [...plans, extra])
          const effects = all.slice(0, -1)
          const added = all.at(-1) as Effect
          const timeline = newTimeline(store, { began: day(0), first: store.keep(first), effects })
          const date = day(asked)
          expect(timeline.at(date)).toBe(replay(store, first, effects, date))
          const grown = timeline.with([added])
          if (date < (added.starts as { on: string }).on)
            expect(grown.at(date)).toBe(timeline.at(date))
          else expect(grown.at(date)).toBe(replay(store, first, all, date))
          const knownAt = '2016-01-04T12:00:00Z'
          const known = effects.filter((one) => one.recordedAt <= knownAt)
          expect(timeline.at(date, { knownAt })).toBe(replay(store, first, known, date))
          const permanent = effects.filter((one) => one.layer === 'permanent')
          expect(timeline.at(day(29))).toBe(replay(store, first, permanent, day(29)))
          expect(timeline.at(date, { without: 'variations' })).toBe(
            replay(store, first, permanent, date),
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('regions', () => {
  const names = ['North', 'Central', 'South']
  const regions = fc.option(fc.subarray(names, { minLength: 1 }), { nil: undefined })
  const ending = fc.record({ of: fc.nat(5), on: fc.nat(28), regions })

  it('in each region equal replay of what holds there, and without one of what holds in all', () => {
    fc.assert(
      fc.property(
        arbitrary.tree(),
        fc.array(fc.tuple(planned, regions), { minLength: 1, maxLength: 5 }),
        fc.array(ending, { maxLength: 4 }),
        fc.nat(28),
        (draft, plans, endings, asked) => {
          const store = newStore()
          const first = store.plant(draft)
          const effects = effectsOf(
            store,
            draft,
            plans.map(([plan]) => plan),
          ).map((one, at) => {
            const where = plans[at]?.[1]
            return one.layer === 'variation' && where ? { ...one, regions: where } : one
          })
          const recorded = endings
            .filter((one) => effects[one.of]?.layer === 'variation')
            .map(({ of, on, regions: where }) => ({
              of: `e${of}`,
              instrument: 'D',
              on: { on: day(on) },
              recordedAt: '2016-01-01T00:00:00Z',
              ...(where ? { regions: where } : {}),
            }))
          const timeline = newTimeline(store, {
            began: day(0),
            first: store.keep(first),
            effects,
            endings: recorded,
          })
          const date = day(asked)
          const isIn = (one: Effect, region: string): boolean =>
            (one.regions?.includes(region) ?? true) &&
            !recorded.some(
              (end) =>
                end.of === one.id && end.on.on <= date && (end.regions?.includes(region) ?? true),
            )
          for (const region of names)
            expect(timeline.at(date, { region })).toBe(
              replay(
                store,
                first,
                effects.filter((one) => isIn(one, region)),
                date,
              ),
            )
          const everywhere = effects.filter(
            (one) =>
              one.regions === undefined &&
              !recorded.some((end) => end.of === one.id && end.on.on <= date),
          )
          expect(timeline.at(date)).toBe(replay(store, first, everywhere, date))
        },
      ),
      { numRuns: 150 },
    )
  })
})
