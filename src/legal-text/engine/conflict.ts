// What a merge could not settle by itself, and what it settled but a person should know.
import type { ProvisionId, Tree } from './model.ts'
import type { Field } from './tokens.ts'

export type ConflictKind =
  /** Words of one field changed on both sides where they overlap or touch. */
  | 'words'
  /** Repealed on one side, changed, moved or added to on the other. */
  | 'deleted-changed'
  /** Taken to two different places. */
  | 'moved-twice'
  /** Each side puts one provision within the other. */
  | 'cycle'
  /** Taken to a place that the merged text does not have. */
  | 'place-lost'
  /** One provision given two different numbers. */
  | 'two-labels'
  /** One number given to two provisions under one parent. */
  | 'one-label'
  /** Replaced as a whole on both sides. */
  | 'substituted-twice'
  /** Made two different kinds of provision. */
  | 'two-kinds'

export type TokenRange = readonly [from: number, to: number]

/** The merged text holds the base's at this spot, and stays readable and complete. */
export interface Conflict {
  readonly kind: ConflictKind
  readonly id: ProvisionId
  /** The other provision concerned, where a number is claimed twice. */
  readonly other?: ProvisionId
  readonly base: Tree | null
  readonly left: Tree | null
  readonly right: Tree | null
  /** For words: which field, and the tokens concerned in each text, counted from the start of the field. */
  readonly field?: Field
  readonly ranges?: {
    readonly base: TokenRange
    readonly left: TokenRange
    readonly right: TokenRange
  }
}

export type NoticeKind =
  | 'same-place'
  | 'same-provision'
  | 'same-change'
  | 'reference'
  | 'term'
  | 'variation'

export interface Notice {
  readonly kind: NoticeKind
  readonly id: ProvisionId
  /** For a reference or a term: what is referred to or defined, changed on the other side. */
  readonly other?: ProvisionId
}

const order = (one: Conflict | Notice): string =>
  `${one.id} ${one.kind} ${one.other ?? ''} ${'field' in one ? one.field : ''}`

/** In an order that does not depend on which side is called left. */
export const sortedByPlace = <T extends Conflict | Notice>(all: readonly T[]): T[] => {
  const from = (one: Conflict | Notice): number =>
    'ranges' in one ? (one.ranges?.base[0] ?? 0) : 0
  return all
    .map((one) => ({ one, order: order(one), from: from(one) }))
    .sort((p, q) => (p.order === q.order ? p.from - q.from : p.order < q.order ? -1 : 1))
    .map(({ one }) => one)
}
