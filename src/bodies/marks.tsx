// Marks of this room: how a body stands on the day, what was decided, and how we know.

import type { ComponentChildren, JSX } from 'preact'
import { notKnown } from '#calendar/known-date.ts'
import type { Basis } from '#journal/entry.ts'
import { BasisMark, PossiblyMark, StateMark, type Tone } from '#web/marks.tsx'
import type { BodyInList } from './bodies.view.ts'
import type { DecisionWord } from './decision.ts'

/** Whether a body is established, in the word of its source where that has one. */
export function StandingMark({
  standing,
  status,
}: Pick<BodyInList, 'standing' | 'status'>): JSX.Element {
  switch (standing) {
    case 'established':
      return <StateMark word={status ? capital(status) : 'Status not stated'} tone="open" />
    case 'possibly':
      return <StateMark word="Possibly established" tone="due" />
    case 'not-yet':
      return <StateMark word="Not yet established" tone="ended" />
    case 'not-on-record':
      return <StateMark word="Not on record" tone="ended" />
  }
}

const tones: Record<DecisionWord, Tone> = {
  approved: 'approved',
  rejected: 'rejected',
  'recommended-approval': 'approved',
  'recommended-rejection': 'rejected',
  recommended: 'open',
  'sent-back': 'due',
  deferred: 'due',
  noted: 'ended',
}

export function DecisionMark({
  decision,
  words,
}: {
  decision: DecisionWord
  words: string
}): JSX.Element {
  return <StateMark word={words} tone={tones[decision]} />
}

/** How a fact is known, as the link to its entries. */
export function KnownBy({ basis, href }: { basis: Basis; href: string }): JSX.Element {
  return (
    <a href={href}>{basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}</a>
  )
}

/** A date in words; where it leaves open whether the thing had happened by the day, it says so. */
export function When({
  date,
  holds,
}: {
  date: { words: string; date: string }
  holds: 'certainly' | 'possibly' | 'not'
}): JSX.Element {
  if (holds === 'not') return <>{date.words}, after the day shown</>
  if (holds === 'certainly') return <span>{date.words}</span>
  return date.date === notKnown ? (
    <PossiblyMark because="the source gives no date">by this day</PossiblyMark>
  ) : (
    <PossiblyMark because={`known: ${date.words}`}>by this day</PossiblyMark>
  )
}

/** Something that only possibly holds on the day, and why. */
export function Perhaps({
  since,
  children,
}: {
  since: { words: string; date: string }
  children: ComponentChildren
}): JSX.Element {
  const because = since.date === notKnown ? 'since when is not known' : `since ${since.words}`
  return <PossiblyMark because={because}>{children}</PossiblyMark>
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
