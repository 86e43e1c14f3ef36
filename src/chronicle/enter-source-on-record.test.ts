import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterSourceOnRecord } from './enter-source-on-record.ts'

const source = {
  reference: 'S1',
  title: 'A report',
  address: 'https://report.example/',
  source: 'A report',
}

describe('entering a source on record', () => {
  it('lists it, whenever it was made', () =>
    given()
      .when(enterSourceOnRecord, source)
      .thenEntered([
        { type: 'SourceListed', data: { reference: 'S1', title: 'A report' }, effectiveFrom: '..' },
      ]))

  it('is refused where the reference is taken', () =>
    given([{ stream: 'source:S1', type: 'SourceListed', data: { reference: 'S1' } }])
      .when(enterSourceOnRecord, source)
      .thenRefused('sourceIsNew'))

  it('takes an address that can be followed, or none', () =>
    given()
      .when(enterSourceOnRecord, { ...source, address: 'the library' })
      .thenFormRefused('address'))
})
