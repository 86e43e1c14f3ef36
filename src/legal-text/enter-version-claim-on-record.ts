// Enters another date that a second source gives to a version on record. Both stand, each with its source.

import { z } from 'zod'
import { printKnownDate } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField } from '#decision/on-record.ts'
import { evolveVersion, noVersion, type Version, type VersionDateClaimed } from './version.ts'

const input = z.object({
  version: referenceField('the version').meta({ label: 'Version', hint: 'Such as 5.0' }),
  date: knownDateField.meta({ label: 'In force from, by this source' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterClaim = z.output<typeof input>
type ClaimRule = Rule<EnterClaim, Version, undefined>

const versionIsOnRecord: ClaimRule = ({ version }, { dates }) =>
  dates.length === 0
    ? {
        says: `No version ${version} is on record`,
        field: 'version',
        came: version,
        instead: 'Enter the version first',
      }
    : undefined

const claimDiffers: ClaimRule = ({ version, date }, { dates }) =>
  dates.includes(date)
    ? {
        says: `Version ${version} already has the date ${printKnownDate(date)} on record`,
        field: 'date',
        expected: 'a date that differs from those on record',
        came: date,
      }
    : undefined

export const enterVersionClaimOnRecord = command<EnterClaim, Version, VersionDateClaimed>({
  name: 'enter-version-claim-on-record',
  at: 'POST /version-claims',
  title: 'Enter another date for a version on record',
  why: 'Where sources disagree, both dates stand: the version is then possibly in force in between.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ version }) => `version:${version}`,
  starting: noVersion,
  evolve: evolveVersion,
  rules: { versionIsOnRecord, claimDiffers },
  class: 'white',
  decide: ({ version, date, notes }, { dates }) => [
    {
      type: 'VersionDateClaimed',
      data: { version, ordinal: dates.length, effective: date, notes },
      effectiveFrom: date,
    },
  ],
  shownAt: ({ version }) => `/code/versions/${version}`,
})
