// A refusal is an answer, not a failure: the rule, its sentence, its clause, and the way out.

import { z } from 'zod'
import type { Rulebook } from '#rulebook/rulebook.ts'
import type { Objection } from './command.ts'

/** The clause that a rule carries out, and how sure we are of it. */
export interface Clause {
  readonly clause: string
  readonly confidence: 'seen' | 'recalled' | 'assumed'
  readonly source: string
}

export interface Refusal extends Objection {
  /** The rule's lasting name; `form` where what was typed has not the right form. */
  readonly rule: string
  /** The clause that the rule carries out on that day; null for housekeeping. */
  readonly clause: Clause | null
}

export function refusal(rule: string, objection: Objection | string, rulebook: Rulebook): Refusal {
  const said = typeof objection === 'string' ? { says: objection } : objection
  const found = rulebook.clauseOf(rule)
  const clause = found?.clause
    ? { clause: found.clause, confidence: found.confidence, source: found.source }
    : null
  return { rule, clause, ...said }
}

/** What is wrong with the form of an input, field by field. */
export function refusalsOfForm(error: z.ZodError, raw: unknown): readonly Refusal[] {
  return error.issues.map((issue) => {
    const field = issue.path.map(String).join('.')
    const came = issue.path.reduce<unknown>(
      (value, name) => (value as Record<PropertyKey, unknown> | undefined)?.[name as string],
      raw,
    )
    return {
      rule: 'form',
      clause: null,
      says: issue.message,
      ...(field ? { field } : {}),
      came: came === undefined || came === '' ? 'nothing' : printed(came),
    }
  })
}

/** Fields that the input does not have: left out in silence, a slip in a name would lose what was said. */
export function refusalsOfNames(schema: z.ZodType, raw: unknown): readonly Refusal[] {
  if (!(schema instanceof z.ZodObject) || typeof raw !== 'object' || raw === null) return []
  const names = Object.keys(schema.shape)
  return Object.keys(raw)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      rule: 'form',
      clause: null,
      says: `There is no field ${name}`,
      field: name,
      expected: names.join(', '),
    }))
}

/** Control characters but for tabs and ends of lines: nobody types them, and not every format can carry them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What was typed that no record should hold: control characters, or half a character. */
export function refusalsOfText(raw: unknown, field = ''): readonly Refusal[] {
  if (typeof raw === 'string') {
    if (!control.test(raw) && raw.isWellFormed()) return []
    return [
      {
        rule: 'form',
        clause: null,
        says: 'Give this in characters that can be written down; it holds a control character or half a character',
        ...(field ? { field } : {}),
      },
    ]
  }
  if (typeof raw !== 'object' || raw === null) return []
  return Object.entries(raw).flatMap(([name, value]) =>
    refusalsOfText(value, field ? `${field}.${name}` : name),
  )
}

function printed(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
