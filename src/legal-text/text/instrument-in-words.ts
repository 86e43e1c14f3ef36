// How an instrument is called, and where it is told of.

import { printKnownDate } from '#calendar/known-date.ts'
import type { Reading } from '#reading/reading.ts'
import { directionsKept, versionsKept } from '../code-kept.ts'
import type { Instrument } from './text-events.ts'

export interface InstrumentShown {
  readonly words: string
  /** Its page in this code; null where none tells of it. */
  readonly href: string | null
}

/** Given in place of a reference where no source tells by which instrument a thing was done. */
const notKnown = 'unknown'

/** 'the direction of 29 September 2016', 'SEC version 5.5', 'SECMP0026'. */
export function instrumentShown(
  { kind, reference }: Instrument,
  reading: Pick<Reading, 'row'>,
): InstrumentShown {
  if (reference === notKnown) return { words: 'an instrument that is not on record', href: null }
  switch (kind) {
    case 'direction': {
      const row = reading.row(directionsKept, reference)
      return row
        ? { words: `the direction of ${printKnownDate(row.data.on)}`, href: '/code/directions' }
        : { words: 'a direction that is not on record', href: null }
    }
    case 'designation': {
      const row = reading.row(versionsKept, reference)
      return {
        words: `version ${reference}`,
        href: row ? `/code/versions/${reference}` : null,
      }
    }
    case 'modification':
      return { words: reference, href: `/modifications/${encodeURIComponent(reference)}` }
    case 'correction':
      return { words: `the correction ${reference}`, href: null }
    case 'import':
      return { words: `the import of ${reference}`, href: null }
  }
}
