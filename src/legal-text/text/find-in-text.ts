// Searching every text that the Code ever had: an index of each distinct text of a provision, made once for a record.

import { type DatedVersion, newReader, newSearchIndex, type SearchIndex } from '../engine/index.ts'
import type { TextOnRecord } from './text-on-record.ts'

const made = new WeakMap<TextOnRecord, SearchIndex>()

/** The index of a text on record, with every version in it. */
export function indexOfText(text: TextOnRecord): SearchIndex {
  const before = made.get(text)
  if (before) return before
  const versions = text.timeline
    .intervals()
    .map(({ from, version }): DatedVersion => ({ from, root: text.store.root(version) }))
  const fresh = newSearchIndex(newReader(versions).entries(), text.store.lexicon)
  made.set(text, fresh)
  return fresh
}

/** Words around the first of those asked for, at most about 240 characters. */
export function excerptOf(words: string, query: string): string {
  const plain = words.toLowerCase()
  const asked = query
    .toLowerCase()
    .replaceAll('"', ' ')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => plain.indexOf(word))
    .filter((at) => at >= 0)
  const first = asked.length > 0 ? Math.min(...asked) : 0
  const from = Math.max(0, words.lastIndexOf(' ', Math.max(0, first - 90)))
  const cut = words.slice(from, from + 240).trim()
  return `${from > 0 ? '… ' : ''}${cut}${from + 240 < words.length ? ' …' : ''}`
}
