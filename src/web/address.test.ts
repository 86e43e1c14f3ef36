import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressWith, firstPageWith, keepTime } from '#web/address.ts'

const query = { 'as-of': '2017-03-31', state: 'open', after: 'CURSOR' }

describe('the address of a page', () => {
  it('is the bare path where the query is empty', () => {
    expect(addressWith('/modifications', {})).toBe('/modifications')
  })

  it('sets, keeps and takes away names of the query', () => {
    expect(addressWith('/modifications', query, { state: null, sort: '-raised' })).toBe(
      '/modifications?as-of=2017-03-31&after=CURSOR&sort=-raised',
    )
  })

  it('leaves out a name that was asked with nothing, as an empty field of a form is', () => {
    expect(addressWith('/modifications', { 'as-of': '', q: 'key' })).toBe('/modifications?q=key')
  })

  it('turns back to the first page when anything else changes', () => {
    expect(firstPageWith('/modifications', query, { state: 'closed' })).toBe(
      '/modifications?as-of=2017-03-31&state=closed',
    )
  })

  it('carries the time on to another page and nothing else', () => {
    expect(keepTime('/parties?category=other#P7', query)).toBe(
      '/parties?category=other&as-of=2017-03-31#P7',
    )
  })

  it('says back every name and value it was given', () => {
    const text = fc.string({ minLength: 1 })
    fc.assert(
      fc.property(fc.dictionary(text, text), (asked) => {
        const said = new URL(addressWith('/x', asked), 'http://office.test').searchParams
        expect(Object.fromEntries(said)).toEqual({ ...asked })
      }),
    )
  })
})
