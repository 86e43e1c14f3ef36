// Enters a version of the Code that was designated, from a source.

import { z } from 'zod'
import { notKnown } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { perhaps, perhapsKnownDate, provenance, referenceField } from '#decision/on-record.ts'
import { evolveVersion, noVersion, type Version, type VersionDesignated } from './version.ts'

const input = z.object({
  version: referenceField('the version').meta({ label: 'Version', hint: 'Such as 5.5' }),
  effective: perhapsKnownDate
    .transform((date) => date ?? notKnown)
    .meta({ label: 'In force from', hint: 'The day, or the date as far as it is known' }),
  dateBasis: perhaps.meta({ label: 'How the date is known', hint: 'Stated, or derived from what' }),
  madeBy: perhaps.meta({ label: 'Made by', hint: 'As the source words it' }),
  contents: perhaps.meta({ label: 'What it brought' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterVersion = z.output<typeof input>

const versionIsNew: Rule<EnterVersion, Version, undefined> = ({ version }, { dates }) =>
  dates.length > 0
    ? {
        says: `Version ${version} is already on record`,
        field: 'version',
        came: version,
        instead: 'Enter another date that a source gives it as a claim',
      }
    : undefined

export const enterVersionOnRecord = command<EnterVersion, Version, VersionDesignated>({
  name: 'enter-version-on-record',
  at: 'POST /code/versions',
  title: 'Enter a version of the Code on record',
  why: 'The versions say which text was in force on a day, and count in the year’s report.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ version }) => `version:${version}`,
  starting: noVersion,
  evolve: evolveVersion,
  rules: { versionIsNew },
  class: 'white',
  decide: ({ version, effective, dateBasis, madeBy, contents, notes }) => [
    {
      type: 'VersionDesignated',
      data: { version, effective, dateBasis, madeBy, contents, notes },
      effectiveFrom: effective,
    },
  ],
  shownAt: ({ version }) => `/code/versions/${version}`,
})
