// The front door: what other rooms may use.

export { directionsKept, partsKept, versionClaimsKept, versionsKept } from './code-kept.ts'
export {
  type CodeTimeline,
  codeTimeline,
  type TimelineEvent,
  timelineFinding,
} from './code-timeline.ts'
export { type DirectionGiven, type DirectionKind, directionKind } from './direction.ts'
export {
  type Direction,
  directionsIn,
  directionsOnRecord,
  partsOnRecord,
} from './directions-on-record.ts'
export type { PartEntered } from './part.ts'
export { touches } from './text/cited-number.ts'
export type { VersionEvent } from './version.ts'
export {
  compareVersions,
  inForceOn,
  type VersionOnRecord,
  versionsDesignatedIn,
  versionsOnRecord,
} from './versions-on-record.ts'
