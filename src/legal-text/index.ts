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
export { amendingDocumentOf } from './drafts/amending-document.ts'
export { enterDraft } from './drafts/enter-draft.ts'
export { type OpenDraft, onOneBaseline, openDrafts } from './drafts/open-drafts.ts'
export { enterVersionOnRecord } from './enter-version-on-record.ts'
export type { PartEntered } from './part.ts'
export { aknHistoryOf } from './text/akn-of-text.ts'
export { aknPlace, placeUnknown } from './text/akn-place.ts'
export { beginText } from './text/begin-text.ts'
export { touches } from './text/cited-number.ts'
export { enterEffect } from './text/enter-effect.ts'
export { theCode } from './text/held-nodes.ts'
export { holdSourceFiles } from './text/hold-source-files.ts'
export { strangeRegions } from './text/regions.ts'
export { filesOf, packedFiles, type SourceFile, unpackedFiles } from './text/source-files.ts'
export { startingText } from './text/starting.ts'
export { type TextAt, textAt } from './text/text-at.ts'
export type { InstrumentKind, SourceFilesHeld } from './text/text-events.ts'
export { sourceFilesKept } from './text/text-kept.ts'
export { type EffectOnRecord, type TextOnRecord, textOf } from './text/text-on-record.ts'
export { type VersionOfText, versionMeant, versionsOfText } from './text/versions-of-text.ts'
export type { VersionEvent } from './version.ts'
export {
  compareVersions,
  inForceOn,
  type VersionOnRecord,
  versionsDesignatedIn,
  versionsOnRecord,
} from './versions-on-record.ts'
