// A draft as files: its redline in Word with tracked changes, as a page that stands alone and as text; its instructions.

import { type AnyDownload, download } from '#web/page.ts'
import { writeDocxRedline, writeHtmlRedline, writeTextRedline } from '../engine/formats/index.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
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
  body: (taken: Taken, code: string) => string | Uint8Array,
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
              reading.code,
            )
          : 'The text that the draft amends is not on record as far as you may read it.',
      }
    },
  })
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const draftDownloads: readonly AnyDownload[] = [
  ofDraft('redline.docx', word, 'Word, with tracked changes', ({ text, texts, draft }, code) =>
    writeDocxRedline(texts.base, texts.root, text.store.lexicon, {
      author: `${code}, draft of ${draft.modification}`,
      date: `${draft.latest.data.recordedAt.slice(0, 10)}T00:00:00Z`,
      moves: 'tracked',
    }),
  ),
  ofDraft(
    'redline.html',
    'text/html; charset=utf-8',
    'A page that stands alone',
    ({ text, texts, title, draft }) =>
      writeHtmlRedline(texts.base, texts.root, text.store.lexicon, {
        title,
        before: `the text in force on ${draft.latest.data.baseline.day}`,
        after: 'the text as drafted',
      }),
  ),
  ofDraft('redline.txt', 'text/plain; charset=utf-8', 'Text', ({ text, texts }) =>
    writeTextRedline(texts.base, texts.root, text.store.lexicon),
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
