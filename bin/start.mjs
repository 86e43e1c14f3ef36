#!/usr/bin/env node
// npm start: installs and builds what is missing, then serves.
import { build } from './ground/build.mjs'
import { holderOf, takenBy } from './ground/holder.mjs'
import { install } from './ground/install.mjs'
import { dataFolder } from './ground/place.mjs'
import { runProgram } from './ground/program.mjs'
import { Plainly, script } from './ground/telling.mjs'

await script(async () => {
  const folder = dataFolder()
  const holder = process.env.DATABASE_URL?.trim() ? undefined : holderOf(folder)
  if (holder) throw new Plainly(takenBy(folder, holder))
  await install({ say: console.log })
  await build({ say: console.log })
  return runProgram('main.js', process.argv.slice(2))
})
