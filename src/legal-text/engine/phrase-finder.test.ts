import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eachPhraseIn } from './phrase-finder.ts'

const found = (words: string, phrases: readonly string[]): string[] => {
  const out: string[] = []
  eachPhraseIn(words, phrases, (phrase, at) => out.push(`${phrase}@${at}`))
  return out.sort()
}
const searched = (words: string, phrases: readonly string[]): string[] =>
  phrases
    .filter((phrase) => phrase !== '')
    .flatMap((phrase) =>
      Array.from(words, (_, at) => at)
        .filter((at) => words.startsWith(phrase, at))
        .map((at) => `${phrase}@${at}`),
    )
    .sort()

describe('phrases in a text', () => {
  it('are told wherever they begin, within words and within one another', () => {
    expect(found('a taxation tax', ['tax', 'axation', 'n t', 'x'])).toEqual(
      ['axation@3', 'n t@9', 'tax@11', 'tax@2', 'x@13', 'x@4'].sort(),
    )
    expect(found('smart meters', ['smart meter', 'meters', 'smart'])).toEqual([
      'meters@6',
      'smart meter@0',
      'smart@0',
    ])
    expect(found('', ['smart'])).toEqual([])
    expect(found('smart', [])).toEqual([])
  })
  it('are those that a search for each by itself finds, in any text', () => {
    const letters = fc.constantFrom('a', 'b', ' ', 'é', '“')
    const word = fc.array(letters, { maxLength: 9 }).map((all) => all.join(''))
    const words = fc.array(letters, { maxLength: 120 }).map((all) => all.join(''))
    fc.assert(
      fc.property(words, fc.uniqueArray(word, { maxLength: 6 }), (text, phrases) => {
        expect(found(text, phrases)).toEqual(searched(text, phrases))
      }),
    )
  })
  it('may be longer than the longest leap', () => {
    const long = 'ab'.repeat(300)
    expect(found(`x${long}y`, [`${long}y`])).toEqual([`${long}y@1`])
  })
})
