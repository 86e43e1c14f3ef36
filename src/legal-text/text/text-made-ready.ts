// What the pages of the text need and keep, made before anybody waits for it: one piece after another, with pauses.

import type { Reading } from '#reading/reading.ts'
import { changesOf } from './changes-of-text.ts'
import { indexOfText } from './find-in-text.ts'
import { linkedContent } from './links-in-text.ts'
import { textAt } from './text-at.ts'

/** The text as it stands, its numbers, links and changes, and the index of all that it ever said. */
export function* textMadeReady(reading: Reading): Generator<void, void, void> {
  const at = textAt(reading)
  if (!at) return
  yield
  linkedContent(at.root)
  yield
  changesOf(at.text)
  yield
  indexOfText(at.text)
}
