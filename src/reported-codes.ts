// Reads from disk what each code's reports need: codes/NAME/code.yaml and the files of codes/NAME/reports/.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { homeFolder } from '#config.ts'
import { type ReportedCode, type ReportedCodes, reportFrom } from '#reports/index.ts'
import { codeFrom } from '#rulebook/code.ts'

/** Every code that has a folder, as its reports need it. Throws one Error that names every fault of their files. */
export function reportedCodes(folder = join(homeFolder(), 'codes')): ReportedCodes {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'code.yaml')))
  const faults: string[] = []
  const codes = new Map<string, ReportedCode>()
  for (const name of names) {
    try {
      codes.set(name, reportedCode(join(folder, name), name))
    } catch (error) {
      faults.push((error as Error).message)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return (code) => codes.get(code)
}

function reportedCode(folder: string, name: string): ReportedCode {
  const file = join(folder, 'code.yaml')
  const { title, short, says, regulatoryYear, recordStart } = codeFrom(
    readFileSync(file, 'utf8'),
    file,
    name,
  )
  const texts = textsIn(join(folder, 'reports', 'end-of-regulatory-year'))
  return {
    title,
    short,
    says,
    yearLabel: regulatoryYear.label,
    startsOn: regulatoryYear.startsOn,
    recordStart,
    report: texts.length > 0 ? reportFrom(texts) : undefined,
  }
}

function textsIn(folder: string) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}
