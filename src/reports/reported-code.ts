// A code as its reports need it: what it is called, when its years begin, and how its report is laid out.

import type { Day } from '#calendar/day.ts'
import type { ReportFile } from './report-file.ts'

export interface ReportedCode {
  readonly title: string
  /** Such as SEC. */
  readonly short: string
  /** What the code is, in a sentence. */
  readonly says: string
  /** What it calls its year: Regulatory Year. */
  readonly yearLabel: string
  /** The month and day on which its years begin, such as 04-01. */
  readonly startsOn: string
  /** The first day of its record. */
  readonly recordStart: Day
  /** Nothing where no report is laid out for it. */
  readonly report: ReportFile | undefined
}

/** The codes that are known here, by name; nothing for one that has no folder. */
export type ReportedCodes = (code: string) => ReportedCode | undefined
