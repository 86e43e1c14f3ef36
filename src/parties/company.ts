// A company: a Party's own, or a parent that is no Party; and who owns whom, as dated facts.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type CompanyEntered = Event<
  'CompanyEntered',
  { readonly reference: string; readonly name: string }
>

/** From its day on the one company is a holding company of the other. A stake that gives no control is no ownership. */
export type OwnershipBegan = Event<
  'OwnershipBegan',
  {
    readonly owner: string
    readonly owned: string
    readonly began: KnownDate
    readonly notes: string | null
  }
>

export type OwnershipEnded = Event<
  'OwnershipEnded',
  {
    readonly owner: string
    readonly owned: string
    readonly began: KnownDate
    readonly ended: KnownDate
  }
>

export type CompanyEvent = CompanyEntered | OwnershipBegan | OwnershipEnded

/** What rules need to know of a company's past: its own entry, and who has owned it. */
export interface Company {
  readonly entered: boolean
  readonly owners: readonly {
    readonly owner: string
    readonly began: KnownDate
    readonly ended: KnownDate | null
  }[]
}

export const noCompany: Company = { entered: false, owners: [] }

export function evolveCompany(company: Company, event: CompanyEvent): Company {
  switch (event.type) {
    case 'CompanyEntered':
      return { ...company, entered: true }
    case 'OwnershipBegan': {
      const { owner, began } = event.data
      return { ...company, owners: [...company.owners, { owner, began, ended: null }] }
    }
    case 'OwnershipEnded': {
      const { owner, began, ended } = event.data
      return {
        ...company,
        owners: company.owners.map((one) =>
          one.owner === owner && one.began === began ? { ...one, ended } : one,
        ),
      }
    }
  }
}
