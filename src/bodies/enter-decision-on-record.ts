// Enters a decision that a body took, from a source.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, perhaps, provenance, referenceField, said } from '#decision/on-record.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import { bodiesKept } from './bodies.view.ts'
import {
  type Decision,
  type DecisionEvent,
  type DecisionWord,
  decisionWords,
  evolveDecision,
  isDecisionWord,
  noDecision,
} from './decision.ts'

const input = z.object({
  reference: referenceField('the decision').meta({ label: 'Reference' }),
  subject: said('what was decided on').meta({
    label: 'Subject',
    hint: 'The number of a proposal, a document, or what else it was',
  }),
  body: referenceField('who decided').meta({
    label: 'Body',
    hint: 'The lasting id of the body, or of the one outside who decides under the code',
  }),
  decision: said('the decision')
    .transform((word) => word as DecisionWord)
    .meta({ label: 'Decision', hint: Object.keys(decisionWords).join(', ') }),
  on: knownDateField.meta({
    label: 'Decided on',
    hint: 'A day, or the date as far as it is known: 2016-10, 2016-04-01/2017-03-31, ..',
    kind: 'known-date',
  }),
  meeting: perhaps.meta({ label: 'Meeting', hint: 'Its reference, if known' }),
  notes: perhaps.meta({ label: 'Notes' }),
  ...provenance,
})
type EnterDecision = z.output<typeof input>
type DecisionRule = Rule<EnterDecision, Decision, { readonly onRecord: boolean }>

const decisionIsNew: DecisionRule = ({ reference }, { taken }) =>
  taken
    ? {
        says: `A decision with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
        instead: 'Give this decision a reference of its own',
      }
    : undefined

const deciderIsKnown: DecisionRule = ({ body }, _decision, { rulebook, facts }) => {
  const known = decidersIn(rulebook)
  return facts.onRecord || known.length === 0 || known.includes(body)
    ? undefined
    : {
        says: `Nobody who decides under the code is named ${body}`,
        field: 'body',
        expected: known.join(', '),
        came: body,
        instead: 'Name one of these, or enter the body first',
      }
}

const decisionWordIsKnown: DecisionRule = ({ decision }) =>
  isDecisionWord(decision)
    ? undefined
    : {
        says: 'The decision is none of the words in which decisions are kept',
        field: 'decision',
        expected: Object.keys(decisionWords).join(', '),
        came: decision,
      }

export const enterDecisionOnRecord = command<
  EnterDecision,
  Decision,
  DecisionEvent,
  { readonly onRecord: boolean }
>({
  name: 'enter-decision-on-record',
  at: 'POST /decisions',
  title: 'Enter a decision on record',
  why: 'A decision is the act of the body that took it: it stands on that body’s page, and the year’s report counts it.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `decision:${reference}`,
  starting: noDecision,
  evolve: evolveDecision,
  facts: ({ body }, facts) => ({ onRecord: facts.row(bodiesKept, body) !== undefined }),
  rules: { decisionIsNew, deciderIsKnown, decisionWordIsKnown },
  class: 'white',
  decide: ({ basis: _basis, source: _source, ...decision }) => [
    { type: 'DecisionTaken', data: decision, effectiveFrom: decision.on },
  ],
  shownAt: ({ reference }) => `/decisions/${reference}`,
})

/** The ids of all who decide anything under the code: its bodies, and those outside whom a path or an appeal leads to. */
export function decidersIn({ bodies, paths }: Pick<Rulebook, 'bodies' | 'paths'>): string[] {
  const appeals = bodies.flatMap(({ powers = [] }) => powers.map(({ appealTo }) => appealTo))
  const named = [
    ...bodies.map(({ id }) => id),
    ...paths.flatMap(({ decider, recommendedBy }) => [decider, recommendedBy]),
    ...appeals,
  ]
  return [...new Set(named.filter((id) => id !== undefined))]
}
