// The rows kept of releases: where each went live, and what each release or version brought. What went live stays live.

import type { Fold } from '#journal/fold.ts'
import { type ContentBrought, type ReleaseWentLive, releaseReference } from './release.ts'

/** By reference and region: `DCC-Release-1.2/North`; `DCC-Release-1.2/` where it went live everywhere. */
export const releasesKept: Fold<ReleaseWentLive['data'], ReleaseWentLive> = {
  name: 'releases.releases',
  edition: 1,
  on: {
    ReleaseWentLive: ({ data }, releases) =>
      releases.open(`${data.reference}/${releaseReference(data.region ?? '')}`, data),
  },
}

/** By the reference of what brought it, and the item: `5.5/SECMP0026`. */
export const contentsKept: Fold<ContentBrought['data'], ContentBrought> = {
  name: 'releases.contents',
  edition: 1,
  on: {
    ContentBrought: ({ data }, contents) => contents.open(`${data.reference}/${data.item}`, data),
  },
}
