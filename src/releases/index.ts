// The front door: what other rooms may use.

export type { ContentBrought, ReleaseWentLive } from './release.ts'
export { contentsKept, releasesKept } from './releases-kept.ts'
export {
  type Content,
  contentsIn,
  type ReleaseOnRecord,
  releaseOnRecord,
  releasesIn,
  releasesOnRecord,
  type WentLive,
} from './releases-on-record.ts'
