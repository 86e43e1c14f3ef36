// Budgets, appeals against them, consultations and responses as facts.

import { appealsKept, budgetYearsKept } from '#budgets/index.ts'
import { consultationsKept, responsesKept } from '#consultations/index.ts'
import { type FactKind, factOf } from './fact.ts'

/** The years of budgets, each from when it was approved or indicated. */
export const budgetFacts: FactKind = {
  one: 'year of a budget',
  many: 'years of budgets',
  fields: ['budget', 'years', 'year', 'kind', 'amountPence'],
  gather: (reading) =>
    reading.rows(budgetYearsKept).map((row) => {
      const { reference, years, year, kind, amountPence } = row.data
      return factOf(row, {
        says: `${year}: ${kind}`,
        href: `/budgets/${reference}`,
        fields: { budget: reference, years, year, kind, amountPence },
      })
    }),
}

/** Statements of how many appeals came in a window. */
export const appealFacts: FactKind = {
  one: 'appeal window',
  many: 'appeal windows',
  fields: ['budget', 'number'],
  gather: (reading) =>
    reading.rows(appealsKept).map((row) => {
      const { budget, number } = row.data
      const came = number === 0 ? 'no appeal' : number === 1 ? '1 appeal' : `${number} appeals`
      return factOf(row, {
        says: `${came} against ${budget}`,
        href: `/budgets/${budget}`,
        fields: { budget, number },
      })
    }),
}

export const consultationFacts: FactKind = {
  one: 'consultation',
  many: 'consultations',
  fields: ['subject', 'owner', 'aboutKind'],
  gather: (reading) =>
    reading.rows(consultationsKept).map((row) => {
      const { reference, subject, owner, about } = row.data
      return factOf(row, {
        says: subject,
        href: `/consultations/${reference}`,
        fields: { subject, owner, aboutKind: kindOf(about) },
      })
    }),
}

export const responseFacts: FactKind = {
  one: 'response',
  many: 'responses',
  fields: ['consultation', 'number', 'aboutKind'],
  gather: (reading) =>
    reading.rows(responsesKept).map((row) => {
      const { consultation, number } = row.data
      const asked = reading.row(consultationsKept, consultation)?.data
      return factOf(row, {
        says: `Response ${number} to ${asked?.subject ?? consultation}`,
        href: `/consultations/${consultation}`,
        fields: { consultation, number, aboutKind: kindOf(asked?.about ?? null) },
      })
    }),
}

/** `budget` of `budget:budget-2017-20`: the kind of thing that is consulted on. */
const kindOf = (about: string | null) => about?.split(':', 1)[0] ?? null
