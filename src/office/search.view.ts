// Search over everything that the rooms can find, as far as the viewer may see it.

import { z } from 'zod'
import type { Reading } from '#reading/reading.ts'
import { type AnyView, view } from '#reading/view.ts'
import type { Findable, Room } from '#web/room.ts'

const found = z.object({
  q: z.string(),
  total: z.int(),
  results: z.array(
    z.object({ href: z.string(), kind: z.string(), title: z.string(), words: z.string() }),
  ),
})
export type Found = z.infer<typeof found>

const shownAtMost = 100

/** The view that searches these rooms. */
export function searchView(rooms: readonly Room[]): AnyView {
  return view({
    name: 'search',
    at: '/search',
    title: 'Search',
    says: 'Everything on record that holds all the words asked for; titles and references first.',
    asked: z.object({
      q: z
        .string()
        .trim()
        .max(200, 'Ask in 200 characters at most')
        .default('')
        .meta({ label: 'Words' }),
    }),
    gives: found,
    answer: (reading, { q }) => search(rooms, reading, q),
  })
}

function search(rooms: readonly Room[], reading: Reading, q: string): Found {
  const words = plain(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return { q, total: 0, results: [] }
  const scored = rooms
    .flatMap((room) => room.findable?.(reading) ?? [])
    .map((findable) => ({ findable, score: scoreOf(findable, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || byTitle(one.findable, other.findable))
  return {
    q,
    total: scored.length,
    results: scored.slice(0, shownAtMost).map(({ findable }) => findable),
  }
}

/** Nothing where a word is missing; a word in the title counts more, at its beginning most. */
function scoreOf({ title, words, kind }: Findable, asked: readonly string[]): number {
  const inTitle = plain(title)
  const everywhere = plain(`${title} ${words} ${kind}`)
  let score = 0
  for (const word of asked) {
    if (!everywhere.includes(word)) return 0
    score += inTitle.startsWith(word) ? 4 : inTitle.includes(word) ? 2 : 1
  }
  return score
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const byTitle = (one: Findable, other: Findable) =>
  one.title < other.title ? -1 : one.title > other.title ? 1 : one.href < other.href ? -1 : 1
