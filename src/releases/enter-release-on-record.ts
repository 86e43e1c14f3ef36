// Enters that a release went live, in one region or everywhere.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, said } from '#decision/on-record.ts'
import {
  evolveRelease,
  noRelease,
  type Release,
  type ReleaseWentLive,
  releaseReference,
} from './release.ts'

const nameable = (text: string) => /[A-Za-z0-9]/.test(text)

const input = z.object({
  release: said('the name of the release')
    .refine(nameable, { error: 'Give the name of the release in letters or digits' })
    .meta({ label: 'Release', hint: 'Such as DCC Release 1.2' }),
  region: perhaps.meta({ label: 'Region', hint: 'Empty where it went live everywhere' }),
  live: knownDateField.meta({ label: 'Live from', hint: 'The day, or as far as it is known' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterRelease = z.output<typeof input>

const releaseIsNewThere: Rule<EnterRelease, Release, undefined> = (
  { release, region },
  { regions },
) =>
  regions.includes(region)
    ? {
        says: `That ${release} went live ${region === null ? 'everywhere' : `in the region ${region}`} is already on record`,
        field: 'region',
        came: region ?? 'nothing',
      }
    : undefined

export const enterReleaseOnRecord = command<EnterRelease, Release, ReleaseWentLive>({
  name: 'enter-release-on-record',
  at: 'POST /releases',
  title: 'Enter a release on record',
  why: 'A release says from when and where changes are live.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ release }) => `release:${releaseReference(release)}`,
  starting: noRelease,
  evolve: evolveRelease,
  rules: { releaseIsNewThere },
  class: 'white',
  decide: ({ release, region, live, notes }) => [
    {
      type: 'ReleaseWentLive',
      data: { reference: releaseReference(release), release, region, live, notes },
      effectiveFrom: live,
    },
  ],
  shownAt: ({ release }) => `/releases/${releaseReference(release)}`,
})
