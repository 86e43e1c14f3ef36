// The rows kept of the Code: versions and the dates claimed for them, directions, parts. None of them ends by itself:
// which version is in force on a day follows from them all.

import type { Fold } from '#journal/fold.ts'
import type { DirectionGiven } from './direction.ts'
import type { PartEntered } from './part.ts'
import type { VersionDateClaimed, VersionDesignated } from './version.ts'

/** By number of version. */
export const versionsKept: Fold<VersionDesignated['data'], VersionDesignated> = {
  name: 'legal-text.versions',
  edition: 1,
  on: {
    VersionDesignated: (entry, versions) => versions.open(entry.data.version, entry.data),
  },
}

/** By number of version and place: `5.0/1`. */
export const versionClaimsKept: Fold<VersionDateClaimed['data'], VersionDateClaimed> = {
  name: 'legal-text.version-claims',
  edition: 1,
  on: {
    VersionDateClaimed: (entry, claims) =>
      claims.open(`${entry.data.version}/${entry.data.ordinal}`, entry.data),
  },
}

/** By reference. */
export const directionsKept: Fold<DirectionGiven['data'], DirectionGiven> = {
  name: 'legal-text.directions',
  edition: 1,
  on: {
    DirectionGiven: (entry, directions) => directions.open(entry.data.reference, entry.data),
  },
}

/** By the reference as it is cited. */
export const partsKept: Fold<PartEntered['data'], PartEntered> = {
  name: 'legal-text.parts',
  edition: 1,
  on: {
    PartEntered: (entry, parts) => parts.open(entry.data.reference, entry.data),
  },
}
