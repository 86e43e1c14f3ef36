// One file of a rulebook: what a code's governance says from a day, as data. A later file overlays an earlier one
// entry by entry; an entry of null is taken out from that day.
import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { isKnownDate, type KnownDate } from '#calendar/known-date.ts'
import { valueFromYaml } from '#rulebook/yaml-text.ts'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  message: "Expected a lasting id in small letters, digits and hyphens, such as 'change-board'",
})
const ruleName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, {
  message: "Expected the name of a rule in one word, such as 'proposerIsAParty'",
})
const parameterName = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/, {
  message: "Expected a lasting name in words joined by dots, such as 'panel.yearReportDue'",
})
const knownDate = z.custom<KnownDate>(isKnownDate, {
  message:
    "Expected a date as far as it is known, in quotes where only the year is: 2016-07, '2016', ../2014-07 or ..",
})

const evidenceFields = {
  clause: text.optional(),
  clauseConfidence: z.enum(['recalled', 'assumed']).optional(),
  confidence: z.enum(['seen', 'recalled', 'assumed']),
  grade: z.enum(['high', 'medium', 'low']).optional(),
  source: id,
  note: text.optional(),
}
const datedFields = { opens: knownDate.optional(), closes: knownDate.optional() }

/** How sure we are of an entry, how well recalled it is where it is recalled, and where it comes from. */
export interface Evidence {
  readonly clause?: string | undefined
  /** Given where we are less sure of the clause than of the rest. */
  readonly clauseConfidence?: 'recalled' | 'assumed' | undefined
  readonly confidence: 'seen' | 'recalled' | 'assumed'
  readonly grade?: 'high' | 'medium' | 'low' | undefined
  readonly source: string
  readonly note?: string | undefined
}

function gradedIfRecalled(
  entry: { confidence?: string | undefined; grade?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (entry.grade !== undefined && entry.confidence !== 'recalled')
    context.addIssue({
      code: 'custom',
      path: ['grade'],
      message: `Expected a grade only with the confidence 'recalled', but this entry is ${entry.confidence ? `'${entry.confidence}'` : 'without one'}`,
    })
}

const cell = z.union([z.number(), z.string(), z.boolean(), z.null()])
const row = z.record(text, cell)
const parameterValue = z.union([
  z.number(),
  text,
  z.boolean(),
  z.array(z.union([z.number(), text])).min(1),
  z.array(row).min(1),
])

/** The units in which a parameter may be stated; money is in whole units of the code's currency, such as pounds. */
const units = [
  'Working Days',
  'days',
  'weeks',
  'months',
  'years',
  'hours',
  'time of day',
  'day of the month',
  'money',
  'percent',
  'people',
  'votes',
  'meetings',
  'premises',
  'points',
] as const

const parameter = z
  .strictObject({
    says: text,
    value: parameterValue.optional(),
    unknown: z.enum(['number', 'text', 'flag', 'list', 'table']).optional(),
    unit: z.enum(units).optional(),
    ...evidenceFields,
    confidence: evidenceFields.confidence.optional(),
    source: id.optional(),
  })
  .superRefine((entry, context) => {
    gradedIfRecalled(entry, context)
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if ((entry.value === undefined) === (entry.unknown === undefined))
      fault('value', "Expected either a value, or 'unknown:' with the kind of value that is wanted")
    if (entry.value === undefined && entry.confidence)
      fault('confidence', 'Expected no confidence in a value that is not known')
    if (entry.value !== undefined && !entry.confidence)
      fault('confidence', "Expected how sure the value is: 'seen', 'recalled' or 'assumed'")
    if (entry.value !== undefined && !entry.source)
      fault('source', "Expected the id of the source of the value, as listed in the code's sources")
  })

const evident = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .strictObject({ ...shape, ...evidenceFields })
    .superRefine((entry, context) => gradedIfRecalled(entry as Evidence, context))

const partyCategory = evident({
  label: text,
  plural: text,
  says: text,
  synonyms: z.array(text).optional(),
  ...datedFields,
})

const body = evident({
  name: text,
  short: text.optional(),
  kind: z.enum([
    'panel',
    'sub-committee',
    'working-group',
    'expert-pool',
    'company-board',
    'forum',
    'forum-sub-group',
  ]),
  remit: text,
  decides: z.enum(['determine', 'recommend', 'advise', 'none']),
  powers: z
    .array(
      z.strictObject({
        power: text,
        mode: z.enum(['determine', 'recommend', 'advise']),
        clause: text.optional(),
        appealTo: id.optional(),
      }),
    )
    .optional(),
  partOf: id.optional(),
  ...datedFields,
})

const seat = evident({
  kind: id,
  label: text.optional(),
  number: z.number().int().min(0).optional(),
  perVotingGroup: z.boolean().optional(),
  categories: z.array(id).optional(),
  filledBy: z
    .enum(['election', 'appointment', 'nomination', 'application', 'contract', 'office'])
    .optional(),
  termMonths: z.number().int().positive().optional(),
  votes: z.enum(['one', 'casting', 'none']).optional(),
  ...datedFields,
})

const path = evident({
  name: text,
  says: text,
  decider: id,
  recommendedBy: id.optional(),
  ...datedFields,
})

const objective = evident({
  kind: z.enum(['general', 'transition', 'charging']),
  order: z.number().int().positive(),
  letter: text.optional(),
  text,
  ...datedFields,
})

const informationClass = evident({
  label: text,
  rank: z.number().int().min(0),
  audience: z.enum(['anyone', 'parties', 'bodies', 'named']),
  says: text,
  ...datedFields,
})

const informationDefault = evident({ class: id, says: text })
const ruleClause = evident({ clause: text })

const overlaid = <Key extends z.ZodString, Entry extends z.ZodType>(key: Key, entry: Entry) =>
  z.record(key, entry.nullable()).optional()

const sections = z.strictObject({
  parameters: overlaid(parameterName, parameter),
  partyCategories: overlaid(id, partyCategory),
  outsideCounts: overlaid(id, partyCategory),
  bodies: overlaid(id, body),
  seats: overlaid(id, z.array(seat)),
  paths: overlaid(id, path),
  objectives: overlaid(id, objective),
  informationClasses: overlaid(id, informationClass),
  informationDefaults: overlaid(id, informationDefault),
  clauses: overlaid(ruleName, ruleClause),
  housekeeping: z.array(ruleName).optional(),
})

/** What a rulebook file may hold; every part may be absent. */
export type Sections = z.output<typeof sections>
export type ParameterValue = z.output<typeof parameterValue>
export type ParameterRow = z.output<typeof row>

/** One file of a rulebook, with the day from which it holds and the way to the line of each entry. */
export interface RulebookFile {
  readonly date: Day
  readonly file: string
  readonly sections: Sections
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** The rulebook file that a YAML text holds. Throws one Error that names every fault by file, line and path. */
export function rulebookFileFrom(yaml: string, file: string, date: Day): RulebookFile {
  const { value, lineOf } = valueFromYaml(yaml, file, sections)
  return { date, file, sections: value, lineOf }
}
