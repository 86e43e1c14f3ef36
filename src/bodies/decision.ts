// A decision: what a body, or somebody outside who decides under the code, resolved on a subject.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'

export type DecisionTaken = Event<
  'DecisionTaken',
  {
    readonly reference: string
    /** What it is about: the number of a proposal, a document, a body. */
    readonly subject: string
    /** The id of the body, or of the one outside who decides. */
    readonly body: string
    readonly decision: DecisionWord
    readonly on: KnownDate
    /** The reference of the meeting at which it was taken. */
    readonly meeting: string | null
    readonly notes: string | null
  }
>

export type DecisionEvent = DecisionTaken

/** What can be decided, and how it is read. */
export const decisionWords = {
  approved: 'Approved',
  rejected: 'Rejected',
  'recommended-approval': 'Recommended approval',
  'recommended-rejection': 'Recommended rejection',
  recommended: 'Recommended, way not stated',
  'sent-back': 'Sent back',
  deferred: 'Deferred',
  noted: 'Noted',
} as const
export type DecisionWord = keyof typeof decisionWords

export function isDecisionWord(word: string): word is DecisionWord {
  return Object.hasOwn(decisionWords, word)
}

/** What rules need to know of a decision's past. */
export interface Decision {
  readonly taken: boolean
}

export const noDecision: Decision = { taken: false }

export function evolveDecision(_decision: Decision, event: DecisionEvent): Decision {
  switch (event.type) {
    case 'DecisionTaken':
      return { taken: true }
  }
}
