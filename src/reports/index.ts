// The front door: what the files that open the office may use.

export { evaluationsKept, type ObjectiveEvaluated } from './evaluation.ts'
export { reportFrom } from './read-report.ts'
export type { ReportFile } from './report-file.ts'
export type { ReportedCode, ReportedCodes } from './reported-code.ts'
