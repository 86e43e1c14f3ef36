// A view: a question and its answer, folded from entries. Page, API, feed, table and command line show the same one.

import type { z } from 'zod'
import type { Reading } from './reading.ts'

/** Thrown by a view where its answer stands at another address of this code: renumbered, or called by another name. */
export class StandsAt extends Error {
  override name = 'StandsAt'
  readonly href: string

  constructor(href: string) {
    super(`It stands at ${href}`)
    this.href = href
  }
}

export interface View<Asked, Answer> {
  /** Its lasting name, and the command that prints it: `bin/secretariat parties`. */
  readonly name: string
  /** The page's address; the API's is the same below /api/v1. */
  readonly at: `/${string}`
  readonly title: string
  /** What it answers, in one sentence, for the reference. */
  readonly says: string
  /** What may be asked: the names in the address, and the query. */
  readonly asked: z.ZodType<Asked>
  readonly gives: z.ZodType<Answer>
  /** The answer as this viewer may read it; nothing where there is none, or none for this viewer. May throw StandsAt. */
  readonly answer: (reading: Reading, asked: Asked) => Answer | undefined
  /** For an address with names in it: each that this viewer can ask for. */
  readonly each?: (reading: Reading) => readonly Readonly<Record<string, string>>[]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of views holds views of all types
export type AnyView = View<any, any>

/** Declares a view; its types follow from what is written. */
export function view<Asked, Answer>(declared: View<Asked, Answer>): View<Asked, Answer> {
  return declared
}
