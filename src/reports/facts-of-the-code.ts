// Versions of the code, directions and releases as facts.

import {
  directionKind,
  directionsKept,
  type VersionOnRecord,
  versionsOnRecord,
} from '#legal-text/index.ts'
import { releasesKept } from '#releases/index.ts'
import { type FactKind, factOf, weakest } from './fact.ts'

/** Versions, each with every date that a source gives it. */
export const versionFacts: FactKind = {
  one: 'version',
  many: 'versions',
  fields: ['version', 'madeBy', 'contents'],
  gather: (reading) => versionsOnRecord(reading).map(versionFact),
}

function versionFact({ row, claims, stated }: VersionOnRecord) {
  const { version, madeBy, contents } = row.data
  return {
    ...factOf(row, {
      says: version,
      href: `/code/versions/${version}`,
      opens: stated,
      fields: { version, madeBy, contents },
      entries: [row, ...claims].flatMap(({ entries }) => entries),
    }),
    basis: weakest([row, ...claims].map(({ basis }) => basis)),
  }
}

export const directionFacts: FactKind = {
  one: 'direction',
  many: 'directions',
  fields: ['provisions', 'action', 'kind', 'description'],
  gather: (reading) =>
    reading.rows(directionsKept).map((row) => {
      const { reference, provisions, action, description } = row.data
      return factOf(row, {
        says: provisions.length > 0 ? `${provisions.join(', ')}: ${action}` : action,
        href: `/code/directions/${reference}`,
        fields: { provisions, action, kind: directionKind(action), description },
      })
    }),
}

export const releaseFacts: FactKind = {
  one: 'release',
  many: 'releases',
  fields: ['release', 'region'],
  gather: (reading) =>
    reading.rows(releasesKept).map((row) => {
      const { reference, release, region } = row.data
      return factOf(row, {
        says: region === null ? release : `${release}, ${region}`,
        href: `/releases/${reference}`,
        fields: { release, region },
      })
    }),
}
