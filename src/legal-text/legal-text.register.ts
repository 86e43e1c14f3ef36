// The tables of this room that can be imported.

import { cellsByField, type Register } from '#decision/register.ts'
import { enterDirectionOnRecord } from './enter-direction-on-record.ts'
import { enterPartOnRecord } from './enter-part-on-record.ts'
import { enterVersionClaimOnRecord } from './enter-version-claim-on-record.ts'
import { enterVersionOnRecord } from './enter-version-on-record.ts'

const basis = {
  name: 'basis',
  says: 'on-record, known-by-count or illustrative; left out, on-record',
}
const source = { name: 'source', says: 'where this is stated' }
const notes = { name: 'notes', says: 'anything else' }

const versionColumns = [
  { name: 'version', says: 'its number' },
  {
    name: 'date_effective',
    says: 'from when it is in force, as far as is known; where empty, read from date_basis',
    field: 'effective',
  },
  {
    name: 'date_basis',
    says: 'stated, or what the date follows from; ‘by July 2014’ gives a date where there is none',
    field: 'dateBasis',
  },
  { name: 'made_by', says: 'who or what made it, if known', field: 'madeBy' },
  { name: 'contents', says: 'what it brought, if known' },
  basis,
  source,
  notes,
]

export const versionsRegister: Register = {
  name: 'versions',
  says: 'Versions of the Code, one a row',
  command: enterVersionOnRecord,
  columns: versionColumns,
  mayLack: ['date_effective', 'date_basis', 'made_by', 'contents', 'basis', 'notes'],
  input: (cells) => ({
    ...cellsByField(cells, versionColumns),
    effective: cells.date_effective || dateOfBasis(cells.date_basis ?? ''),
  }),
}

const claimColumns = [
  { name: 'version', says: 'the number of a version on record' },
  { name: 'date', says: 'from when it is in force by this source' },
  source,
  basis,
  notes,
]

export const versionClaimsRegister: Register = {
  name: 'version-claims',
  says: 'Other dates that sources give to versions on record, one a row',
  command: enterVersionClaimOnRecord,
  columns: claimColumns,
  mayLack: ['basis', 'notes'],
  input: (cells) => cellsByField(cells, claimColumns),
}

const directionColumns = [
  { name: 'date', says: 'the day from which it counts, as far as it is known' },
  { name: 'provision', says: 'with semicolons between, if named', field: 'provisions' },
  { name: 'action', says: 'what it does, as the source words it' },
  { name: 'description', says: 'more of it, if known' },
  basis,
  source,
]

export const directionsRegister: Register = {
  name: 'variations',
  says: 'Directions on the effect of provisions, one a row',
  command: enterDirectionOnRecord,
  columns: directionColumns,
  mayLack: ['provision', 'description', 'basis'],
  input: (cells) => cellsByField(cells, directionColumns),
}

const partColumns = [
  { name: 'reference', says: 'the part as it is cited, such as Section G' },
  { name: 'title', says: 'its title, if known' },
  { name: 'kind', says: 'section, schedule, appendix or what else it is' },
  { name: 'from', says: 'since when it is part of the Code, as far as it is known' },
  basis,
  { name: 'confidence', says: 'how sure the title is: seen, recalled or assumed' },
  source,
]

export const partsRegister: Register = {
  name: 'sections',
  says: 'Sections, Schedules and Appendices of the Code, one a row',
  command: enterPartOnRecord,
  columns: partColumns,
  mayLack: ['title', 'basis'],
  input: (cells) => cellsByField(cells, partColumns),
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** '../2014-07' out of 'month only: by July 2014'; nothing where the words name no month. */
function dateOfBasis(words: string): string {
  const [, name, year] = /\bby ([A-Z][a-z]+) (\d{4})\b/.exec(words) ?? []
  const month = months.indexOf(name ?? '') + 1
  return month === 0 ? '' : `../${year}-${String(month).padStart(2, '0')}`
}
