// The real legal texts that tests and benches read where they are at hand; they are no part of this project.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type DcCodeVersion, importDcCode } from '#legal-text/engine/import-dc-code.ts'
import { importLims, type LimsImport } from '#legal-text/engine/import-lims.ts'
import type { Tree } from '#legal-text/engine/model.ts'
import { newStore, type TextStore } from '#legal-text/engine/store.ts'

const root = process.cwd()
const candidates = [
  process.env.SECRETARIAT_SHARED,
  join(root, '../shared'),
  join(root, '../../shared'),
].filter((folder): folder is string => folder !== undefined)

const shared = candidates.find((folder) => existsSync(join(folder, 'corpus')))

/** Whether the corpora are at hand. */
export const hasCorpus = shared !== undefined

/** Says in one line that tests were not run for want of the corpora. */
export const tellIfAbsent = (what: string): void => {
  if (!hasCorpus)
    process.stdout.write(
      `${what}: not run, since ../shared/corpus is not there (or set SECRETARIAT_SHARED)\n`,
    )
}

const folder = (name: string): string => {
  if (shared === undefined) throw new Error('The corpora are not at hand')
  return join(shared, 'corpus', name)
}

const unzipped = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8')

/** Where the three files of the District of Columbia Code lie. */
export const dcFolder = (): string => folder('dc-code-34-47')

/** The District of Columbia Code's files as text. */
export const dcFiles = () => {
  const at = folder('dc-code-34-47')
  return {
    base: unzipped(join(at, 'base.ndjson.gz')),
    changes: unzipped(join(at, 'changes.ndjson.gz')),
    versions: readFileSync(join(at, 'versions.json'), 'utf8'),
  }
}

export interface DcSeries {
  readonly store: TextStore
  readonly versions: readonly DcCodeVersion[]
  on(date: string): Tree
}

let series: DcSeries | undefined

/** Every version of the District of Columbia Code, imported once. */
export const dcSeries = (): DcSeries => {
  if (series) return series
  const store = newStore()
  const versions = importDcCode(store, dcFiles())
  const on = (date: string): Tree => {
    const version = versions.findLast((one) => one.date <= date)
    if (!version) throw new Error(`The first version is of ${versions[0]?.date}, after ${date}`)
    return store.root(version.version)
  }
  series = { store, versions, on }
  return series
}

/** The file of the acts of the same legislature. */
export const dcActsFile = (): string => join(folder('dc-acts'), 'period-24.ndjson.gz')

/** The acts themselves, `{name, xml}` each. */
export const dcActs = (): { name: string; xml: string }[] =>
  unzipped(dcActsFile())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { name: string; xml: string })

/** The first and the last version of a Canadian act. */
export const limsEnds = (
  act: 'canada-bank-act' | 'canada-labour-code',
): [LimsImport, LimsImport] => {
  const files = readdirSync(folder(act)).sort()
  const read = (name: string | undefined): LimsImport =>
    importLims(unzipped(join(folder(act), name ?? '')))
  return [read(files[0]), read(files.at(-1))]
}

/** The XML of the last version of each Canadian act. */
export const lastActs = (): { name: string; xml: string }[] =>
  ['canada-bank-act', 'canada-labour-code'].map((act) => {
    const last = readdirSync(folder(act)).sort().at(-1) ?? ''
    return { name: last, xml: unzipped(join(folder(act), last)) }
  })

/** Where the Akoma Ntoso 3.0 schema lies. */
export const aknSchema = (): string => join(folder('akn-schema'), 'akomantoso30.xsd')
