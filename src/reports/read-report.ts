// From the texts of a report's files to its data, checked: every fault is told at once.

import { valueFromYaml } from '#rulebook/yaml-text.ts'
import { faultsOfReport } from './check-report.ts'
import { type Part, part, type ReportFile } from './report-file.ts'

/**
 * The report that the texts of its files describe, in the order of the files. Throws one Error that names every fault:
 * of form by file and line, of sense (a figure that is not defined, a kind of fact that does not exist) by its place.
 */
export function reportFrom(
  files: readonly { readonly file: string; readonly text: string }[],
): ReportFile {
  const faults: string[] = []
  const parts: Part[] = []
  for (const one of files) {
    try {
      parts.push(valueFromYaml(one.text, one.file, part).value)
    } catch (error) {
      faults.push((error as Error).message)
    }
  }
  const named = <Key extends 'figures' | 'tables' | 'charts' | 'objectives'>(key: Key) =>
    Object.assign({}, ...parts.map((one) => one[key] ?? {})) as NonNullable<Part[Key]>
  const found = parts.flatMap((one) => (one.cover ? [one.cover] : []))
  if (found.length !== 1 && faults.length === 0)
    faults.push(
      `${files[0]?.file ?? 'a report'}: expected one cover in the files of a report, found ${found.length}`,
    )
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const report: ReportFile = {
    cover: found[0]!,
    statuses: parts.flatMap((one) => one.statuses ?? []),
    figures: named('figures'),
    tables: named('tables'),
    charts: named('charts'),
    sections: parts.flatMap((one) => one.sections ?? []),
    objectives: named('objectives'),
    glossary: parts.flatMap((one) => one.glossary ?? []),
  }
  const faultsOfSense = faultsOfReport(report)
  if (faultsOfSense.length > 0)
    throw new Error(faultsOfSense.map((fault) => `${files[0]!.file}: ${fault}`).join('\n'))
  return report
}
