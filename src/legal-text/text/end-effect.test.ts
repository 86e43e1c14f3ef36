import { describe, it } from 'vitest'
import { given } from '../../../tests/given.ts'
import { endEffect } from './end-effect.ts'

const entered = (layer: string) => ({
  stream: 'effect:V1',
  type: 'EffectEntered',
  data: { reference: 'V1', layer, starts: { on: '2026-03-01' }, regions: [] },
})
const over = (regions: string[]) => ({
  stream: 'effect:V1',
  type: 'EffectEnded',
  data: { effect: 'V1', regions },
})
const ending = {
  effect: 'V1',
  instrumentKind: 'direction',
  instrument: 'D2',
  on: '2026-05-01',
  source: 'the test',
}

describe('ending a variation', () => {
  it('is entered with the regions in which it is over', () =>
    given([entered('variation'), over(['South'])])
      .when(endEffect, { ...ending, regions: 'North' })
      .thenEntered([
        { type: 'EffectEnded', data: { regions: ['North'] }, effectiveFrom: '2026-05-01' },
      ]))

  it('is refused for what is not on record, and for a permanent change', async () => {
    await given([]).when(endEffect, ending).thenRefused('effectIsAVariation')
    await given([entered('permanent')])
      .when(endEffect, ending)
      .thenRefused('effectIsAVariation')
  })

  it('is refused where it is over already', async () => {
    await given([entered('variation'), over([])])
      .when(endEffect, { ...ending, regions: 'North' })
      .thenRefused('effectStillHolds')
    await given([entered('variation'), over(['North', 'South'])])
      .when(endEffect, { ...ending, regions: 'North' })
      .thenRefused('effectStillHolds')
  })

  it('is refused before it started', () =>
    given([entered('variation')])
      .when(endEffect, { ...ending, on: '2026-02' })
      .thenRefused('endFollowsStart'))
})
