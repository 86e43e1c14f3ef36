// A draft as an amending document in Akoma Ntoso: its operations, each also an instruction in words.

import type { Reading } from '#reading/reading.ts'
import { writeAknAmendment } from '../engine/formats/index.ts'
import { aknPlace } from '../text/akn-place.ts'
import { whenOf } from '../text/starting.ts'
import type { TextOnRecord } from '../text/text-on-record.ts'
import type { DraftedText } from './drafted-text.ts'
import type { DraftOnRecord } from './drafts-on-record.ts'

/** The document in XML. */
export function amendingDocumentOf(
  text: TextOnRecord,
  draft: DraftOnRecord,
  texts: DraftedText,
  { code, rulebook }: Pick<Reading, 'code' | 'rulebook'>,
): string {
  const place = aknPlace(rulebook)
  const { title, ops, layer, starts, baseline, recordedAt } = draft.latest.data
  const recorded = recordedAt.slice(0, 10)
  return writeAknAmendment(
    text.store,
    texts.base,
    {
      ops,
      layer,
      mode: layer === 'permanent' ? 'amend' : 'vary',
      starts: whenOf(starts, text.began),
    },
    {
      ...place,
      name: `${code}-${draft.modification}`,
      title: `Draft of ${draft.modification}: ${title}`,
      author: code,
      workDate: recorded,
      expressionDate: recorded,
      manifestationDate: recorded,
      amends: `/akn/${place.country}/act/${text.began}/${code}/${place.language}@${baseline.day}`,
    },
  )
}
