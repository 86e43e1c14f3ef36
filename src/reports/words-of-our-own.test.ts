// No stretch of eight words of a report's text is taken from the report that it was modelled on, and nothing of this
// room knows the table of that report's answers.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const room = import.meta.dirname
const home = join(room, '../..')
const folder = join(home, 'codes/sec/reports/end-of-regulatory-year')
const seeds = [join(home, '../shared/seed'), join(home, '../../shared/seed')].find(existsSync)

const stretches = (text: string) => {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return new Set(words.slice(7).map((_word, at) => words.slice(at, at + 8).join(' ')))
}

it.runIf(seeds !== undefined)('says everything in words of its own (needs ../shared)', () => {
  const taken = stretches(
    readdirSync(seeds!)
      .map((name) => readFileSync(join(seeds!, name), 'utf8'))
      .join('\n'),
  )
  for (const name of readdirSync(folder)) {
    const ours = stretches(readFileSync(join(folder, name), 'utf8'))
    expect(
      [...ours].filter((stretch) => taken.has(stretch)),
      name,
    ).toEqual([])
  }
})

it('reads no table of answers', () => {
  const answers = ['sec_annual', 'figures'].join('_')
  const texts = [room, folder].flatMap((place) =>
    readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8')),
  )
  expect(texts.filter((text) => text.includes(answers))).toEqual([])
})
