import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { carryOut } from '#decision/carry-out.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { rulebookOf } from '../../../tests/rulebook-of.ts'
import { wordsOf } from '../engine/index.ts'
import { enterEffect } from './enter-effect.ts'
import { heldText } from './held-text.given.ts'
import { textAt } from './text-at.ts'
import { textFolds } from './text-kept.ts'

const setting = { folds: textFolds }
const strike = (del: string, ins: string) => ({
  op: 'words',
  target: 'b1',
  field: 'lead',
  at: { from: 0, to: 0, base: '', quote: del, occurrence: 0 },
  del,
  ins: [{ t: 'text', s: ins }],
})
const effect = {
  reference: 'M1-B1',
  instrumentKind: 'modification',
  instrument: 'M1',
  provisions: 'B1',
  starts: '2026-03-01',
  ops: [strike('five', 'ten')],
  source: 'the test',
}

describe('entering an effect', () => {
  it('makes the text of its first day, and says by its hash which', async () => {
    const { ground, asking, read } = await recordOf(heldText, setting)
    const outcome = await carryOut(ground, { command: enterEffect, input: effect, asking })
    expect(outcome).toMatchObject({ kind: 'done', entries: [{ type: 'EffectEntered' }] })
    const on = (text: string) => textAt(read(), { on: day(text) })!
    const words = (text: string) => wordsOf(on(text).numbers.tree('b1' as never)!.own.lead[0]!)
    expect(words('2026-02-28')).toBe('Pay within five days.')
    expect(words('2026-03-01')).toBe('Pay within ten days.')
    expect(outcome.kind === 'done' && outcome.entries[0]!.data).toMatchObject({
      gives: on('2026-03-01').root.treeHash,
    })
  })

  it('waits for a release, and then its day is not known', () =>
    given(heldText, setting)
      .when(enterEffect, { ...effect, starts: 'release:June 2026' })
      .thenEntered([
        {
          type: 'EffectEntered',
          data: { starts: { release: 'June 2026' }, gives: null },
          effectiveFrom: '..',
        },
      ]))

  it('is refused where it would not give the text that a program read, or its day is not known', async () => {
    const gives = '0'.repeat(64)
    await given(heldText, setting)
      .when(enterEffect, { ...effect, gives })
      .thenRefused('textIsWhatWasGiven')
    await given(heldText, setting)
      .when(enterEffect, { ...effect, gives, starts: 'not-commenced' })
      .thenRefused('textIsWhatWasGiven')
  })

  it('may be one whose words are not held', () =>
    given(heldText, setting)
      .when(enterEffect, { ...effect, ops: '' })
      .thenEntered([{ type: 'EffectEntered', data: { ops: null, gives: null } }]))

  it('names the operation that cannot be applied, with what was expected and found', async () => {
    const { ground, asking } = await recordOf(heldText, setting)
    const input = { ...effect, ops: [strike('five', 'ten'), strike('six', 'ten')] }
    const outcome = await carryOut(ground, { command: enterEffect, input, asking })
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [
        { rule: 'operationsApply', field: 'ops', says: expect.stringContaining('2 (words)') },
      ],
    })
  })

  it('is refused where there is no text, twice, and where what it stands instead of is not on record', async () => {
    await given([], setting)
      .when(enterEffect, { ...effect, supersedes: 'M0' })
      .thenRefused('textIsThere', 'supersededIsOnRecord')
    const before = { stream: 'effect:M1-B1', type: 'EffectEntered', data: { reference: 'M1-B1' } }
    await given([before], setting)
      .when(enterEffect, effect)
      .thenRefused('effectIsNew', 'textIsThere')
  })

  it('ends, and holds in regions, only as a variation, and only in regions of the code', async () => {
    const rulebook = rulebookOf('sec')
    await given(heldText, { ...setting, rulebook })
      .when(enterEffect, { ...effect, regions: 'North;East' })
      .thenRefused('onlyVariationsEnd', 'regionsAreKnown')
    await given(heldText, { ...setting, rulebook })
      .when(enterEffect, { ...effect, layer: 'variation', regions: 'North', ends: '2026-05-01' })
      .thenEntered([
        { type: 'EffectEntered', data: { regions: ['North'], ends: { on: '2026-05-01' } } },
      ])
    await given(heldText, setting)
      .when(enterEffect, { ...effect, ends: '2026-05-01' })
      .thenRefused('onlyVariationsEnd')
  })

  it('says of each field what it needs', () =>
    given([], setting)
      .when(enterEffect, {
        ...effect,
        starts: 'soon',
        ops: '[{"op":"erase"}]',
        instrumentKind: 'rumour',
      })
      .thenFormRefused('instrumentKind', 'starts', 'ops'))
})
