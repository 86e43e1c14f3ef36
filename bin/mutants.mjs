#!/usr/bin/env node
// npm run mutants [-- NAME...]: changes the text engine's diff, merge and apply in small wrong ways and tells every
// change that no test notices. NAME takes the files whose name begins with it. Stops after 30 minutes
// (SECRETARIAT_MUTANT_MINUTES says otherwise) and then says what it did not get to.
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import { install } from './ground/install.mjs'
import { newNode } from './ground/node.mjs'
import { within } from './ground/place.mjs'
import { Plainly, script } from './ground/telling.mjs'

const ENGINE = 'src/legal-text/engine'
const FILES = [
  ...['diff', 'myers', 'readable', 'word-edits', 'redline', 'change-entries', 'apply-redline'],
  ...['merge', 'merge-build', 'merge-children', 'merge-labels', 'merge-notices', 'merge-own'],
  ...['merge-places', 'merge-tangles', 'merge-words', 'phrase-finder'],
  ...['apply-ops', 'editing', 'field-words', 'ops-between'],
]
const TESTS = [
  ...['diff', 'change-entries', 'myers', 'readable', 'ops', 'merge', 'merge-cases', 'store'],
  ...[
    'diff-siblings',
    'merge-places',
    'phrase-finder',
    'clash',
    'amending-cases',
    'redline-cases',
    'instructions',
  ],
]
/** A test slower than this is left out: it would be run for every change that others do not notice. */
const SLOWEST_MS = 4_000
const STILL_MS = 15_000

await script(async () => {
  const chosen = process.argv.slice(2)
  const began = Date.now()
  const cap = Number(process.env.SECRETARIAT_MUTANT_MINUTES || 30) * 60_000
  await install({ development: true, say: console.error })
  const { mutantsOf } = await import('./mutants/mutate.mjs')
  const names = FILES.filter((name) => !chosen.length || chosen.some((one) => name.startsWith(one)))
  if (!names.length) throw new Plainly(`No file begins so. There are: ${FILES.join(', ')}`)

  const files = names.map((name) => within(ENGINE, `${name}.ts`))
  const plans = [(id) => `__reach(${id})`, (id) => `__mutant===${id}`].map((switchOn) => {
    const sources = {}
    const mutants = []
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      const made = mutantsOf(file, text, mutants.length, switchOn)
      mutants.push(...made.mutants)
      sources[pathToFileURL(file).href] = made.source
    }
    return { sources, mutants }
  })
  const [{ sources: reaching }, { sources: switching, mutants }] = plans
  const loading = {
    tests: TESTS.map((name) => within(ENGINE, `${name}.test.ts`)).filter((file) =>
      existsSync(file),
    ),
    folder: tmpdir(),
    vitest: pathToFileURL(within('bin/mutants/small-vitest.mjs')).href,
    fastCheck: pathToFileURL(within('bin/mutants/fewer-runs.mjs')).href,
  }
  console.error(
    `${mutants.length} mutants in ${names.length} files; finding which test reaches which ...`,
  )
  const first = start({ ...loading, sources: reaching, dry: true })
  const answered = await answer(first, 10 * 60_000)
  first.kill()
  if (!answered) throw new Plainly('The tests could not be loaded')
  const { dry } = answered
  const failing = dry.filter((test) => test.fails)
  if (failing.length)
    throw new Plainly(
      `Tests fail without any mutant: ${failing.map((test) => `${test.name} (${test.fails})`).join('; ')}`,
    )
  for (const { name, ms } of dry)
    if (ms > SLOWEST_MS) console.error(`  left out, ${(ms / 1000).toFixed(1)} s alone: ${name}`)

  const jobs = mutants.map(({ id }) => ({ id, tests: reachedBy(dry, id) }))
  const results = new Map()
  const progress = () => {
    const survivors = [...results.values()].filter((one) => one === null).length
    const minutes = ((Date.now() - began) / 60_000).toFixed(1)
    console.error(
      `  ${results.size} of ${jobs.length} tried, ${survivors} not noticed, ${minutes} min`,
    )
  }
  const ticking = setInterval(() => {
    progress()
    write(mutants, results)
  }, STILL_MS)
  const queue = jobs.filter((job) => {
    if (job.tests.length === 0) results.set(job.id, null)
    return job.tests.length > 0
  })
  const limit = began + cap
  const hands = Math.min(2, availableParallelism())
  await Promise.all(
    Array.from({ length: hands }, () =>
      work({ ...loading, sources: switching }, queue, dry, results, limit),
    ),
  )
  clearInterval(ticking)
  progress()
  return told(mutants, jobs, results, dry, queue.length > 0)
})

/** The tests that reach a mutant, the quickest first. */
function reachedBy(dry, id) {
  return dry
    .map((test, at) => ({ ...test, at }))
    .filter((test) => test.ms <= SLOWEST_MS && test.reaches.includes(id))
    .sort((p, q) => p.ms - q.ms)
    .map((test) => test.at)
}

function start(loading) {
  const child = fork(within('bin/mutants/worker.mjs'), [], {
    execPath: newNode(),
    execArgv: ['--no-warnings', '--stack-size=900'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, SECRETARIAT_SHARED: '' },
  })
  listen(child)
  child.send(loading)
  return child
}

/** Takes jobs off the queue until it is empty or the time is over. A mutant that goes on for ever is noticed by that. */
async function work(loading, queue, dry, results, limit) {
  while (queue.length > 0 && Date.now() < limit) {
    const child = start(loading)
    await answer(child, 120_000)
    for (let job = queue.shift(); job; job = queue.shift()) {
      if (Date.now() >= limit) {
        queue.unshift(job)
        break
      }
      child.send(job)
      let said = await answer(child, STILL_MS)
      // Each test by itself: one that takes far longer than it did goes on for ever.
      while (said?.begins !== undefined)
        said = await answer(child, 3_000 + 10 * dry[said.begins].ms)
      if (said === null) {
        results.set(job.id, 'time')
        break
      }
      results.set(job.id, said.killer)
    }
    child.kill('SIGKILL')
  }
}

/** What the child says next; null where it says nothing in time, or is gone. */
async function answer(child, ms) {
  const until = Date.now() + ms
  while (child.said.length === 0) {
    const left = until - Date.now()
    if (left <= 0 || child.exitCode !== null || child.signalCode !== null) return null
    await Promise.race([child.more, new Promise((resolve) => setTimeout(resolve, left).unref())])
  }
  return child.said.shift()
}

/** Keeps all that a child says, in order, and wakes whoever waits for it. */
function listen(child) {
  child.said = []
  const wait = () => {
    child.more = new Promise((resolve) => {
      child.wake = resolve
    })
  }
  wait()
  const woken = () => {
    const { wake } = child
    wait()
    wake()
  }
  child.on('message', (message) => {
    child.said.push(message)
    woken()
  })
  child.on('exit', woken)
}

/** Every mutant and what noticed it, for whoever looks closer, in dist/mutants.json. */
function write(mutants, results) {
  mkdirSync(within('dist'), { recursive: true })
  const list = mutants.map((one) => ({
    ...one,
    file: one.file.split('/').at(-1),
    by: results.has(one.id) ? results.get(one.id) : 'not tried',
  }))
  writeFileSync(within('dist/mutants.json'), JSON.stringify(list, null, 1))
}

function told(mutants, jobs, results, dry, isCut) {
  const survivors = mutants.filter(({ id }) => results.get(id) === null)
  const tried = mutants.filter(({ id }) => results.has(id))
  const short = (s) => s.replace(/\s+/g, ' ').slice(0, 90)
  for (const { id, file, line, was, now } of survivors) {
    const unreached = jobs[id].tests.length === 0 ? '  (no test comes here)' : ''
    console.log(`${file.split('/').at(-1)}:${line}  ${short(was)}  =>  ${short(now)}${unreached}`)
  }
  write(mutants, results)
  const share = ((100 * (tried.length - survivors.length)) / Math.max(1, tried.length)).toFixed(1)
  console.error(
    `${tried.length} mutants tried with ${dry.length} tests: ${tried.length - survivors.length} noticed (${share}%), ${survivors.length} not.`,
  )
  if (isCut)
    console.error(
      `The time was over: ${mutants.length - tried.length} mutants were not tried. Name files to try those alone.`,
    )
  return 0
}
