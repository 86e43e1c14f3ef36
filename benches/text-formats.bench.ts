// Targets 12 to 15 of the legal text: Word in, Word redline out, Akoma Ntoso out, PDF out, on the real DC Code.
// Each result is one line of JSON; what could not be measured says why.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diff } from '#legal-text/engine/diff.ts'
import { writeAkn } from '#legal-text/engine/formats/akn/write-akn.ts'
import { readDocx } from '#legal-text/engine/formats/docx/read-docx.ts'
import { writeDocx, writeDocxRedline } from '#legal-text/engine/formats/docx/write-docx.ts'
import { newPdfWriter } from '#legal-text/engine/formats/pdf/write-pdf.ts'
import { openZip } from '#legal-text/engine/formats/zip/zip.ts'
import type { Tree } from '#legal-text/engine/model.ts'
import { newStore } from '#legal-text/engine/store.ts'
import { readTypeFaces } from '#office/type-faces.ts'
import { dcEnds, type Ends } from '../tests/format-corpus.ts'
import { aknSchema, dcSeries, hasCorpus, tellIfAbsent } from '../tests/text-corpus.ts'
import { measured, median, timeOf } from './measured.ts'

const ROUNDS = 20
const [asked = ''] = process.argv.slice(2)

const isAsked = (name: string): boolean =>
  name.startsWith(asked) || 'text-formats'.startsWith(asked) || asked.startsWith(`${name}.`)

const measure = async (work: () => unknown, rounds = ROUNDS): Promise<number> => {
  for (let at = 0; at < Math.min(rounds, 5); at++) await work()
  const times: number[] = []
  for (let at = 0; at < rounds; at++) times.push(await timeOf(work))
  return median(times)
}

type Mammoth = { extractRawText(input: { buffer: Buffer }): Promise<{ value: string }> }

/** The package is named at run time, since it is wanted only as a baseline and need not be installed. */
const mammoth = async (): Promise<Mammoth | null> => {
  const name = 'mammoth'
  try {
    const loaded = (await import(name)) as { default?: Mammoth } & Mammoth
    return loaded.default ?? loaded
  } catch {
    return null
  }
}

const wordIn = async (tree: Tree): Promise<void> => {
  if (!isAsked('text.12')) return
  const file = writeDocx(tree)
  const back = newStore().plant(readDocx(file, { seed: 'bench' }).draft)
  if (back.treeHash !== tree.treeHash) throw new Error('The Word file does not come back exactly')
  const value = await measure(() => readDocx(file, { seed: 'bench' }))
  const other = await mammoth()
  const buffer = Buffer.from(file)
  const baseline = other ? await measure(() => other.extractRawText({ buffer }), 5) : undefined
  measured({
    name: 'text.12',
    value,
    unit: 'ms',
    ...(baseline === undefined ? {} : { baseline }),
    must: 0.3,
    stretch: 0.12,
    what:
      baseline === undefined
        ? 'a Word file of the whole code into provisions; the package mammoth is not installed, so there is no baseline'
        : 'a Word file of the whole code into provisions, against the raw text by mammoth (median of 5)',
  })
}

const isValid = (xml: string): string => {
  if (spawnSync('xmllint', ['--version']).status !== 0) return 'schema not checked: xmllint absent'
  const folder = mkdtempSync(join(tmpdir(), 'akn-bench-'))
  try {
    const path = join(folder, 'code.xml')
    writeFileSync(path, xml)
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', aknSchema(), path])
    return run.status === 0 ? 'schema-valid' : 'NOT schema-valid'
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const redlineOut = async ({ store, first, last }: Ends): Promise<void> => {
  if (!isAsked('text.13')) return
  const by = { author: 'Bench', date: '2017-03-31T12:00:00Z', moves: 'tracked' as const }
  const redline = (): Uint8Array => writeDocxRedline(first, last, store.lexicon, by)
  const body = Buffer.from(openZip(redline()).read('word/document.xml') ?? []).toString()
  const revisions = body.match(/<w:(ins|del|moveFrom|moveTo) /g)?.length ?? 0
  measured({
    name: 'text.13',
    value: await measure(redline),
    unit: 'ms',
    must: 800,
    stretch: 350,
    what: `the tracked-changes Word file of 23 months, ${revisions} revisions, comparison and check of the file included`,
  })
}

const aknOut = async (tree: Tree): Promise<void> => {
  if (!isAsked('text.14')) return
  const doc = {
    country: 'us',
    language: 'eng',
    name: 'dc-code',
    title: 'D.C. Code, Titles 34 and 47',
    author: 'Bench',
    workDate: '2021-10-18',
    expressionDate: '2023-09-22',
    manifestationDate: '2023-09-22',
  }
  const akn = (): string => writeAkn(tree, doc)
  measured({
    name: 'text.14',
    value: await measure(akn),
    unit: 'ms',
    must: 500,
    stretch: 200,
    what: `the whole code as Akoma Ntoso, ${akn().length} characters, ${isValid(akn())}`,
  })
}

/** Milliseconds in which LibreOffice Writer makes a PDF of the same text as a Word file; run once. */
const libreOffice = (tree: Tree): { readonly took: number; readonly pages: string } | null => {
  if (spawnSync('soffice', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'pdf-bench-'))
  try {
    writeFileSync(join(folder, 'warm.txt'), 'One line.')
    writeFileSync(join(folder, 'code.docx'), writeDocx(tree))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const convert = (file: string): number => {
      const start = performance.now()
      const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]
      spawnSync('soffice', args)
      return performance.now() - start
    }
    convert(join(folder, 'warm.txt'))
    const took = convert(join(folder, 'code.docx'))
    const info = spawnSync('pdfinfo', [join(folder, 'code.pdf')], { encoding: 'utf8' }).stdout
    return { took, pages: /Pages: +(\d+)/.exec(info ?? '')?.[1] ?? 'an unknown number of' }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const pdfFurniture = (day: string) => ({
  title: 'D.C. Code, Titles 34 and 47',
  version: `Version of ${day}`,
  inForceOn: day,
})

const wholePdf = async (tree: Tree): Promise<void> => {
  if (!isAsked('text.15')) return
  const fonts = readTypeFaces()
  const furniture = pdfFurniture('2023-09-22')
  const write = () => newPdfWriter({ fonts }).writePdf(tree, furniture)
  const { pages, bytes } = write()
  const value = await measure(write)
  const other = libreOffice(tree)
  measured({
    name: 'text.15',
    value,
    unit: 'ms',
    ...(other ? { baseline: other.took } : {}),
    must: 0.3,
    stretch: 0.13,
    what: `PDF of the whole code by a writer that has kept nothing, fonts opened anew, ${pages} pages, ${bytes.length} bytes, ${
      other
        ? `against LibreOffice Writer making ${other.pages} pages of the same text from a Word file, run once`
        : 'no baseline, since soffice is not on this machine'
    }`,
  })
}

/** The release that changed most provisions and the one in the middle, each after the version before it. */
const releasePdf = async (): Promise<void> => {
  if (!isAsked('text.15.release')) return
  const { store, versions } = dcSeries()
  const releases = versions.slice(1).map((version, at) => {
    const [before, after] = [store.root(versions[at]!.version), store.root(version.version)]
    const { changes } = diff(store, before, after)
    return { before, after, day: version.date, changes: changes.length }
  })
  releases.sort((one, other) => one.changes - other.changes)
  const chosen = [
    { release: releases[Math.floor(releases.length / 2)]!, name: 'text.15.release' },
    { release: releases.at(-1)!, name: 'text.15.release.largest' },
  ]
  const fonts = readTypeFaces()
  for (const { release, name } of chosen) {
    const { before, after, day, changes } = release
    const times: number[] = []
    let pages = 0
    for (let at = 0; at < ROUNDS / 2 + 2; at++) {
      const writer = newPdfWriter({ fonts })
      writer.writePdf(before, pdfFurniture('2021-10-18'))
      const took = await timeOf(() => {
        pages = writer.writePdf(after, pdfFurniture(day)).pages
      })
      if (at >= 2) times.push(took)
    }
    measured({
      name,
      value: median(times),
      unit: 'ms',
      must: 2000,
      stretch: 500,
      what: `PDF of the version of ${day}, ${pages} pages, ${changes} provisions changed, by a writer that wrote the version before it`,
    })
  }
}

tellIfAbsent('The bench of the text formats')
if (hasCorpus) {
  const ends = dcEnds()
  await wordIn(ends.last)
  await redlineOut(ends)
  await aknOut(ends.last)
  await wholePdf(ends.last)
  await releasePdf()
}
