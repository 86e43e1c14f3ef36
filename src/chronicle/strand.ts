// Strands: the threads of events that a chronicle keeps apart. The rulebook says what a code calls its own.

import type { Rulebook } from '#rulebook/rulebook.ts'

/** The strand of what belongs to no other. */
export const ofTheCode = 'code'

const parameter = 'chronicle.strands'

/** What a strand is called: as the rulebook has it, or its id in plain words. */
export function strandNamed(id: string, rulebook: Rulebook): string {
  const rows = rulebook.knows(parameter) ? rulebook.table(parameter) : []
  const label = rows.find(({ strand }) => strand === id)?.label
  if (label) return String(label)
  if (id === ofTheCode) return 'The code'
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
