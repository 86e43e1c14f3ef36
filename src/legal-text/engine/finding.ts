// What a check finds in a text, and how grave each kind is.
import type { ProvisionId } from './model.ts'

export type Level = 'error' | 'warning' | 'info'

export type FindingKind =
  | 'target-absent'
  | 'target-repealed'
  | 'target-not-found'
  | 'number-differs'
  | 'target-varied'
  | 'range-gap'
  | 'term-defined-twice'
  | 'term-never-used'
  | 'term-in-small-letters'
  | 'term-not-defined'
  | 'term-other-scope'
  | 'definitions-without-definition'
  | 'number-twice'

export interface Finding {
  readonly level: Level
  readonly kind: FindingKind
  readonly id: ProvisionId
  /** The words concerned, as printed. */
  readonly words: string
  readonly other?: ProvisionId
}

/** A finding before its level is said. */
export type Found = Omit<Finding, 'level'>

export const LEVEL_OF: Readonly<Record<FindingKind, Level>> = {
  'target-absent': 'error',
  'target-repealed': 'error',
  'target-not-found': 'warning',
  'number-differs': 'warning',
  'target-varied': 'warning',
  'range-gap': 'info',
  'term-defined-twice': 'error',
  'term-never-used': 'warning',
  'term-in-small-letters': 'info',
  'term-not-defined': 'info',
  'term-other-scope': 'warning',
  'definitions-without-definition': 'error',
  'number-twice': 'warning',
}
