// What is kept of Parties and companies: dated facts, each row one fact with the entries beneath it.

import type { Fold } from '#journal/fold.ts'
import type { CompanyEntered, CompanyEvent, OwnershipBegan } from './company.ts'
import type {
  LicenceEnded,
  LicenceGranted,
  PartyAcceded,
  PartyCategorised,
  PartyDefaulted,
  PartyEvent,
  PartyLeft,
} from './party.ts'

/** That somebody is a Party: from accession until it leaves. Key: the Party's reference. */
export const partiesKept: Fold<PartyAcceded['data'], PartyEvent> = {
  name: 'parties.parties',
  edition: 1,
  on: {
    PartyAcceded: (entry, parties) => parties.open(entry.data.reference, entry.data),
    PartyLeft: (entry, parties) => parties.close(entry.data.party),
  },
}

/**
 * In which categories a Party is, until it is said anew; that it left does not end the row. Key: Party and day.
 * Statements of a Party are entered in the order of their days: see `categoryFollowsTheLast`.
 */
export const categoriesKept: Fold<PartyCategorised['data'], PartyEvent> = {
  name: 'parties.categories',
  edition: 1,
  on: {
    PartyCategorised: (entry, categories) => {
      const { party, from, replaces } = entry.data
      if (replaces) categories.close(keyOf(party, replaces))
      categories.open(keyOf(party, from), entry.data)
    },
  },
}

/** That a Party left: a happening, which does not end. Key: the Party's reference. */
export const exitsKept: Fold<PartyLeft['data'], PartyEvent> = {
  name: 'parties.exits',
  edition: 1,
  on: { PartyLeft: (entry, exits) => exits.open(entry.data.party, entry.data) },
}

/** A licence that a Party holds, until it ends. Key: Party, licence and day. */
export const licencesKept: Fold<LicenceGranted['data'], PartyEvent> = {
  name: 'parties.licences',
  edition: 1,
  on: {
    LicenceGranted: (entry, licences) =>
      licences.open(keyOf(entry.data.party, entry.data.licence, entry.data.granted), entry.data),
    LicenceEnded: (entry, licences) =>
      licences.close(keyOf(entry.data.party, entry.data.licence, entry.data.granted)),
  },
}

/** That a licence ended, and how: a happening. Key: that of the licence. */
export const licenceEndsKept: Fold<LicenceEnded['data'], PartyEvent> = {
  name: 'parties.licence-ends',
  edition: 1,
  on: {
    LicenceEnded: (entry, ends) =>
      ends.open(keyOf(entry.data.party, entry.data.licence, entry.data.granted), entry.data),
  },
}

/** An Event of Default, until it is remedied. Key: Party, event and day. */
export const defaultsKept: Fold<PartyDefaulted['data'], PartyEvent> = {
  name: 'parties.defaults',
  edition: 1,
  on: {
    PartyDefaulted: (entry, defaults) =>
      defaults.open(keyOf(entry.data.party, entry.data.event, entry.data.occurred), entry.data),
    DefaultRemedied: (entry, defaults) =>
      defaults.close(keyOf(entry.data.party, entry.data.event, entry.data.occurred)),
  },
}

/** Companies by reference. They are on record without beginning or end: ask for rows whatever the day. */
export const companiesKept: Fold<CompanyEntered['data'], CompanyEvent> = {
  name: 'parties.companies',
  edition: 1,
  on: { CompanyEntered: (entry, companies) => companies.open(entry.data.reference, entry.data) },
}

/** Who owns whom, from day to day. Key: owner, owned and day. */
export const ownershipKept: Fold<OwnershipBegan['data'], CompanyEvent> = {
  name: 'parties.ownership',
  edition: 1,
  on: {
    OwnershipBegan: (entry, ownership) =>
      ownership.open(keyOf(entry.data.owner, entry.data.owned, entry.data.began), entry.data),
    OwnershipEnded: (entry, ownership) =>
      ownership.close(keyOf(entry.data.owner, entry.data.owned, entry.data.began)),
  },
}

const keyOf = (...parts: readonly string[]) => parts.join(' ')
