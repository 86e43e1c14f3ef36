// The front door of the text engine.

export { endOfAct, modeOfAct, startOfAct } from './act-dates.ts'
export { type Applied, type ApplyOptions, applyOps } from './apply-ops.ts'
export { applyRedline, indexOf, type RedlineFault } from './apply-redline.ts'
export { canonicalContent, canonicalParagraph, canonicalWords, sha256 } from './canonical.ts'
export { canonicalOp } from './canonical-op.ts'
export {
  type ChangeClass,
  type ChangeEntry,
  changeEntries,
  classOf,
  type EntryNumbers,
  entryNumbers,
  renumberingInWords,
} from './change-entries.ts'
export { type CheckOptions, check, checkWithPauses, consequentialChanges } from './check.ts'
export { type Clash, clashes, clashesBetween, type Grade } from './clash.ts'
export { type Comparison, compareTexts, type TextChange } from './compare-texts.ts'
export type { Conflict, ConflictKind, Notice, NoticeKind, TokenRange } from './conflict.ts'
export { opsOfInstruction, placesIn } from './dc-act-ops.ts'
export { changesBetween, type DiffOptions, diff } from './diff.ts'
export type { Commencement, Effect, Ending, When } from './effect.ts'
export { fieldWords, paragraphsOf } from './field-words.ts'
export type { Finding, FindingKind, Level } from './finding.ts'
export { type Footprint, footprint } from './footprint.ts'
export { type ActInstruction, type DcAct, importDcAct } from './import-dc-acts.ts'
export {
  type DcCodeFiles,
  type DcCodeVersion,
  type DcSourceFile,
  dcSourceHash,
  importDcCode,
  sourceFilesIn,
} from './import-dc-code.ts'
export { importLims, type LimsImport } from './import-lims.ts'
export { instructionOf, instructionsOf, type Unsaid } from './instruction-words.ts'
export { compareLabels, parseLabel } from './label.ts'
export type { Lexicon } from './lexicon.ts'
export { type WordLink, withLinks } from './linked-words.ts'
export { type Located, locate, pathTo, printedNumber } from './locate.ts'
export { type Clue, type Matcher, newMatcher, type Pairing } from './match.ts'
export { type Merged, type MergeOptions, merge } from './merge.ts'
export * from './model.ts'
export type { Edit } from './myers.ts'
export type { Lineage, Op, OpFault, WordAnchor } from './op.ts'
export { opsBetween } from './ops-between.ts'
export {
  type InstructionFault,
  type ParseOptions,
  parseInstructions,
} from './parse-instructions.ts'
export { type Proposal, type Rebased, rebase } from './proposal.ts'
export { type DatedVersion, type Entry, newReader, type Reader } from './reading.ts'
export {
  type Change,
  inverse,
  isSubstantive,
  type Place,
  type Redline,
  type Standing,
} from './redline.ts'
export {
  newReferenceResolver,
  type Outcome,
  type PlacedReference,
  type ReferenceResolver,
} from './reference-resolver.ts'
export {
  DRAFTING_FORMS,
  type FoundReference,
  findReferences,
  type ReferenceGrammar,
} from './references.ts'
export { type Answer, newSearchIndex, type SearchIndex, type SearchOptions } from './search.ts'
export { nameAll, type Shape, shapeOfTree, shapeOfUnnamed, type Unnamed } from './shape.ts'
export { contentOf, draftOf, newStore, nodeOf, type TextStore } from './store.ts'
export { newTermIndex, type TermIndex, type TermLink } from './term-index.ts'
export { type Definition, definitionsIn, type TermUse, usesIn } from './terms.ts'
export { statisticsOf, type TextStatistics } from './text-statistics.ts'
export {
  type AsKnown,
  type EffectFault,
  newTimeline,
  type ProvisionInterval,
  type TextInterval,
  type TextRecord,
  type Timeline,
} from './timeline.ts'
export { assemble, FIELDS, type Field, fieldRange, wordsOfTokens } from './tokens.ts'
export { type FieldEdits, wordEdits } from './word-edits.ts'
export { lineOf, wordsOf } from './words.ts'
