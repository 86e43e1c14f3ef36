import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { carryOutAll } from '#decision/carry-out.ts'
import { command } from '#decision/command.ts'
import { provenance, said } from '#decision/on-record.ts'
import { cellsByField, type Register } from '#decision/register.ts'
import { thePublic } from '#journal/information-class.ts'
import { recordOf } from '../../tests/given.ts'
import { importTable } from './import-table.ts'
import type { Office } from './office.ts'

const enterWall = command({
  name: 'enter-wall-on-record',
  at: 'POST /walls',
  title: 'Enter a wall on record',
  why: 'A wall is seen.',
  may: 'operator',
  onRecord: true,
  input: z.object({ wall: said('the wall'), paint: said('the colour'), ...provenance }),
  stream: ({ wall }) => `wall:${wall}`,
  starting: false,
  evolve: () => true,
  rules: {
    wallIsNew: ({ wall }, known) =>
      known ? { says: `The wall ${wall} is on record`, field: 'wall', came: wall } : undefined,
  },
  class: 'white',
  decide: ({ paint }) => [{ type: 'WallEntered', data: { paint } }],
  shownAt: () => '/walls',
})

const columns = [
  { name: 'wall', says: 'which' },
  { name: 'colour', says: 'its colour', field: 'paint' },
  { name: 'basis', says: 'how it is known' },
  { name: 'source', says: 'where it is stated' },
]
const walls: Register = {
  name: 'walls',
  says: 'Walls, one a row',
  command: enterWall,
  columns,
  mayLack: ['basis'],
  input: (cells) => cellsByField(cells, columns),
}

async function imported(text: string, how: { rehearse?: boolean; viewer?: typeof thePublic } = {}) {
  const { journal, ground, asking } = await recordOf([])
  const office = {
    act: (requests: Parameters<Office['act']>[0], more: { rehearse?: boolean }) =>
      carryOutAll(ground, requests, more),
  } as Office
  const who = how.viewer ? { ...asking, viewer: how.viewer } : asking
  const outcome = await importTable(office, { register: walls, text }, who, how)
  return { outcome, position: journal.state.head.position }
}

describe('importing a table', () => {
  it('enters every row, in any order of columns, whatever ends the lines, with a mark before or not', async () => {
    const { outcome, position } = await imported(
      '\ufeffsource,colour,wall\r\na book,red,A\r\n\r\na book,"blue\r\nand grey",B\r\n',
    )
    expect(outcome).toEqual({ kind: 'imported', rows: 2, entries: 2, rehearsed: false })
    expect(position).toBe(2)
  })

  it('enters nothing in a rehearsal', async () => {
    const text = 'wall,colour,source\nA,red,a book\n'
    const { outcome, position } = await imported(text, { rehearse: true })
    expect(outcome).toMatchObject({ kind: 'imported', rehearsed: true })
    expect(position).toBe(0)
  })

  it('enters nothing where one row is bad, and tells each by line, column and value', async () => {
    const { outcome, position } = await imported(
      'wall,colour,basis,source\nA,"red\nand blue",,a book\nB,,guessed,a book\n\nA,red,,a book\n',
    )
    expect(position).toBe(0)
    expect(outcome).toMatchObject({
      kind: 'faults',
      faults: [
        { line: 4, column: 'colour', value: '', says: 'Give the colour', rule: null },
        { line: 4, column: 'basis', value: 'guessed', rule: null },
        { line: 6, column: 'wall', value: 'A', rule: 'wallIsNew' },
      ],
    })
  })

  it.each([
    ['', 1, null, 'expected a header row: wall,colour,basis,source'],
    ['wall,source\nA,a book\n', 1, 'colour', 'is missing'],
    ['wall,colour,source,size\n', 1, 'size', 'is not one of this register'],
    ['wall,wall,colour,source\n', 1, 'wall', 'stands there twice'],
    ['wall,colour,source\nA,red\n', 2, null, 'expected 3 cells, found 2'],
    ['wall,colour,source\nA,"red,a book\n', 2, null, 'the table cannot be read'],
  ])('tells what is wrong with the table %j', async (text, line, column, says) => {
    const { outcome, position } = await imported(text)
    expect(position).toBe(0)
    expect(outcome).toMatchObject({
      kind: 'faults',
      faults: [{ line, column, says: expect.stringContaining(says) }],
    })
  })

  it('is closed to the public', async () => {
    const text = 'wall,colour,source\nA,red,a book\n'
    const { outcome, position } = await imported(text, { viewer: thePublic })
    expect(outcome).toMatchObject({ kind: 'faults', faults: [{ line: 2 }] })
    expect(position).toBe(0)
  })
})
