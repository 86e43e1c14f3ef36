// As much of vitest as the engine's tests ask for, so that one process can run them again and again.
import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'

/** Every test in the order of writing, by its full name. */
export const tests = []
export const beforeAlls = []
const names = []
let isLeftOut = false

export function describe(name, body) {
  names.push(name)
  body()
  names.pop()
}
describe.skipIf = (condition) => (name, body) => {
  const before = isLeftOut
  isLeftOut ||= Boolean(condition)
  describe(name, body)
  isLeftOut = before
}

export function it(name, run) {
  if (!isLeftOut) tests.push({ name: [...names, name].join(' > '), run })
}
it.skipIf = (condition) => (name, run) => {
  if (!condition) it(name, run)
}
export const test = it
export const beforeAll = (run) => {
  if (!isLeftOut) beforeAlls.push(run)
}
export const afterAll = () => {}

class Like {
  constructor(matches) {
    this.matches = matches
  }
}

/** Without properties that are undefined, as `toEqual` compares. */
const plain = (value) => {
  if (value === null || typeof value !== 'object' || value instanceof Like) return value
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, plain(one)]),
  )
}

const isAlike = (value, wanted, isPart) => {
  if (wanted instanceof Like) return wanted.matches(value)
  if (Array.isArray(wanted))
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((one, at) => isAlike(value[at], one, isPart))
    )
  const isObject = wanted !== null && typeof wanted === 'object'
  if (!isObject || wanted instanceof Map || wanted instanceof Set || ArrayBuffer.isView(wanted))
    return isDeepStrictEqual(value, wanted)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const keys = Object.keys(wanted)
  if (!isPart && Object.keys(value).length !== keys.length) return false
  return keys.every((key) => key in value && isAlike(value[key], wanted[key], isPart))
}

const equal = (value, wanted) => value === wanted || isAlike(plain(value), plain(wanted), false)

const MATCHERS = {
  toBe: (value, wanted) => Object.is(value, wanted),
  toEqual: equal,
  toMatchObject: (value, wanted) => isAlike(plain(value), plain(wanted), true),
  toContain: (value, one) => (value instanceof Set ? value.has(one) : value.includes(one)),
  toContainEqual: (value, one) => value.some((other) => equal(other, one)),
  toHaveLength: (value, length) => value.length === length,
  toBeLessThan: (value, limit) => value < limit,
  toBeLessThanOrEqual: (value, limit) => value <= limit,
  toBeGreaterThan: (value, limit) => value > limit,
  toBeGreaterThanOrEqual: (value, limit) => value >= limit,
  toBeUndefined: (value) => value === undefined,
  toBeDefined: (value) => value !== undefined,
  toBeNull: (value) => value === null,
  toMatch: (value, pattern) => value.match(pattern) !== null,
  toThrow: (value, pattern) => {
    try {
      value()
    } catch (error) {
      return pattern === undefined || String(error.message).match(pattern) !== null
    }
    return false
  },
}

export function expect(value) {
  const matchers = (isNot) =>
    Object.fromEntries(
      Object.entries(MATCHERS).map(([name, matches]) => [
        name,
        (wanted) => assert(matches(value, wanted) !== isNot, `${isNot ? 'not ' : ''}${name}`),
      ]),
    )
  return { ...matchers(false), not: matchers(true) }
}
expect.stringMatching = (pattern) => new Like((value) => String(value).match(pattern) !== null)
expect.stringContaining = (words) => new Like((value) => String(value).includes(words))
expect.arrayContaining = (all) =>
  new Like((value) => all.every((one) => value.some((other) => equal(other, one))))
