// Enters one thing that a release or a version of the Code brought.

import { z } from 'zod'
import { compareKnownDates, type KnownDate } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { provenance, said } from '#decision/on-record.ts'
import { versionsKept } from '#legal-text/index.ts'
import { type ContentBrought, releaseReference } from './release.ts'
import { releasesKept } from './releases-kept.ts'

const input = z.object({
  broughtBy: said('the release or the version').meta({
    label: 'Release or version',
    hint: 'As it is named on record: DCC Release 1.2, or 5.5',
  }),
  item: said('what it brought').meta({
    label: 'What it brought',
    hint: 'A part of the Code, a proposal or a release, such as Section G or SECMP0026',
  }),
  ...provenance,
})
type EnterContent = z.output<typeof input>

/** The items on record of the same release or version. */
type Brought = readonly string[]

interface Facts {
  /** When the version came into force; nothing where no such version is on record. */
  readonly version: KnownDate | undefined
  /** When the release first went live; nothing where no such release is on record. */
  readonly release: KnownDate | undefined
}
type ContentRule = Rule<EnterContent, Brought, Facts>

const releaseOrVersionIsOnRecord: ContentRule = ({ broughtBy }, _brought, { facts }) =>
  facts.version || facts.release
    ? undefined
    : {
        says: `Neither a release nor a version named ${broughtBy} is on record`,
        field: 'broughtBy',
        came: broughtBy,
        instead: 'Enter the release or the version first',
      }

const itemIsNew: ContentRule = ({ broughtBy, item }, brought) =>
  brought.includes(item)
    ? {
        says: `That ${broughtBy} brought ${item} is already on record`,
        field: 'item',
        came: item,
      }
    : undefined

export const enterReleaseContentOnRecord = command<EnterContent, Brought, ContentBrought, Facts>({
  name: 'enter-release-content-on-record',
  at: 'POST /release-contents',
  title: 'Enter what a release brought on record',
  why: 'What a release or a version brought ties each change to the day on which it counts.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ broughtBy }) => `release-contents:${releaseReference(broughtBy)}`,
  starting: [],
  evolve: (brought, { data }) => [...brought, data.item],
  facts: ({ broughtBy }, facts) => ({
    version: facts.row(versionsKept, broughtBy)?.opens,
    release: facts
      .rows(releasesKept)
      .filter(({ data }) => data.reference === releaseReference(broughtBy))
      .map(({ opens }) => opens)
      .toSorted(compareKnownDates)[0],
  }),
  rules: { releaseOrVersionIsOnRecord, itemIsNew },
  class: 'white',
  decide: ({ broughtBy, item }, _brought, { facts: { version, release } }) => {
    const reference = releaseReference(broughtBy)
    const kind = version ? ('version' as const) : ('release' as const)
    const from = (version ?? release)!
    return [
      {
        type: 'ContentBrought',
        data: { reference, broughtBy, kind, item, from },
        effectiveFrom: from,
      },
    ]
  },
  shownAt: ({ broughtBy }) => `/releases/${releaseReference(broughtBy)}`,
})
