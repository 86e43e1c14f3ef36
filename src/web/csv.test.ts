import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, csvText } from './csv.ts'

const read = (text: string): string[][] =>
  parse(text, { record_delimiter: '\r\n', skip_empty_lines: false })
const printed = (cell: Cell) => (cell === null ? '' : String(cell))
const dangerous = /^[=+\-@\t\r]/

describe('comma-separated values', () => {
  it('have a header line and end every line', () =>
    expect(
      csvText(
        ['a', 'b'],
        [
          [1, 'x'],
          [null, 'y, "z"'],
        ],
      ),
    ).toBe('a,b\r\n1,x\r\n,"y, ""z"""\r\n'))

  it('give back every cell to a reader, with an apostrophe before what could be a formula', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((width) => {
          const text = fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.string({
              unit: fc.constantFrom('"', ',', '\r', '\n', '=', '-', "'", ' ', '1', '\t'),
            }),
          )
          const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.constant(null))
          return fc.array(fc.array(cell, { minLength: width, maxLength: width }))
        }),
        (rows) => {
          const columns = (rows[0] ?? ['']).map((_, index) => `column${index}`)
          const [header, ...found] = read(csvText(columns, rows))
          expect(header).toEqual(columns)
          expect(found.length).toBe(rows.length)
          for (const [index, row] of found.entries())
            for (const [column, cell] of row.entries()) {
              const put = rows[index]![column]!
              if (cell !== printed(put)) {
                expect(cell).toBe(`'${printed(put)}`)
                expect(typeof put === 'string' && dangerous.test(put)).toBe(true)
              } else if (dangerous.test(cell)) expect(cell).toMatch(/^[+-]?\d+(\.\d+)?$/)
            }
        },
      ),
      { numRuns: 500 },
    ))

  it('guard formulas and leave numbers alone', () => {
    const cells = ['=1+1', '+44 20', '-x', '@sum', '\tx', '-5', '+1.50', 'a=b', "'", -7]
    expect(read(csvText(cells.map(String), [cells]))[1]).toEqual([
      "'=1+1",
      "'+44 20",
      "'-x",
      "'@sum",
      "'\tx",
      '-5',
      '+1.50',
      'a=b',
      "'",
      '-7',
    ])
  })

  it('refuse a row that does not fit the header', () =>
    expect(() => csvText(['a', 'b'], [['x']])).toThrow(
      'Expected 2 cells (a, b) in row 1, but got 1',
    ))
})
