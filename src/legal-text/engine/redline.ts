// The difference between two versions, provision by provision, and the same difference read backwards.
import type { Own, ProvisionId, VersionId } from './model.ts'
import type { Edit } from './myers.ts'
import type { FieldEdits } from './word-edits.ts'

/** Where a provision stands: under which parent, after which sibling. */
export interface Place {
  readonly parent: ProvisionId | null
  readonly after: ProvisionId | null
}

export interface Standing extends Place {
  readonly own: Own
}

/** What became of one provision. `before` is null where it is new, `after` where it is gone. */
export interface Change {
  readonly id: ProvisionId
  readonly before: Standing | null
  readonly after: Standing | null
  /** Taken to another parent, or to another place among those siblings that stayed. */
  readonly moved: boolean
  /** Words and marks that differ; none where the provision is new or gone, since it is so as a whole. */
  readonly fields: readonly FieldEdits[]
  /** Its children in order, where they are others or stand otherwise. */
  readonly children: {
    readonly before: readonly ProvisionId[]
    readonly after: readonly ProvisionId[]
  } | null
}

export interface Redline {
  readonly from: VersionId
  readonly to: VersionId
  /** In reading order of the newer version; what is gone stands where it was. */
  readonly changes: readonly Change[]
}

/** Whether a change strikes or inserts words, changes the number, or moves: what a reader is shown by default. */
export const isSubstantive = (change: Change): boolean =>
  change.before === null ||
  change.after === null ||
  change.moved ||
  change.before.own.label?.raw !== change.after.own.label?.raw ||
  change.fields.some((field) => field.words.length > 0)

const mirrored = (edits: readonly Edit[]): Edit[] =>
  edits.map(({ a0, a1, b0, b1 }) => ({ a0: b0, a1: b1, b0: a0, b1: a1 }))

/** The redline read backwards: what takes the newer version to the older. */
export const inverse = (redline: Redline): Redline => ({
  from: redline.to,
  to: redline.from,
  changes: redline.changes.map((change) => ({
    ...change,
    before: change.after,
    after: change.before,
    fields: change.fields.map(({ field, words, marks }) => ({
      field,
      words: mirrored(words),
      marks: mirrored(marks),
    })),
    children: change.children && { before: change.children.after, after: change.children.before },
  })),
})
