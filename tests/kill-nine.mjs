// Kills the writer of a journal, and its database server with it, again and again, and looks for what
// was acknowledged: node tests/kill-nine.mjs [--rounds 20] [--on embedded|postgres15] [--writer FILE]
import { newNode } from '../bin/ground/node.mjs'
import { within } from '../bin/ground/place.mjs'
import { run } from '../bin/ground/run.mjs'
import { script } from '../bin/ground/telling.mjs'

await script(async () => {
  const rounds = within('tests', 'kill-nine', 'rounds.ts')
  const { code } = await run(newNode(), [rounds, ...process.argv.slice(2)], { stdio: 'inherit' })
  return code
})
