import { describe, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterCompanyOnRecord } from './enter-company-on-record.ts'

const company = { reference: 'G1', name: 'Group One plc', source: 'a register of companies' }

describe('entering a company on record', () => {
  it('puts it on record without a day', () =>
    given()
      .when(enterCompanyOnRecord, company)
      .thenEntered([
        {
          type: 'CompanyEntered',
          data: { reference: 'G1', name: 'Group One plc' },
          effectiveFrom: '..',
        },
      ]))

  it('is refused where the reference is taken', () =>
    given([
      { stream: 'company:G1', type: 'CompanyEntered', data: { reference: 'G1', name: 'Another' } },
    ])
      .when(enterCompanyOnRecord, company)
      .thenRefused('companyIsNew'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterCompanyOnRecord, { reference: 'G 1', name: '' })
      .thenFormRefused('reference', 'name', 'source'))
})
