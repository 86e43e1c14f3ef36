#!/usr/bin/env node
// npm run dev: serves, and builds and serves again whenever a source changes.
import { build, bundling, entryPoints, makeAssets } from './ground/build.mjs'
import { install } from './ground/install.mjs'
import { within } from './ground/place.mjs'
import { runProgram } from './ground/program.mjs'
import { script } from './ground/telling.mjs'

await script(async () => {
  await install({ development: true, say: console.log })
  await build({ say: console.log })
  const { context } = await import('esbuild')
  const remakeAssets = {
    name: 'assets',
    setup: (made) => made.onEnd(() => makeAssets(within('dist', 'assets'))),
  }
  const building = await context({
    ...bundling(entryPoints(), within('dist')),
    logLevel: 'warning',
    plugins: [remakeAssets],
  })
  await building.watch()
  const code = await runProgram('main.js', process.argv.slice(2), [
    '--watch',
    '--watch-preserve-output',
  ])
  await building.dispose()
  return code
})
