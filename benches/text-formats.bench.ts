// Targets 12, 13 and 14 of the legal text: Word in, Word redline out, Akoma Ntoso out, on the real DC Code.
// Each result is one line of JSON; what could not be measured says why.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAkn } from '#legal-text/engine/formats/akn/write-akn.ts'
import { readDocx } from '#legal-text/engine/formats/docx/read-docx.ts'
import { writeDocx, writeDocxRedline } from '#legal-text/engine/formats/docx/write-docx.ts'
import { openZip } from '#legal-text/engine/formats/zip/zip.ts'
import { newStore } from '#legal-text/engine/store.ts'
import { dcEnds } from '../tests/format-corpus.ts'
import { aknSchema, hasCorpus, tellIfAbsent } from '../tests/text-corpus.ts'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20)

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

const measure = (work: () => unknown): number => {
  for (let at = 0; at < 3; at++) work()
  return median(Array.from({ length: ROUNDS }, () => timed(work)))
}

interface Target {
  readonly name: string
  readonly value: number
  readonly baseline: number | null
  readonly ratio: number | null
  readonly must: number
  readonly stretch: number
  readonly note: string
}

const round = (n: number): number => Math.round(n * 1000) / 1000

const say = (target: Target): void => {
  const { baseline, ratio, value } = target
  const line = {
    ...target,
    unit: 'ms',
    value: round(value),
    baseline: baseline === null ? null : round(baseline),
    ratio: ratio === null ? null : round(ratio),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
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

const wordIn = async (file: Uint8Array): Promise<void> => {
  const value = measure(() => readDocx(file, { seed: 'bench' }))
  const other = await mammoth()
  const times: number[] = []
  if (other)
    for (let at = 0; at < Math.min(ROUNDS, 5); at++) {
      const start = performance.now()
      await other.extractRawText({ buffer: Buffer.from(file) })
      times.push(performance.now() - start)
    }
  const baseline = other ? median(times) : null
  const note = other
    ? 'baseline: mammoth raw text, median of 5'
    : 'baseline absent: the package mammoth is not installed'
  const ratio = baseline === null ? null : value / baseline
  say({ name: 'text.12', value, baseline, ratio, must: 0.3, stretch: 0.12, note })
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

const run = async (): Promise<void> => {
  const { store, first, last } = dcEnds()
  const clean = writeDocx(last)
  const back = newStore().plant(readDocx(clean, { seed: 'bench' }).draft)
  if (back.treeHash !== last.treeHash) throw new Error('The Word file does not come back exactly')
  await wordIn(clean)

  const by = { author: 'Bench', date: '2017-03-31T12:00:00Z', moves: 'tracked' as const }
  const redline = (): Uint8Array => writeDocxRedline(first, last, store.lexicon, by)
  const body = Buffer.from(openZip(redline()).read('word/document.xml') ?? []).toString()
  const revisions = body.match(/<w:(ins|del|moveFrom|moveTo) /g)?.length ?? 0
  say({
    name: 'text.13',
    value: measure(redline),
    baseline: null,
    ratio: null,
    must: 800,
    stretch: 350,
    note: `${revisions} revisions; the comparison of both versions is included`,
  })

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
  const akn = (): string => writeAkn(last, doc)
  const note = `${isValid(akn())}, ${akn().length} characters`
  say({
    name: 'text.14',
    value: measure(akn),
    baseline: null,
    ratio: null,
    must: 500,
    stretch: 200,
    note,
  })
}

tellIfAbsent('Benches of the text formats')
if (hasCorpus) await run()
