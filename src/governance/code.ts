// A code as one that is administered here: what it is called.

import type { Event } from '#journal/entry.ts'

export type CodeRegistered = Event<
  'CodeRegistered',
  {
    /** As in its addresses and streams: `sec`. */
    readonly name: string
    readonly title: string
    /** Whether its record is the demonstration, which every page then says. */
    readonly demonstration: boolean
  }
>

export type CodeEvent = CodeRegistered

/** What rules need to know of a code's past. */
export interface RegisteredCode {
  readonly registered: boolean
}

export const noCode: RegisteredCode = { registered: false }

export function evolveCode(_code: RegisteredCode, event: CodeEvent): RegisteredCode {
  switch (event.type) {
    case 'CodeRegistered':
      return { registered: true }
  }
}
