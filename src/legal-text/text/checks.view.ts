// What a check of references and defined terms finds in the text of a day.

import { z } from 'zod'
import { view } from '#reading/view.ts'
import {
  check,
  type Finding,
  type FindingKind,
  type ProvisionId,
  type Tree,
} from '../engine/index.ts'
import { askedNumber } from './cited-number.ts'
import { calledOf } from './numbers-of-text.ts'
import { type TextAt, textAt } from './text-at.ts'

const levels = ['error', 'warning', 'info'] as const

export const findingShown = z.object({
  level: z.enum(levels),
  kind: z.string(),
  provision: z.string(),
  href: z.string(),
  words: z.string(),
  sentence: z.string(),
  other: z.object({ called: z.string(), href: z.string() }).nullable(),
})
export type FindingShown = z.infer<typeof findingShown>

/** What each kind of finding says of the words concerned. */
const sentences: Record<FindingKind, string> = {
  'target-absent': 'refers to what does not stand in this text',
  'target-repealed': 'refers to what has been repealed',
  'target-not-found': 'refers to something that was not found',
  'number-differs': 'is printed, but what is meant has another number',
  'target-varied': 'refers to what is under a variation',
  'range-gap': 'is a range with a gap in it',
  'term-defined-twice': 'is defined a second time in one place',
  'term-never-used': 'is defined and never used',
  'term-in-small-letters': 'is defined, and used in small letters only',
  'term-not-defined': 'is written as a defined term, and not defined',
  'term-other-scope': 'is defined for another part of the text only',
  'definitions-without-definition': 'is a clause of definitions in which none was found',
  'number-twice': 'is the number of two provisions',
}

const most = 500

export const checksView = view({
  name: 'checks',
  at: '/code/checks',
  title: 'References and defined terms',
  says: 'What does not hold of the references and defined terms in the text of the day, or of one provision, the gravest first.',
  asked: z.object({
    provision: z.string().trim().max(300).optional().meta({ label: 'Only this provision' }),
    level: z
      .enum(levels, { error: `Ask for one of ${levels.join(', ')}` })
      .default('warning')
      .meta({ label: 'The least grave that is told' }),
  }),
  gives: z.object({
    findings: z.array(findingShown),
    counts: z.array(z.object({ level: z.enum(levels), count: z.int() })),
    provision: z.string().nullable(),
    level: z.enum(levels),
  }),
  answer(reading, { provision, level }) {
    const at = textAt(reading)
    if (!at) return undefined
    const { numbers } = at
    const scope = provision
      ? (numbers.named(askedNumber(provision)) ??
        numbers.named(provision) ??
        (provision as ProvisionId))
      : undefined
    if (scope !== undefined && !numbers.tree(scope)) return undefined
    const all = findingsOf(at, scope)
    const told = levels.slice(0, levels.indexOf(level) + 1)
    return {
      findings: levels
        .filter((one) => told.includes(one))
        .flatMap((one) => all.filter((finding) => finding.level === one))
        .slice(0, most)
        .map((finding) => shownFinding(finding, at)),
      counts: levels.map((one) => ({
        level: one,
        count: all.filter((finding) => finding.level === one).length,
      })),
      provision: provision || null,
      level,
    }
  },
})

const made = new WeakMap<Tree, Map<string, readonly Finding[]>>()

/** The findings of a text, made once for each root, scope and what is varied. */
function findingsOf(at: TextAt, scope: ProvisionId | undefined): readonly Finding[] {
  const varied = new Set<ProvisionId>(
    at.effects
      .filter(({ layer }) => layer === 'variation')
      .flatMap(({ provisions }) => provisions)
      .flatMap((cited) => at.numbers.named(cited) ?? []),
  )
  const known = made.get(at.root) ?? new Map<string, readonly Finding[]>()
  made.set(at.root, known)
  const key = `${scope ?? ''} ${[...varied].sort().join(' ')}`
  const before = known.get(key)
  if (before) return before
  const fresh = check(at.root, scope === undefined ? { varied } : { scope, varied })
  known.set(key, fresh)
  return fresh
}

/** A finding as a sentence about the words concerned, with where they stand. */
export function shownFinding(
  { level, kind, id, words, other }: Finding,
  { numbers }: Pick<TextAt, 'numbers'>,
): FindingShown {
  const target = other && numbers.tree(other)
  return {
    level,
    kind,
    provision: numbers.numberOf(id) || nearestNumber(id, numbers),
    href: numbers.addressOf(id),
    words,
    sentence: `“${words}” ${sentences[kind]}`,
    other: target
      ? {
          called: calledOf(target, numbers.numberOf(target.id)),
          href: numbers.addressOf(target.id),
        }
      : null,
  }
}

function nearestNumber(id: ProvisionId, numbers: TextAt['numbers']): string {
  const above = numbers
    .pathOf(id)
    .toReversed()
    .find((one) => numbers.numberOf(one.id) !== '')
  return above ? `in ${numbers.numberOf(above.id)}` : 'the text'
}
