import { expect, it } from 'vitest'
import { printValue } from './print-value.ts'

it.each([
  [undefined, 'people', 'not known'],
  [true, undefined, 'yes'],
  [false, undefined, 'no'],
  [15, 'Working Days', '15 Working Days'],
  [1, 'Working Days', '1 Working Day'],
  [1, 'people', '1 person'],
  [250000, undefined, '250,000'],
  [0.5, 'percent', '0.5%'],
  [6995000, 'money', '6,995,000 in the code’s currency'],
  ['at least 1/2', undefined, 'at least 1/2'],
  ['17:00', 'time of day', '17:00'],
  ['04-01', undefined, '1 April'],
  ['13-40', undefined, '13-40'],
  [['one', 'two'], undefined, 'one; two'],
  [[{ category: 'one' }], undefined, '1 row'],
  [[{ category: 'one' }, { category: 'two' }], undefined, '2 rows'],
])('prints %j, in %s, as %s', (value, unit, words) => expect(printValue(value, unit)).toBe(words))
