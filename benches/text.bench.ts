// Measures the text engine against the tools people have, both sides in one run on one machine. It reads the real
// texts of ../shared/corpus and measures nothing where they are not at hand.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diffWords } from 'diff'
import MiniSearch from 'minisearch'
import { indexOf } from '#legal-text/engine/apply-redline.ts'
import { clashesBetween } from '#legal-text/engine/clash.ts'
import { compareTexts } from '#legal-text/engine/compare-texts.ts'
import { diff } from '#legal-text/engine/diff.ts'
import { footprint } from '#legal-text/engine/footprint.ts'
import type { LimsImport } from '#legal-text/engine/import-lims.ts'
import { newMatcher } from '#legal-text/engine/match.ts'
import { merge } from '#legal-text/engine/merge.ts'
import type { ProvisionId, Tree } from '#legal-text/engine/model.ts'
import { type Proposal, rebase } from '#legal-text/engine/proposal.ts'
import { newReader } from '#legal-text/engine/reading.ts'
import { DRAFTING_FORMS, findReferences } from '#legal-text/engine/references.ts'
import { newSearchIndex } from '#legal-text/engine/search.ts'
import { type Shape, shapeOfTree } from '#legal-text/engine/shape.ts'
import { newStore } from '#legal-text/engine/store.ts'
import { lineOf, wordsOf } from '#legal-text/engine/words.ts'
import { replayActs } from '../tests/act-replay.ts'
import { splitByProvision, splitByWord } from '../tests/split-versions.ts'
import { dcSeries, hasCorpus, limsEnds, tellIfAbsent } from '../tests/text-corpus.ts'
import { type Measured, measured, median, quantile } from './measured.ts'

const RUNS = 20
const WARM_UP = 100
const [asked = ''] = process.argv.slice(2)

const isAsked = (name: string): boolean => name.startsWith(asked) || asked.startsWith(`${name}.`)

const timesOf = (work: () => unknown, runs = RUNS, warmUp = WARM_UP): number[] => {
  for (let run = 0; run < warmUp; run++) work()
  return Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
}
const millisecondsOf = (work: () => unknown): number => median(timesOf(work))

const folder = mkdtempSync(join(tmpdir(), 'text-bench-'))
const dump = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const git = (...command: string[]): string =>
  spawnSync('git', command, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout
const gitTime = (...command: string[]): number => median(timesOf(() => git(...command), RUNS, 2))

const textOf = (tree: Tree): string => {
  const lines: string[] = []
  const visit = (one: Tree): void => {
    lines.push(lineOf(one.own))
    one.kids.forEach(visit)
  }
  visit(tree)
  return `${lines.join('\n')}\n`
}

const print = (name: string, of: Omit<Measured, 'name'>): void => {
  if (isAsked(name)) measured({ name, ...of })
}

/** A pseudo-random order that is the same every time. */
const seeded = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const redlines = (): void => {
  const { store, on } = dcSeries()
  const pairs = [
    ['text.1', '2021-10-18', '2023-09-22', 0.35, 0.2],
    ['text.2', '2023-02-13', '2023-03-03', 0.12, 0.07],
    ['text.3', '2022-05-02', '2022-05-11', 0.01, 0.002],
  ] as const
  for (const [name, from, to, must, stretch] of pairs) {
    if (!isAsked(name)) continue
    const files = [dump(`${from}.txt`, textOf(on(from))), dump(`${to}.txt`, textOf(on(to)))]
    const baseline = gitTime('diff', '--no-index', '--word-diff=porcelain', ...files)
    const value = millisecondsOf(() => diff(store, on(from), on(to)))
    print(name, {
      value,
      unit: 'ms',
      baseline,
      must,
      stretch,
      what: `redline ${from} to ${to}, against git diff --word-diff`,
    })
  }
  if (isAsked('text.4')) {
    const [from, to] = [on('2021-10-18'), on('2023-09-22')]
    const start = performance.now()
    diffWords(textOf(from), textOf(to))
    const baseline = performance.now() - start
    const value = millisecondsOf(() => diff(store, from, to))
    measured({
      name: 'text.4',
      value: baseline / value,
      unit: 'times faster',
      must: 5_000,
      stretch: 15_000,
      higherIsBetter: true,
      what: `redline 2021-10-18 to 2023-09-22 (${value.toFixed(2)} ms), against jsdiff diffWords once (${baseline.toFixed(0)} ms)`,
    })
  }
}

const unseen = (shape: Shape): Shape => ({ ...shape, kids: shape.kids.map(unseen) })

const matching = (): void => {
  if (isAsked('text.5')) {
    const { on } = dcSeries()
    const [from, to] = [on('2021-10-18'), on('2023-09-22')]
    const files = [dump('a.txt', textOf(from)), dump('b.txt', textOf(to))]
    const baseline = gitTime('diff', '--no-index', '--word-diff=porcelain', ...files)
    const times: number[] = []
    for (let run = 0; run < RUNS + 5; run++) {
      const [a, b] = [unseen(shapeOfTree(from)), unseen(shapeOfTree(to))]
      const start = performance.now()
      compareTexts(a, b)
      if (run >= 5) times.push(performance.now() - start)
    }
    print('text.5', {
      value: median(times),
      unit: 'ms',
      baseline,
      must: 4,
      stretch: 1.5,
      what: 'redline without ids, matched by content, against git diff --word-diff',
    })
  }
  if (!isAsked('text.18')) return
  for (const act of ['canada-bank-act', 'canada-labour-code'] as const) {
    const { strict, shared } = matchScores(...limsEnds(act))
    print('text.18', {
      value: strict,
      unit: 'F1',
      must: 0.998,
      stretch: 0.9998,
      higherIsBetter: true,
      what: `${act}, first to last version, against lims:fid; a pair counts as wrong also where the newer provision has a new fid (where both fids stand in both versions: ${shared.toFixed(5)})`,
    })
  }
}

const matchScores = (first: LimsImport, last: LimsImport): { strict: number; shared: number } => {
  const store = newStore()
  const [a, b] = [store.plant(first.draft), store.plant(last.draft)]
  const ids = new Map<Shape, ProvisionId>()
  const register = (tree: Tree): void => {
    ids.set(shapeOfTree(tree), tree.id)
    tree.kids.forEach(register)
  }
  register(a)
  register(b)
  const inA = indexOf(a)
  const inB = indexOf(b)
  const pairs = newMatcher().match(shapeOfTree(a), shapeOfTree(b))
  let [right, wrong, missed, confused] = [0, 0, 0, 0]
  for (const [id, tree] of inB) {
    if (!last.identified.has(id)) continue
    const from = pairs.get(shapeOfTree(tree))?.from
    const paired = from && ids.get(from)
    const counted = paired !== undefined && first.identified.has(paired)
    if (counted && paired === id) right++
    else if (counted) {
      wrong++
      if (inA.has(id) || inB.has(paired)) confused++
    }
    if (inA.has(id) && paired !== id) missed++
  }
  const f1 = (bad: number): number => (2 * right) / (2 * right + bad + missed)
  return { strict: f1(wrong), shared: f1(confused) }
}

const reading = (): void => {
  if (!isAsked('text.6') && !isAsked('text.7')) return
  const { store, versions } = dcSeries()
  const dated = versions.map(({ date, version }) => ({ from: date, root: store.root(version) }))
  const reader = newReader(dated)
  const random = seeded(7)
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const files = new Map(dated.map(({ from }) => [from, dump(`${from}.txt`, reader.bytes(from))]))
  const dates = [...files.keys()]
  const value = millisecondsOf(() => reader.bytes(any(dates)))
  const baseline = millisecondsOf(() => readFileSync(files.get(any(dates)) as string))
  print('text.6', {
    value,
    unit: 'ms',
    baseline,
    must: 3,
    stretch: 1.5,
    what: 'a version at a random date as bytes, against reading the same file',
  })
  const ids = [...indexOf((dated[0] as (typeof dated)[0]).root).keys()]
  const wanted = Array.from({ length: 1000 }, () => [any(ids), any(dates)] as const)
  const each = millisecondsOf(() => {
    for (const [id, date] of wanted) reader.provision(id, date)
  })
  print('text.7', {
    value: each,
    unit: 'microseconds',
    must: 20,
    stretch: 5,
    what: 'one provision at a date, with its number and interval',
  })
}

const conflictsIn = (merged: string): number => merged.match(/^<{7}/gm)?.length ?? 0

const merging = (): void => {
  const { store, on } = dcSeries()
  const [base, newer] = [on('2021-10-18'), on('2023-09-22')]
  const splits = [
    ['text.8', splitByProvision, 0.1, 0.04, 0],
    ['text.9', splitByWord, 0.35, 0.15, 6],
  ] as const
  for (const [name, split, must, stretch, most] of splits) {
    if (!isAsked(name)) continue
    const [x, y] = split(store, base, newer, 1)
    const files = ['x', 'base', 'y'].map((side, at) =>
      dump(`${name}.${side}.txt`, textOf([x, base, y][at] as Tree)),
    )
    const command = ['merge-file', '-p', ...files]
    const theirs = conflictsIn(git(...command))
    const merged = merge(store, base, x, y)
    const disputed = new Set(merged.conflicts.map((one) => one.id))
    const wanted = indexOf(newer)
    const silent = [...indexOf(merged.root)].filter(
      ([id, tree]) => !disputed.has(id) && tree.own.textHash !== wanted.get(id)?.own.textHash,
    ).length
    const exact = merged.root === newer ? 'exact' : `${silent} silent`
    const baseline = gitTime(...command)
    const value = millisecondsOf(() => merge(store, base, x, y))
    print(name, {
      value,
      unit: 'ms',
      baseline,
      must,
      stretch,
      what: `split merge, ${merged.conflicts.length} conflicts (at most ${most}), ${exact}; against git merge-file, ${theirs} conflicts`,
    })
  }
}

const rebasing = (): void => {
  if (!isAsked('text.10')) return
  const { store, versions } = dcSeries()
  const roots = versions.map(({ version }) => store.root(version))
  const cases = Array.from({ length: 60 }, (_, at) => {
    const [baseline, draft, next] = [roots[at], roots[at + 1], roots[at + 2]] as [Tree, Tree, Tree]
    const proposal: Proposal = { id: `P${String(at).padStart(2, '0')}`, baseline, draft }
    return { proposal, onto: merge(store, draft, baseline, next).root }
  })
  const commands = cases.map(({ proposal, onto }, at) => [
    'merge-file',
    '-p',
    ...[proposal.draft, proposal.baseline, onto].map((tree, side) =>
      dump(`rebase.${at}.${side}.txt`, textOf(tree)),
    ),
  ])
  const baseline = median(timesOf(() => commands.map((command) => git(...command)), 3, 0))
  let found = { conflicts: 0, clashes: 0 }
  const value = millisecondsOf(() => {
    const rebased = cases.map(({ proposal, onto }) => rebase(store, proposal, onto))
    const clashes = clashesBetween(
      store,
      rebased.map((one) => footprint(one.proposal)),
    )
    found = {
      conflicts: rebased.filter((one) => one.conflicts.length > 0).length,
      clashes: clashes.length,
    }
  })
  print('text.10', {
    value,
    unit: 'ms',
    baseline,
    must: 0.1,
    stretch: 0.03,
    what: `60 proposals rebased (${found.conflicts} with conflicts) and all ${found.clashes} clashes, against 60 git merges`,
  })
}

const searching = (): void => {
  if (!isAsked('text.11')) return
  const { store, versions } = dcSeries()
  const last = versions.at(-1)
  if (!last) return
  const root = store.root(last.version)
  const reader = newReader([{ from: last.date, root }])
  const build = median(timesOf(() => newSearchIndex(reader.entries(), store.lexicon), 5, 1))
  const index = newSearchIndex(reader.entries(), store.lexicon)
  const documents = [...indexOf(root)].map(([id, tree]) => ({ id, text: lineOf(tree.own) }))
  const newMini = (): MiniSearch => {
    const mini = new MiniSearch({ fields: ['text'] })
    mini.addAll(documents)
    return mini
  }
  const miniBuild = median(timesOf(newMini, 3, 1))
  const mini = newMini()
  const random = seeded(11)
  const queries = Array.from({ length: 300 }, () => {
    const words = (documents[Math.floor(random() * documents.length)]?.text ?? '').match(
      /[A-Za-z]{2,}/g,
    ) ?? ['tax']
    const from = Math.floor(random() * words.length)
    return words.slice(from, from + 1 + Math.floor(random() * 3)).join(' ')
  })
  const timed = (search: (query: string) => unknown): number[] => {
    for (const query of queries) search(query)
    return queries.map((query) => median(timesOf(() => search(query), 3, 0)))
  }
  const ours = timed((query) => index.search(query))
  const theirs = timed((query) => mini.search(query, { combineWith: 'AND' }))
  const what = 'all words of 300 queries of 1 to 3 words from the text, against MiniSearch'
  print('text.11.p50', {
    value: median(ours),
    unit: 'ms',
    baseline: median(theirs),
    must: 0.5,
    stretch: 0.1,
    what,
  })
  print('text.11.p95', {
    value: quantile(ours, 0.95),
    unit: 'ms',
    baseline: quantile(theirs, 0.95),
    must: 0.5,
    stretch: 0.1,
    what,
  })
  print('text.11.build', {
    value: build,
    unit: 'ms',
    baseline: miniBuild,
    must: 1,
    stretch: 1,
    what: 'search index over one version, against MiniSearch',
  })
}

const remembering = (): void => {
  if (!isAsked('text.16')) return
  const { store, versions } = dcSeries()
  const dated = versions.map(({ date, version }) => ({ from: date, root: store.root(version) }))
  const reader = newReader(dated)
  const index = newSearchIndex(reader.entries(), store.lexicon)
  for (const { from, root } of dated) {
    reader.bytes(from)
    diff(store, (dated[0] as (typeof dated)[0]).root, root)
  }
  index.search('tax')
  const collect = (globalThis as { gc?: () => void }).gc
  collect?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  print('text.16', {
    value: (heapUsed + external) / 2 ** 20,
    unit: 'MiB',
    must: 250,
    stretch: 150,
    what: `living memory that serves all ${versions.length} versions with search, every redline from the first made once${collect ? '' : ', garbage not collected'}; resident ${(rss / 2 ** 20).toFixed(0)} MiB after the import from XML`,
  })
}

const references = (): void => {
  if (!isAsked('text.17')) return
  const root = dcSeries().on('2021-10-18')
  let [marked, hit, sections, known] = [0, 0, 0, 0]
  const numbers = new Set(
    [...indexOf(root).values()].map((tree) => tree.own.label?.raw.replace(/[[\]]/g, '')),
  )
  for (const { own } of indexOf(root).values())
    for (const paragraph of [own.heading ?? [], ...own.lead, ...own.tail]) {
      const here = findReferences(wordsOf(paragraph), {
        forms: DRAFTING_FORMS,
        documents: ['D.C. Law', 'D.C. Act'],
      })
      let from = 0
      const marks: [number, number][] = []
      for (const inline of paragraph) {
        const to = from + wordsOf([inline]).length
        if (inline.t === 'ref') marks.push([from, to])
        from = to
      }
      marked += marks.length
      hit += marks.filter(([start, end]) =>
        here.some((one) => one.from < end && one.to > start),
      ).length
      for (const one of here) {
        if (one.form !== 'section' || !/^\d+-\d/.test(one.number)) continue
        sections++
        const isMarked = marks.some(([start, end]) => one.from < end && one.to > start)
        if (isMarked || numbers.has(one.number.replace(/\(.*/, ''))) known++
      }
    }
  print('text.17.recall', {
    value: hit / marked,
    unit: 'part',
    must: 0.98,
    stretch: 0.995,
    higherIsBetter: true,
    what: `of ${marked} marked references`,
  })
  print('text.17.precision', {
    value: known / sections,
    unit: 'part',
    must: 0.99,
    stretch: 0.995,
    higherIsBetter: true,
    what: `of ${sections} references found to a numbered section of the code: marked in the source, or leading to a section that stands`,
  })
}

const replaying = (): void => {
  if (!isAsked('text.19')) return
  const all = replayActs()
  const counted = all.filter((one) => one.leftOut === null)
  const left = Map.groupBy(
    all.filter((one) => one.leftOut !== null),
    (one) => one.leftOut,
  )
  const reasons = [...left].map(([reason, those]) => `${those.length}: ${reason}`).join('; ')
  const held = counted.filter((one) => one.holds).length
  print('text.19', {
    value: held / counted.length,
    unit: 'part',
    must: 0.94,
    stretch: 0.98,
    higherIsBetter: true,
    what: `${held} of ${counted.length} operations of permanent laws give what the code then says; ${all.length} resolve in the window, left out ${reasons}`,
  })
}

tellIfAbsent('The text bench')
if (hasCorpus) {
  remembering()
  redlines()
  matching()
  reading()
  merging()
  rebasing()
  searching()
  references()
  replaying()
}
rmSync(folder, { recursive: true })
