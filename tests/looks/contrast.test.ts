import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Computed from the tokens of the style sheet itself, so that a changed token is a failed test.
const css = readFileSync('src/web/assets/secretariat.css', 'utf8')

type Theme = 'light' | 'dark'
type Tokens = Record<string, Record<Theme, string>>

function tokensIn(selector: string): Tokens {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split('}', 1)[0] ?? ''
  const found = block.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return Object.fromEntries(
    Array.from(found, ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const),
  )
}

const today = tokensIn(':root')
const elsewhen = { ...today, ...tokensIn('.elsewhen') }

const inks = [
  'ink',
  'quiet',
  'action',
  'action-strong',
  'due',
  'approved',
  'rejected',
  'restricted',
]
const grounds = ['paper', 'tint', 'raised']
const pairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['paper', 'action'],
  ['paper', 'action-strong'],
  ['ink', 'rule'],
  ['on-band', 'band'],
] as const

describe.each([
  ['today', today],
  ['elsewhen', elsewhen],
] as const)('text on its ground, %s', (_when, tokens) => {
  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    it.each(pairs)('%s on %s is 4.5:1 or better', (ink, ground) => {
      expect(contrast(tokens[ink]![theme], tokens[ground]![theme])).toBeGreaterThanOrEqual(4.5)
    })
  })
})

describe('the measure itself', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#0b5c6b', '#0b5c6b')).toBe(1)
  })
})

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

// Relative luminance as WCAG 2.2 defines it.
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
