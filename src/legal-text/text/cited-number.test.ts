import { describe, expect, it } from 'vitest'
import { askedNumber, bareNumber, liesIn, slugOf, stepsOf, touches } from './cited-number.ts'

describe('a printed number', () => {
  it.each([
    ['X2.4(f)', ['x', '2', '4', 'f']],
    ['Section E', ['e']],
    ['Appendix AC', ['appendix ac']],
    ['Schedule 9, 3.2', ['schedule 9', '3', '2']],
    ['J3.3A', ['j', '3', '3a']],
    ['47-1801.04', ['47', '1801', '04']],
  ])('%s has its steps', (number, steps) => {
    expect(stepsOf(number)).toEqual(steps)
  })

  it.each([
    ['E2.1', 'E2', true],
    ['E2.1', 'Section E', true],
    ['E2', 'E2.1', false],
    ['E21', 'E2', false],
    ['Appendix C', 'Section C', false],
    ['X2.4(f)', 'X2.4', true],
  ])('%s lies in %s: %s', (inner, outer, lies) => {
    expect(liesIn(inner, outer)).toBe(lies)
  })

  it.each([
    ['Section J3.2-J3.13', 'J3.7', true],
    ['Section J3.2-J3.13', 'J3.14', false],
    ['Section J3.2-J3.13', 'J3', true],
    ['Section J3.2-J3.13', 'Section J', true],
    ['Section J3.2-J3.13', 'J4', false],
    ['Section J3.2-J3.13', 'Section K', false],
    ['E2', 'E2.1', true],
    ['E2.1', 'E2', true],
    ['SMETS', 'E2', false],
  ])('%s touches %s: %s', (cited, number, does) => {
    expect(touches(cited, number)).toBe(does)
  })

  it.each([
    ['Appendix AC', 'Appendix-AC'],
    ['X2.4(f)', 'X2.4(f)'],
    ['47-1801.04', '47-1801.04'],
  ])('%s stands in an address and comes back', (number, slug) => {
    expect(slugOf(number)).toBe(slug)
    expect(bareNumber(askedNumber(slug))).toBe(bareNumber(number))
  })
})
