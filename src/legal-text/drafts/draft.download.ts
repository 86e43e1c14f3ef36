// A draft as files of its own: an amending document, and its instructions. Its redline is that of any two texts:
// /code/redline?from=baseline:NUMBER&to=draft:NUMBER

import type { Reading } from '#reading/reading.ts'
import { type AnyDownload, download } from '#web/page.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { amendingDocumentOf } from './amending-document.ts'
import { draftView } from './draft.view.ts'
import { type DraftedText, draftedText } from './drafted-text.ts'
import { type DraftOnRecord, draftOnRecord } from './drafts-on-record.ts'
import { instructionsInWords } from './instructions.ts'

interface Taken {
  readonly text: TextOnRecord
  readonly draft: DraftOnRecord
  readonly texts: DraftedText
  readonly title: string
}

function ofDraft(
  name: string,
  type: string,
  label: string,
  body: (taken: Taken, reading: Reading) => string | Uint8Array,
): AnyDownload {
  return download({
    view: draftView,
    at: `/code/drafts/:draft/${name}`,
    type,
    label,
    file: ({ modification }, { reading }) => {
      const text = textOf(reading)
      const draft = draftOnRecord(reading, modification, reading.asOf)
      const texts = text && draft && draftedText(text, draft.latest)
      const stem = name.slice(0, name.lastIndexOf('.'))
      return {
        name: `${reading.code}-${modification}-${stem}`,
        body: texts
          ? body(
              {
                text,
                draft,
                texts,
                title: `Draft of ${modification}: ${draft.latest.data.title}`,
              },
              reading,
            )
          : 'The text that the draft amends is not on record as far as you may read it.',
      }
    },
  })
}

export const draftDownloads: readonly AnyDownload[] = [
  ofDraft(
    'amendment.xml',
    'application/akn+xml; charset=utf-8',
    'An amending document in Akoma Ntoso',
    ({ text, texts, draft }, reading) => amendingDocumentOf(text, draft, texts, reading),
  ),
  ofDraft(
    'instructions.txt',
    'text/plain; charset=utf-8',
    'Instructions',
    ({ text, texts, draft, title }) => {
      const said = instructionsInWords(text.store, texts.base, draft.latest.data.ops)
      return `${title}\n\n${said.map((one, at) => `${at + 1}. ${one}`).join('\n')}\n`
    },
  ),
]
