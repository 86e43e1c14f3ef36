// One sentence that says where a proposal stands, and how far the record tells what comes next.

import { printDay } from '#calendar/day.ts'
import { type KnownDate, printWhen } from '#calendar/known-date.ts'
import type { ShownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import type { ModificationShown } from './modification-shown.ts'

/** Where the proposal stands on the day it was asked for, in a sentence or two. */
export function headlineOf(
  { stands, raised, outcomes }: ModificationShown,
  { asOf }: Pick<Reading, 'asOf'>,
): string {
  const { certainly, possibly } = stands
  if (stands.raised === 'not')
    return `Not yet raised on ${printDay(asOf)}; it was raised ${when(raised)}.`
  const perhaps = possibly.map(({ words, since }) => `${lowered(words)} (${since.words})`)
  if (!certainly)
    return `The record does not tell for certain where it stood on ${printDay(asOf)}: possibly ${inWords(perhaps)}.`
  const next = perhaps.length > 0 ? ` Possibly ${inWords(perhaps)}.` : ''
  const { implementation } = outcomes
  if (implementation?.holds === 'certainly') {
    const version = implementation.outcome ? ` in version ${implementation.outcome}` : ''
    return `Implemented${version} ${when(implementation.on)}.${next}`
  }
  if (certainly.statedFor) {
    const how = howStated(certainly.statedBasis)?.startsWith('inferred') ? ', by inference' : ''
    return `${certainly.words}, as it stood ${when(certainly.statedFor)}${how}. What comes next is not on record.`
  }
  return `${certainly.words} ${when(certainly.since)}.${next || ' What comes next is not on record.'}`
}

/** How a standing looks; its words tell. */
export type Tone = 'open' | 'due' | 'approved' | 'rejected' | 'ended'

/** The shape and colour of a standing, from the words in which it is told. */
export function toneOf(words: string): Tone {
  if (/^(possibly|not yet)/i.test(words)) return 'ended'
  if (/reject|refus/i.test(words)) return 'rejected'
  if (/withdraw|cancel/i.test(words)) return 'ended'
  if (/^recommend/i.test(words)) return 'due'
  return /approved|implemented/i.test(words) ? 'approved' : 'open'
}

/** How a status is known, where there is more to say than that a source states it. */
export function howStated(basis: string | null): string | undefined {
  return basis === null || basis === 'stated' ? undefined : basis
}

const when = ({ date }: ShownDate) => printWhen(date as KnownDate)

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`
}

// A name of its own keeps its capital: 'Refinement Process', 'SMETS'.
function lowered(words: string): string {
  return /^\S+ [A-Z]/.test(words) ? words : words[0]!.toLowerCase() + words.slice(1)
}
