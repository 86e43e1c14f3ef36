// The specimen sheet: every component once, with invented matter of the Model Code, as whole pages.

import { readingSpecimens } from './specimen-reading.tsx'
import { registerSpecimens } from './specimen-register.tsx'
import { workSpecimens } from './specimen-work.tsx'

/** A page of the sheet by its name. */
export type Specimen = { name: string; html: string }

export const specimens: readonly Specimen[] = [
  ...registerSpecimens,
  ...workSpecimens,
  ...readingSpecimens,
]
