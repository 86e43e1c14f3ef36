// The parts in which a draft is shown, on its page and while it is typed.

import type { ComponentChildren, JSX } from 'preact'
import { Shape, StateMark, type Tone } from '#web/marks.tsx'
import type { Showing } from '#web/page.ts'
import { OneColumn, RedlineShown } from '../text/redline.page.tsx'
import type { DraftShown } from './draft.view.ts'

export const gradeTones: Readonly<Record<number, Tone>> = {
  1: 'rejected',
  2: 'due',
  3: 'due',
  4: 'open',
  5: 'open',
  6: 'restricted',
  7: 'restricted',
}

/** A grade as its number, its word and a shape. */
export const GradeMark = ({ grade, word }: { grade: number; word: string }): JSX.Element => (
  <StateMark word={`${grade} ${word}`} tone={gradeTones[grade] ?? 'open'} />
)

type Link = Showing['link']

/** What the drafter said, one instruction after the other, each with what it strikes and puts in. */
export function Steps({ steps, link }: { steps: DraftShown['steps']; link: Link }): JSX.Element {
  return (
    <ol class="draft-steps">
      {steps.map(({ instruction, lines }, at) => (
        <li key={`${at}`}>
          <p class="instruction">{instruction}</p>
          <div class="redline-lines prose">
            {lines.map((line, index) => (
              <OneColumn key={`${index}`} line={line} anchor={undefined} link={link} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

export function LeastChange({ redline, link }: { redline: DraftShown['redline']; link: Link }) {
  return redline.lines.length > 0 ? (
    <RedlineShown entries={redline.entries} lines={redline.lines} link={link} />
  ) : (
    <p>Nothing differs.</p>
  )
}

const levels = {
  error: { word: 'Error', tone: 'rejected' },
  warning: { word: 'Warning', tone: 'due' },
  info: { word: 'For information', tone: 'open' },
} as const

/** Findings of the checks that the draft brings, the gravest first. */
export function Findings({ findings }: { findings: DraftShown['findings'] }): JSX.Element {
  if (findings.length === 0)
    return (
      <p>
        The checks of references, defined terms and numbers find nothing that the text did not have
        before.
      </p>
    )
  const order = ['error', 'warning', 'info']
  const sorted = findings.toSorted(
    (one, other) => order.indexOf(one.level) - order.indexOf(other.level),
  )
  return (
    <ul class="draft-findings">
      {sorted.map(({ level, id, number, says }) => (
        <li key={`${id} ${says}`}>
          <StateMark {...levels[level]} /> {number && <b>{number}: </b>}
          {says}.
        </li>
      ))}
    </ul>
  )
}

/** Each consequence with the instruction that would make it; `act` draws what the operator may press. */
export function Consequences(props: {
  consequences: DraftShown['consequences']
  act?: (index: number) => ComponentChildren
}): JSX.Element {
  const { consequences, act } = props
  if (consequences.length === 0)
    return (
      <p>
        Nothing elsewhere refers to what it renumbers or repeals, and it leaves every term its uses.
      </p>
    )
  return (
    <ul class="draft-consequences">
      {consequences.map(({ id, says, instruction }, index) => (
        <li key={`${id} ${instruction}`}>
          {says}. It would be put right by:
          <p class="instruction">{instruction}</p>
          {act?.(index)}
        </li>
      ))}
    </ul>
  )
}

export function Clashes({
  clashes,
  link,
  of,
}: {
  clashes: DraftShown['clashes']
  link: Link
  of: string
}): JSX.Element {
  if (clashes.length === 0) return <p>It has nothing to do with any other open draft.</p>
  return (
    <ul class="draft-clashes">
      {clashes.map(({ with: other, title, grade, word, says, provisions }) => (
        <li key={other}>
          <GradeMark grade={grade} word={word} /> with{' '}
          <a href={link(`/code/drafts/${other}`)}>{other}</a>, {title}: {says}
          {provisions.some(({ number }) => number !== '') &&
            ` (${provisions
              .map(({ number }) => number)
              .filter(Boolean)
              .join(', ')})`}
          . <a href={link(`/code/merge?drafts=${of},${other}`)}>The two together</a>
        </li>
      ))}
    </ul>
  )
}

/** Words with a shape before them, where something must be done. */
export const Due = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <p class="draft-due tone-due">
    <Shape tone="due" /> {children}
  </p>
)
