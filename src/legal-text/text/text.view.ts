// The whole text on a day, or one provision of it, to be read on one page or taken away in the formats of the trade.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { type ProvisionId, statisticsOf, type Tree } from '../engine/index.ts'
import { askedNumber } from './cited-number.ts'
import { calledOf } from './numbers-of-text.ts'
import { strangeRegions } from './regions.ts'
import { type TextAt, textAt } from './text-at.ts'
import { lineShown, linesOf } from './text-lines.ts'

const gives = z.object({
  title: z.string(),
  version: z.string().meta({ description: 'The root hash of the text' }),
  from: z.string().meta({ description: 'The first day on which it is so' }),
  until: z.string().nullable().meta({ description: 'The first day on which it is otherwise' }),
  provision: z.string().nullable(),
  provisions: z.int(),
  words: z.int(),
  references: z.int(),
  contents: z.array(z.object({ called: z.string(), href: z.string() })),
  lines: z.array(lineShown),
  illustrative: z.boolean(),
})
export type TextGiven = z.infer<typeof gives>

/** What may be asked of the text: all of it, or one provision; as in force in a region. */
export const textAsked = z.object({
  provision: z.string().trim().max(300).optional().meta({ label: 'Only this provision' }),
  region: z.string().trim().max(80).optional().meta({ label: 'Region' }),
  whole: z.enum(['yes']).optional().meta({ label: 'All words on this page' }),
})

export const textView = view({
  name: 'text-of-code',
  at: '/code/text',
  title: 'The text of the Code',
  says: 'The whole text in force on the day asked for, or one provision with all in it: its hash, its size, and its words where they are asked for.',
  asked: textAsked,
  gives,
  answer(reading, asked) {
    const found = textTaken(reading, asked)
    if (!found) return undefined
    const { at, tree } = found
    const { provisions, words, references } = statisticsOf(tree)
    const lines = asked.whole === 'yes' ? linesOf(tree, at) : []
    return {
      title: at.text.title,
      version: at.interval.version,
      from: at.interval.from,
      until: at.interval.to,
      provision: tree === at.root ? null : calledOf(tree, at.numbers.numberOf(tree.id)),
      provisions,
      words,
      references,
      contents: tree.kids
        .filter(({ own }) => own.heading || own.label)
        .map((one) => ({
          called: calledOf(one, at.numbers.numberOf(one.id)),
          href: at.numbers.addressOf(one.id),
        })),
      lines: [...lines],
      illustrative: [...at.text.effects.values()].some(({ basis }) => basis === 'illustrative'),
    }
  },
})

export interface TextTaken {
  readonly at: TextAt
  /** The whole, or the provision asked for. */
  readonly tree: Tree
  readonly day: Day
}

/** The text or the provision that is asked for; undefined where none stands. */
export function textTaken(
  reading: Reading,
  { provision, region }: { provision?: string | undefined; region?: string | undefined },
): TextTaken | undefined {
  if (region && strangeRegions(reading.rulebook, [region])) return undefined
  const at = textAt(reading, { region: region || undefined })
  if (!at) return undefined
  if (!provision) return { at, tree: at.root, day: at.day }
  const { numbers } = at
  const id =
    numbers.named(askedNumber(provision)) ?? numbers.named(provision) ?? (provision as ProvisionId)
  const tree = numbers.tree(id)
  return tree && { at, tree, day: at.day }
}
