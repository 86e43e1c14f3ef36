#!/usr/bin/env node
// npm test: everything that must hold, for a person and for CI alike. Arguments choose test files.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './ground/build.mjs'
import { install } from './ground/install.mjs'
import { newNode } from './ground/node.mjs'
import { within } from './ground/place.mjs'
import { run } from './ground/run.mjs'
import { provide, surroundings } from './ground/system-needs.mjs'
import { Plainly, script, timed } from './ground/telling.mjs'

const counts = { passed: 0, failed: 0, skipped: 0 }
const say = console.log

await script(async () => {
  if (await step('Packages', () => install({ development: true, say }))) {
    const missing = await provide(say)
    if (process.env.CI === 'true') for (const need of missing) fail(`${need.name} is not there`)
    await tool('Format and lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])
    await tool('Types', 'typescript/bin/tsc', ['--project', '.'])
    await step('Build', () => build({ say }))
    await tests(surroundings(missing))
  }
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed ? 1 : 0
})

/** One step that counts as one; what explains a failure is printed, and the next step still runs. */
async function step(name, work) {
  try {
    await work()
    counts.passed++
    return true
  } catch (error) {
    fail(`${name}: ${error instanceof Plainly ? error.message : error.stack}`)
    return false
  }
}

function fail(why) {
  counts.failed++
  say(`FAILED ${why}`)
}

function tool(name, path, args) {
  return step(name, () =>
    timed(say, name, async () => {
      const { code, output } = await run(newNode(), [within('node_modules', path), ...args])
      if (code !== 0) throw new Plainly(`\n${output.trim()}`)
    }),
  )
}

async function tests(env) {
  const folder = mkdtempSync(join(tmpdir(), 'secretariat-check-'))
  const report = join(folder, 'tests.json')
  const vitest = within('node_modules', 'vitest', 'vitest.mjs')
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const chosen = process.argv.slice(2)
  say(`Tests${chosen.length ? ` of ${chosen.join(' ')}` : ''} ...`)
  const { code } = await run(newNode(), [vitest, 'run', ...reporting, ...chosen], {
    env,
    stdio: 'inherit',
  })
  try {
    const failedBefore = counts.failed
    count(JSON.parse(readFileSync(report, 'utf8')))
    if (code !== 0 && counts.failed === failedBefore)
      fail('Tests: an error outside any test, shown above')
  } catch (error) {
    fail(`Tests: no report was written (${error.message})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded has no tests to count, and counts as one that failed. */
function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  counts.passed += numPassedTests
  counts.failed += numFailedTests
  counts.skipped += numPendingTests + numTodoTests
  for (const { name, status, message, assertionResults } of testResults) {
    const explained = assertionResults.some((test) => test.status === 'failed')
    if (status === 'failed' && !explained) fail(`${name}: ${message}`)
  }
}
