// The tables of this room that can be imported.

import { cellsByField, type Register } from '#decision/register.ts'
import { enterReleaseContentOnRecord } from './enter-release-content-on-record.ts'
import { enterReleaseOnRecord } from './enter-release-on-record.ts'

const basis = {
  name: 'basis',
  says: 'on-record, known-by-count or illustrative; left out, on-record',
}
const source = { name: 'source', says: 'where this is stated' }

const releaseColumns = [
  { name: 'release', says: 'its name' },
  { name: 'region', says: 'where it went live; empty for everywhere' },
  { name: 'live', says: 'the day, or the date as far as it is known' },
  basis,
  source,
  { name: 'notes', says: 'anything else' },
]

export const releasesRegister: Register = {
  name: 'releases',
  says: 'Releases that went live, a row for each region',
  command: enterReleaseOnRecord,
  columns: releaseColumns,
  mayLack: ['region', 'basis', 'notes'],
  input: (cells) => cellsByField(cells, releaseColumns),
}

const contentColumns = [
  {
    name: 'release_or_version',
    says: 'the name of a release, or the number of a version, on record',
    field: 'broughtBy',
  },
  { name: 'item', says: 'what it brought: a part of the Code, a proposal or a release' },
  source,
  basis,
]

export const releaseContentsRegister: Register = {
  name: 'release-contents',
  says: 'What releases and versions brought, one thing a row',
  command: enterReleaseContentOnRecord,
  columns: contentColumns,
  mayLack: ['basis'],
  input: (cells) => cellsByField(cells, contentColumns),
}
