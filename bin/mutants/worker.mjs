// Loads the tests with the mutated sources once, then runs for each mutant those tests that reach it, until one fails.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const asked = await new Promise((resolve) => {
  process.once('message', resolve)
})
const { sources, tests: files, folder, vitest, fastCheck } = asked
registerHooks({
  resolve: (name, context, next) => {
    if (name === 'vitest') return { url: vitest, shortCircuit: true }
    return name === 'fast-check' && context.parentURL !== fastCheck
      ? { url: fastCheck, shortCircuit: true }
      : next(name, context)
  },
  load: (url, context, next) =>
    sources[url] === undefined
      ? next(url, context)
      : { format: 'module-typescript', source: sources[url], shortCircuit: true },
})
// Away from the clone, tests find no corpora: they are too slow to be run a thousand times.
process.chdir(folder)
let reached = new Set()
globalThis.__reach = (id) => {
  reached.add(id)
  return false
}
globalThis.__mutant = -1
const { tests, beforeAlls } = await import(vitest)
for (const file of files) await import(pathToFileURL(file).href)
for (const run of beforeAlls) await run()

if (asked.dry) {
  const told = []
  for (const { name, run } of tests) {
    reached = new Set()
    const began = performance.now()
    try {
      await run()
      told.push({ name, ms: performance.now() - began, reaches: [...reached] })
    } catch (error) {
      told.push({ name, ms: 0, reaches: [], fails: String(error?.message ?? error) })
    }
  }
  process.send({ dry: told })
} else {
  process.on('message', async (job) => {
    globalThis.__mutant = job.id
    let killer = null
    for (const at of job.tests) {
      process.send({ begins: at })
      await new Promise(setImmediate)
      try {
        await tests[at].run()
      } catch {
        killer = tests[at].name
        break
      }
    }
    globalThis.__mutant = -1
    process.send({ id: job.id, killer })
  })
  process.send({ ready: true })
}
