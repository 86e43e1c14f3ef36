// Enters a company that is no Party, such as the parent of several.

import { z } from 'zod'
import { notKnown } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { provenance, referenceField, said } from '#decision/on-record.ts'
import { type Company, type CompanyEvent, evolveCompany, noCompany } from './company.ts'

const input = z.object({
  reference: referenceField('the company').meta({ label: 'Reference', hint: 'Such as G26' }),
  name: said('the company’s name').meta({ label: 'Name' }),
  ...provenance,
})
type EnterCompany = z.output<typeof input>

const companyIsNew: Rule<EnterCompany, Company, undefined> = ({ reference }, company) =>
  company.entered
    ? {
        says: `A company with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this company a reference of its own',
      }
    : undefined

export const enterCompanyOnRecord = command<EnterCompany, Company, CompanyEvent>({
  name: 'enter-company-on-record',
  at: 'POST /parties/companies',
  title: 'Enter a company on record',
  why: 'A parent that is no Party can still link Parties into one Voting Group.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `company:${reference}`,
  starting: noCompany,
  evolve: evolveCompany,
  rules: { companyIsNew },
  class: 'white',
  decide: ({ reference, name }) => [
    { type: 'CompanyEntered', data: { reference, name }, effectiveFrom: notKnown },
  ],
  shownAt: () => '/parties/voting-groups',
})
