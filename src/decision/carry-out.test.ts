// The one way in which anything changes, on a command of the test's own.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Event } from '#journal/entry.ts'
import type { Fold } from '#journal/fold.ts'
import { thePublic } from '#journal/information-class.ts'
import { given, recordOf } from '../../tests/given.ts'
import { carryOut, carryOutAll } from './carry-out.ts'
import { command } from './command.ts'

type Painted = Event<'Painted', { readonly colour: string }>

const walls: Fold<{ readonly colour: string }, Painted> = {
  name: 'test.walls',
  edition: 1,
  on: { Painted: (entry, rows) => rows.open(entry.stream, { colour: entry.data.colour }) },
}

const paintWall = command<{ wall: string; colour: string }, readonly string[], Painted, number>({
  name: 'paint-wall',
  at: 'POST /walls',
  title: 'Paint a wall',
  why: 'A wall is seen.',
  may: 'operator',
  onRecord: false,
  input: z.object({ wall: z.string(), colour: z.string() }),
  stream: ({ wall }) => `wall:${wall}`,
  starting: [],
  evolve: (coats, { data }) => [...coats, data.colour],
  facts: (_input, facts) => facts.rows(walls).length,
  rules: {
    colourIsNew: ({ colour }, coats) =>
      coats.includes(colour) ? { says: `It is ${colour} already`, field: 'colour' } : undefined,
    wallsAreFew: (_input, _coats, { facts }) => (facts >= 2 ? 'Two walls are enough' : undefined),
  },
  class: 'white',
  decide: ({ colour }) => [{ type: 'Painted', data: { colour } }],
  shownAt: ({ wall }) => `/walls/${wall}`,
})

const setting = { folds: [walls] }
const red = { stream: 'wall:A', type: 'Painted', data: { colour: 'red' } }
const blue = { stream: 'wall:B', type: 'Painted', data: { colour: 'blue' } }
const request = async (past: Parameters<typeof recordOf>[0]) => {
  const record = await recordOf(past, setting)
  const paint = (wall: string, colour: string, more = {}) => ({
    command: paintWall,
    input: { wall, colour },
    asking: { ...record.asking, ...more },
  })
  return { ...record, paint }
}

describe('carrying out a command', () => {
  it('enters what was decided, under the rulebook of today', async () => {
    const { ground, paint } = await request([red])
    const outcome = await carryOut(ground, paint('A', 'green', { onBehalfOf: 'party-1' }))
    expect(outcome).toMatchObject({
      kind: 'done',
      shownAt: '/walls/A',
      entries: [
        {
          stream: 'model-code/wall:A',
          version: 2,
          rulebook: '2017-03-31',
          effectiveFrom: '2017-03-31',
          onBehalfOf: 'party-1',
          basis: 'decided-here',
          command: 'paint-wall',
        },
      ],
    })
  })

  it('returns all the refusals together, in the order of the rules', () =>
    given([red, blue], setting)
      .when(paintWall, { wall: 'A', colour: 'red' })
      .thenRefused('colourIsNew', 'wallsAreFew'))

  it('refuses by field what has not the form, and fields that it does not have', () =>
    given([], setting)
      .when(paintWall, { wall: 1, color: 'red' })
      .thenFormRefused('color', 'wall', 'colour'))

  it('is closed to whom it is not for', () =>
    given([], setting).when(paintWall, { wall: 'A', colour: 'red' }, thePublic).thenNotAllowed())

  it('is stale where another version was seen', async () => {
    const { ground, journal, paint } = await request([red])
    const outcome = await carryOut(ground, paint('A', 'green', { seen: 0 }))
    expect(outcome).toEqual({ kind: 'stale', seen: 0, found: 1 })
    expect((await carryOut(ground, paint('A', 'green', { seen: 1 }))).kind).toBe('done')
    expect(journal.state.head.position).toBe(2)
  })

  it('names a code that nobody administers', async () => {
    const { ground, paint } = await request([])
    const outcome = await carryOut({ ...ground, knows: () => false }, paint('A', 'red'))
    expect(outcome).toMatchObject({
      kind: 'refused',
      refusals: [{ rule: 'codeIsAdministered', came: 'model-code' }],
    })
  })
})

describe('carrying out several', () => {
  it('lets each decide on what those before it entered', async () => {
    const { ground, paint } = await request([])
    const outcomes = await carryOutAll(ground, [paint('A', 'red'), paint('A', 'red')])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused'])
  })

  it('enters none where one is refused, and none in a rehearsal', async () => {
    const { ground, journal, paint } = await request([])
    await carryOutAll(ground, [paint('A', 'red'), paint('A', 'red')])
    expect(journal.state.head.position).toBe(0)
    const rehearsed = await carryOutAll(ground, [paint('A', 'red')], { rehearse: true })
    expect(rehearsed[0]!.kind).toBe('done')
    expect(journal.state.head.position).toBe(0)
    await carryOutAll(ground, [paint('A', 'red'), paint('B', 'red')])
    expect(journal.state.head.position).toBe(2)
  })
})
