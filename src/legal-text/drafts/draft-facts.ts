// What every command on a draft decides on: the text on record, and the draft of the modification as it stands.

import type { Facts } from '#decision/command.ts'
import type { InformationClass } from '#journal/information-class.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { draftsKept } from './drafts-kept.ts'
import { type DraftOnRecord, draftOnRecord } from './drafts-on-record.ts'

export interface DraftFacts {
  readonly text: TextOnRecord | undefined
  readonly draft: DraftOnRecord | undefined
  /** How many revisions there are of each information class. */
  readonly counted: ReadonlyMap<InformationClass, number>
}

/**
 * The facts for a modification, by its number. Text and draft are those that the drafter may read: a revision goes on
 * from what was seen, and must not carry along what another class of readers holds.
 */
export function draftFacts(
  { modification }: { readonly modification: string },
  facts: Facts,
): DraftFacts {
  const revisions = facts.rows(draftsKept).filter(({ data }) => data.modification === modification)
  return {
    text: textOf(facts.asRead),
    draft: draftOnRecord(facts.asRead, modification),
    counted: new Map(
      [...Map.groupBy(revisions, (row) => row.class)].map(([of, rows]) => [of, rows.length]),
    ),
  }
}
