// The views of the text, on a small text of the test's own with what instruments have done to it.

import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { StandsAt } from '#reading/view.ts'
import { type Past, recordOf } from '../../../tests/given.ts'
import { rulebookOf } from '../../../tests/rulebook-of.ts'
import { directionsKept, partsKept, versionsKept } from '../code-kept.ts'
import { checksView } from './checks.view.ts'
import { effectsView, effectView } from './effects.view.ts'
import { findInCodeView } from './find-in-code.view.ts'
import { heldText } from './held-text.given.ts'
import { provisionView } from './provision.view.ts'
import { redlineView } from './redline.view.ts'
import { textView } from './text.view.ts'
import { textFolds } from './text-kept.ts'

const effect = (reference: string, starts: string, more: object): Past => ({
  stream: `effect:${reference}`,
  type: 'EffectEntered',
  effectiveFrom: starts,
  data: {
    reference,
    instrument: { kind: 'modification', reference },
    layer: 'permanent',
    mode: 'amend',
    provisions: [],
    starts: { on: starts },
    ends: null,
    regions: [],
    ops: null,
    says: null,
    supersedes: null,
    gives: null,
    ...more,
  },
})
const words = (target: string, del: string, ins: string) => ({
  op: 'words',
  target,
  field: 'lead',
  at: { from: 0, to: 0, base: '', quote: del, occurrence: 0 },
  del,
  ins: [{ t: 'text', s: ins }],
})
const past: readonly Past[] = [
  ...heldText,
  {
    stream: 'direction:D1',
    type: 'DirectionGiven',
    effectiveFrom: '2026-05-01',
    data: {
      reference: 'D1',
      on: '2026-05-01',
      provisions: ['B1'],
      action: 'varied',
      description: null,
    },
  },
  effect('M1', '2026-03-01', { ops: [words('b1', 'five', 'ten')], provisions: ['B1'] }),
  effect('M2', '2026-04-01', {
    ops: [
      { op: 'renumber', target: 'b2', label: 'B3' },
      {
        op: 'insert',
        parent: 'b',
        after: 'b1',
        node: {
          id: 'new',
          kind: 'clause',
          label: 'B2',
          lead: [[{ t: 'text', s: 'Section B1 binds a Ferry Man.' }]],
        },
      },
    ],
  }),
  effect('V1', '2026-05-01', {
    layer: 'variation',
    mode: 'vary',
    instrument: { kind: 'direction', reference: 'D1' },
    provisions: ['B1'],
  }),
  effect('V2', '2026-05-02', {
    layer: 'variation',
    mode: 'vary',
    regions: ['North'],
    ops: [words('b1', 'ten', 'two')],
  }),
  {
    stream: 'effect:V1',
    type: 'EffectEnded',
    effectiveFrom: '2026-06-01',
    data: {
      effect: 'V1',
      instrument: { kind: 'direction', reference: 'D9' },
      on: '2026-06-01',
      regions: [],
    },
  },
]

const record = () =>
  recordOf(past, {
    folds: [...textFolds, partsKept, versionsKept, directionsKept],
    rulebook: rulebookOf('sec'),
  })
const provision = provisionView((_reading, _at, _tree, number) => [
  { reference: 'M9', title: 'A ninth', how: `names ${number}`, href: '/modifications/M9' },
])
const on = async (text: string) =>
  (await record()).read({ asOf: day(text), today: day('2026-12-31') })
const read = async (text: string, asked: object) =>
  provision.answer(await on(text), provision.asked.parse(asked))!
const sentence = (lines: Awaited<ReturnType<typeof read>>['lines']) =>
  lines.flatMap(({ paragraphs }) => paragraphs.flat().map(({ s }) => s)).join('')

describe('a provision', () => {
  it('says what it said on the day, what made it, and what proposals touch it', async () => {
    expect(sentence((await read('2026-02-01', { provision: 'B1' })).lines)).toBe(
      'Pay within five days.',
    )
    const answer = await read('2026-03-01', { provision: 'B1' })
    expect(sentence(answer.lines)).toBe('Pay within ten days.')
    expect(
      answer.history.map(({ from, madeBy }) => [from, madeBy.map((one) => one.words)]),
    ).toEqual([
      ['2026-01-01', []],
      ['2026-03-01', ['M1']],
    ])
    expect(answer.makers).toEqual([
      { words: ' Pay within', by: 'the text as first entered', href: null, since: '2026-01-01' },
      { words: ' ten', by: 'M1', href: '/modifications/M1', since: '2026-03-01' },
      { words: ' days.', by: 'the text as first entered', href: null, since: '2026-01-01' },
    ])
    expect(answer.proposals.map(({ reference }) => reference)).toEqual(['M9'])
    expect(answer.trail.map(({ called }) => called)).toEqual(['Section B Locks'])
  })

  it('tells of a variation whose words are not held, and when it is over', async () => {
    const [, variation] = (await read('2026-05-20', { provision: 'B1' })).effects
    expect(variation).toMatchObject({
      sentence: 'Varied by the direction of 1 May 2026; words not held',
      stands: 'holds',
    })
    const over = (await read('2026-06-01', { provision: 'B1' })).effects[1]
    expect(over).toMatchObject({ stands: 'over', ends: expect.stringContaining('1 June 2026') })
    expect((await read('2026-02-01', { provision: 'B1' })).effects[1]?.stands).toBe('ahead')
  })

  it('says that something holds in some regions, and shows it where one is asked for', async () => {
    const everywhere = await read('2026-05-20', { provision: 'B1' })
    expect(sentence(everywhere.lines)).toBe('Pay within ten days.')
    expect(everywhere.effects.find(({ reference }) => reference === 'V2')?.stands).toBe(
      'in some regions',
    )
    const north = await read('2026-05-20', { provision: 'B1', region: 'North' })
    expect(sentence(north.lines)).toBe('Pay within two days.')
    expect(await read('2026-05-20', { provision: 'B1', region: 'Atlantis' })).toBeUndefined()
    const asked = { from: '2026-03-01', to: '2026-05-20', region: 'Atlantis' }
    expect(redlineView.answer(await on('2026-05-20'), asked)).toMatchObject({
      faults: ['Atlantis is no region of this code; expected North, Central, South'],
      lines: [],
    })
  })

  it('is sent on by a number that it had, by its identity, and by another spelling', async () => {
    const b3 = new StandsAt('/code/B3')
    await expect(read('2026-03-01', { provision: 'b2' })).rejects.toEqual(new StandsAt('/code/B2'))
    await expect(read('2026-04-01', { provision: 'b2' })).rejects.toEqual(new StandsAt('/code/B2'))
    await expect(read('2026-04-01', { provision: 'new' })).rejects.toEqual(new StandsAt('/code/B2'))
    await expect(read('2026-03-01', { provision: 'B3' })).rejects.toEqual(new StandsAt('/code/B2'))
    await expect(read('2026-04-01', { provision: 'Section-B3' })).rejects.toEqual(b3)
    expect(await read('2026-04-01', { provision: 'Q9' })).toBeUndefined()
    expect(await read('2025-12-31', { provision: 'B1' })).toBeUndefined()
  })

  it('links what it refers to, as of the same day', async () => {
    const { lines } = await read('2026-04-01', { provision: 'B2' })
    expect(lines[0]?.paragraphs[0]?.find(({ s }) => s.includes('B1'))?.href).toBe('/code/B1')
  })
})

describe('a redline', () => {
  const redline = async (asked: object) =>
    redlineView.answer(await on('2026-12-31'), redlineView.asked.parse(asked))!

  it('tells what differs between two days, and a run of new numbers as one entry', async () => {
    const { entries, lines, faults } = await redline({ from: '2026-02-01', to: '2026-04-01' })
    expect(faults).toEqual([])
    expect(entries.map(({ words: called, kind }) => [called, kind])).toEqual([
      ['B1', 'amended'],
      ['B2', 'inserted'],
      ['B2 becomes B3', 'renumbered'],
    ])
    const b1 = lines.find(({ id }) => id === 'b1')!
    expect(b1.runs.map(({ mark, s }) => [mark, s])).toEqual([
      ['same', 'Pay within'],
      ['del', ' five'],
      ['ins', ' ten'],
      ['same', ' days.'],
    ])
  })

  it('is of one provision where one is asked for, and of root hashes', async () => {
    const { from } = await redline({ from: '2026-02-01', to: '2026-04-01' })
    const { entries } = await redline({
      from: from!.version.slice(0, 10),
      to: '2026-04-01',
      provision: 'B1',
    })
    expect(entries).toHaveLength(1)
  })

  it('says what was expected where a side cannot be shown', async () => {
    expect((await redline({ from: '9.9', to: '2026-04-01' })).faults[0]).toMatch(/came as 9\.9/)
    expect((await redline({ from: '2020-01-01' })).faults[0]).toMatch(/begins on 1 January 2026/)
    expect((await redline({ provision: 'Q1' })).faults[0]).toMatch(/Q1 stands in neither/)
  })
})

describe('the text', () => {
  it('is counted, and told with its hash and its interval', async () => {
    const answer = textView.answer(await on('2026-03-15'), textView.asked.parse({ whole: 'yes' }))!
    expect(answer).toMatchObject({ provisions: 3, from: '2026-03-01', until: '2026-04-01' })
    expect(answer.lines.map(({ number }) => number)).toEqual(['', 'Section B', 'B1', 'B2'])
  })

  it('is found by its words: on the day, ever, and in proposals', async () => {
    const find = findInCodeView(() => [
      { reference: 'M9', href: '/code/drafts/M9', number: 'B7', words: 'A lock keeper sleeps.' },
    ])
    const ask = async (asked: object) =>
      find
        .answer(await on('2026-04-01'), find.asked.parse(asked))!
        .results.map(({ number }) => number)
    expect(await ask({ q: 'pay five' })).toEqual([])
    expect(await ask({ q: 'pay five', where: 'ever' })).toEqual(['B1'])
    expect(await ask({ q: '"lock keeper"' })).toEqual(['B3'])
    expect(await ask({ q: '"lock keeper" sleeps', where: 'in-proposals' })).toEqual(['B7'])
    expect(await ask({ q: 'pay days', near: '1' })).toEqual([])
  })

  it('has its effects listed and explained one by one', async () => {
    const reading = await on('2026-05-20')
    const { effects, standings } = effectsView.answer(reading, effectsView.asked.parse({}))!
    expect(effects.map(({ reference }) => reference)).toEqual(['V2', 'V1', 'M2', 'M1'])
    expect(standings.map(({ value, count }) => [value, count])).toEqual([
      ['holds', 3],
      ['in some regions', 1],
    ])
    const one = effectView.answer(reading, { effect: 'M2' })!
    expect(one.operations.map(({ op, provision: called }) => [op, called])).toEqual([
      ['renumber', 'B3'],
      ['insert', 'Section B'],
    ])
    expect(one.redline).toBe('/code/redline?from=2026-03-01&to=2026-04-01')
    expect(effectView.answer(reading, { effect: 'none' })).toBeUndefined()
  })

  it('is checked, and what is varied is said', async () => {
    const { findings } = checksView.answer(await on('2026-05-20'), checksView.asked.parse({}))!
    expect(findings.map(({ kind, provision: called }) => [kind, called])).toContainEqual([
      'target-varied',
      'B2',
    ])
  })
})
