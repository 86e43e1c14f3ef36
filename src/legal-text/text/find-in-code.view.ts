// Finding words in the text: as in force on the day, ever, or in open proposals.

import { z } from 'zod'
import { type Day, printDay } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { lineOf } from '../engine/index.ts'
import { changesOf } from './changes-of-text.ts'
import { slugOf } from './cited-number.ts'
import { excerptOf, indexOfText } from './find-in-text.ts'
import { textAt } from './text-at.ts'

const places = ['on-the-day', 'ever', 'in-proposals'] as const

const gives = z.object({
  q: z.string(),
  where: z.enum(places),
  total: z.int().meta({ description: 'How many are shown; at most 100' }),
  results: z.array(
    z.object({
      number: z.string(),
      heading: z.string(),
      excerpt: z.string(),
      href: z.string(),
      /** For words that no longer stand, or of a proposal: when, or whose. */
      when: z.string(),
    }),
  ),
})
export type FoundInCode = z.infer<typeof gives>

/** What is proposed: the new words of a provision, and the proposal whose they are. */
export interface ProposedWords {
  readonly reference: string
  readonly href: string
  readonly number: string
  readonly words: string
}

/** The new words of open proposals that this viewer may read. */
export type WordsProposed = (reading: Reading) => readonly ProposedWords[]

const most = 100

const howFar = 'Give the distance in words as a whole number from 1 to 200'
const distance = z.coerce.number({ error: howFar }).int(howFar).min(1, howFar).max(200, howFar)

/** The view that searches the text; `proposed` tells of open proposals. */
export function findInCodeView(proposed: WordsProposed) {
  return view({
    name: 'find-in-code',
    at: '/code/search',
    title: 'Find in the Code',
    says: 'Provisions that hold all the words asked for and all "phrases in quotes": as in force on the day, in any text the Code ever had, or in open proposals. Exact numbers, definitions and headings come first.',
    asked: z.object({
      q: z
        .string()
        .trim()
        .max(200, 'Ask in 200 characters at most')
        .default('')
        .meta({ label: 'Words, or a "phrase"' }),
      where: z
        .enum(places, { error: `Ask for one of ${places.join(', ')}` })
        .default('on-the-day')
        .meta({ label: 'Where' }),
      near: z
        .preprocess((given) => (given === '' ? undefined : given), distance.optional())
        .meta({ label: 'Within so many words of each other' }),
    }),
    gives,
    answer(reading, { q, where, near }) {
      const results = q === '' ? [] : found(reading, q, where, near, proposed)
      return { q, where, total: results.length, results: [...results] }
    },
  })
}

type Found = FoundInCode['results']

function found(
  reading: Reading,
  q: string,
  where: (typeof places)[number],
  near: number | undefined,
  proposed: WordsProposed,
): Found {
  if (where === 'in-proposals') return inProposals(proposed(reading), q)
  const at = textAt(reading)
  if (!at) return []
  const { text, numbers, day } = at
  const answers = indexOfText(text).search(q, {
    most,
    ...(where === 'on-the-day' ? { on: day } : {}),
    ...(near === undefined ? {} : { near }),
  })
  return answers.map(({ entry }) => {
    const standing = numbers.tree(entry.id)
    const number = standing
      ? numbers.numberOf(entry.id)
      : (changesOf(text).stretchesOf(entry.id).at(-1)?.number ?? '')
    const stands = standing?.own === entry.own
    return {
      number,
      heading: entry.own.heading ? lineOf({ ...entry.own, label: null, lead: [], tail: [] }) : '',
      excerpt: excerptOf(lineOf({ ...entry.own, label: null, heading: null }), q),
      href: stands ? numbers.addressOf(entry.id) : thenHref(entry.from, number, entry.id),
      when: stands
        ? ''
        : `stood from ${printDay(entry.from as Day)}${entry.to ? ` until ${printDay(entry.to as Day)}` : ''}`,
    }
  })
}

const thenHref = (from: string, number: string, id: string) =>
  `/code/${number ? slugOf(number) : id}?as-of=${from}`

function inProposals(words: readonly ProposedWords[], q: string): Found {
  const asked = q.toLowerCase().match(/"[^"]+"|\S+/g) ?? []
  const wanted = asked.map((word) => word.replaceAll('"', '').trim()).filter(Boolean)
  return words
    .filter(({ words: text, number }) => {
      const plain = `${number} ${text}`.toLowerCase()
      return wanted.every((word) => plain.includes(word))
    })
    .slice(0, most)
    .map(({ reference, href, number, words: text }) => ({
      number,
      heading: '',
      excerpt: excerptOf(text, q),
      href,
      when: `proposed by ${reference}`,
    }))
}
