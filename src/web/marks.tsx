// Marks: what a thing's standing is, in a word first, then a shape, then a colour.

import type { ComponentChildren, JSX } from 'preact'

/** How a state stands to the reader. The word is the field's; the tone only gives it shape and colour. */
export type Tone = 'open' | 'due' | 'approved' | 'rejected' | 'restricted' | 'ended'

/** The state of a thing in its own word, such as 'Refinement' or 'Approved'. */
export function StateMark({ word, tone }: { word: string; tone: Tone }): JSX.Element {
  return (
    <span class={`mark tone-${tone}`}>
      <Shape tone={tone} />
      {word}
    </span>
  )
}

/** How a fact came to be in the record when it was not entered by the office as it happened. */
export type Basis = 'on-record' | 'known-by-count' | 'illustrative' | 'not-known'

const basisWords: Record<Basis, { word: string; meaning: string }> = {
  'on-record': { word: 'On record', meaning: 'taken from a published source, not decided here' },
  'known-by-count': { word: 'Known by count', meaning: 'the source gives the total only' },
  illustrative: { word: 'Illustrative', meaning: 'invented for the demonstration' },
  'not-known': { word: 'Not known from the source', meaning: 'the source does not say' },
}

/** The basis of a fact in a word, with what the word means for those who ask. */
export function BasisMark({ basis }: { basis: Basis }): JSX.Element {
  const { word, meaning } = basisWords[basis]
  return (
    <abbr class={`mark basis basis-${basis}`} title={meaning}>
      {word}
    </abbr>
  )
}

/** The information class of a paper or fact. `label` is the code's own word; `open` when anybody may read it. */
export function ClassMark({ label, open }: { label: string; open: boolean }): JSX.Element {
  return (
    <span class={`mark ${open ? 'tone-ended' : 'tone-restricted'}`}>
      <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path class="shape-filled" d="M2 5.5h8V11H2z" />
        <path
          class="shape-line"
          d={open ? 'M4 5.5V3.2a2 2 0 0 1 3.9-.6' : 'M4 5.5V3.2a2 2 0 0 1 4 0v2.3'}
        />
      </svg>
      <span>
        <span class="unseen">Information class: </span>
        {label}
      </span>
    </span>
  )
}

/** A state that may or may not hold on the day asked, because its dates are known in part. */
export function PossiblyMark({
  because,
  children,
}: {
  because: string
  children: ComponentChildren
}): JSX.Element {
  return (
    <span class="possibly">
      <b>Possibly</b> {children} <span class="possibly-why">({because})</span>
    </span>
  )
}

/** How sure the office is of a rule or figure of the rulebook. */
export type Confidence = 'seen' | 'recalled' | 'assumed'

const confidenceWords: Record<Confidence, { tone: Tone; meaning: string }> = {
  seen: { tone: 'approved', meaning: 'read in the source' },
  recalled: { tone: 'due', meaning: 'not yet checked against the source' },
  assumed: { tone: 'open', meaning: 'assumed until somebody confirms it' },
}

/** Seen, Recalled or Assumed; the last two also say that nobody has verified them. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }): JSX.Element {
  const { tone, meaning } = confidenceWords[confidence]
  return (
    <span class={`mark tone-${tone}`}>
      <Shape tone={tone} />
      <abbr title={meaning}>{confidence[0]?.toUpperCase() + confidence.slice(1)}</abbr>
      {confidence !== 'seen' && <span class="mark-note">unverified</span>}
    </span>
  )
}

const shapes: Record<Tone, JSX.Element> = {
  open: <circle class="shape-line" cx="6" cy="6" r="4.5" />,
  due: <path class="shape-filled" d="M6 .8 11.6 11H.4z" />,
  approved: (
    <>
      <circle class="shape-filled" cx="6" cy="6" r="5.6" />
      <path class="shape-cut" d="m3.3 6.2 2 2 3.5-4.1" />
    </>
  ),
  rejected: (
    <>
      <path class="shape-filled" d="M.6.6h10.8v10.8H.6z" />
      <path class="shape-cut" d="m3.6 3.6 4.8 4.8m0-4.8L3.6 8.4" />
    </>
  ),
  restricted: <path class="shape-filled" d="M6 .3 11.7 6 6 11.7.3 6z" />,
  ended: <path class="shape-line" d="M1.5 6h9" />,
}

/** The shape of a tone; silent to screen readers, since the word beside it says the same. */
export function Shape({ tone }: { tone: Tone }): JSX.Element {
  return (
    <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  )
}
