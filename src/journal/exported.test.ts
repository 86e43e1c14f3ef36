import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesIn } from './exported.ts'
import { gather } from './journal.contract.ts'

async function* each(pieces: readonly string[]): AsyncIterable<string> {
  yield* pieces
}

describe('the lines of a file', () => {
  it('end at a line feed only: a text may hold every other separator', async () => {
    const pieces = ['{"a":"one\u2028two\u2029th', 'ree\u0085four\r"}\n{', '}\n']
    expect(await gather(linesIn(each(pieces)))).toEqual([
      '{"a":"one\u2028two\u2029three\u0085four\r"}',
      '{}',
    ])
  })

  it('are the same however the text is cut into pieces, the last one ended or not', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028') })
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (pieces) => {
        const whole = pieces.join('')
        const expected = whole.split('\n')
        if (expected.at(-1) === '') expected.pop()
        expect(await gather(linesIn(each(pieces)))).toEqual(expected)
      }),
    )
  })
})
