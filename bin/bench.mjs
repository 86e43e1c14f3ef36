#!/usr/bin/env node
import { spawn } from 'node:child_process'
// npm run bench [-- NAME]: measures, one JSON object a line on standard output. NAME takes the
// measurements whose name begins with it ("journal", "text.redline").
import { readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { build, bundle } from './ground/build.mjs'
import { install } from './ground/install.mjs'
import { newNode } from './ground/node.mjs'
import { isThere, root, within } from './ground/place.mjs'
import { Plainly, script } from './ground/telling.mjs'

await script(async () => {
  const [name = ''] = process.argv.slice(2)
  await install({ development: true, say: console.error })
  await build({ say: console.error })
  const files = isThere('benches') ? readdirSync(within('benches')) : []
  const subjects = files
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -9))
  // "text.12" may be measured by text.bench.ts or by one of its kin, such as text-formats.bench.ts.
  const [family] = name.split('.')
  const chosen = subjects.filter(
    (subject) =>
      subject.startsWith(name) ||
      name.startsWith(`${subject}.`) ||
      (name.includes('.') && subject.startsWith(`${family}-`)),
  )
  if (!chosen.length) {
    throw new Plainly(
      `No measurement is called ${name || 'anything'}. There are: ${subjects.join(', ') || 'none yet'}`,
    )
  }
  const entries = Object.fromEntries(
    chosen.map((subject) => [subject, `benches/${subject}.bench.ts`]),
  )
  await bundle(entries, within('dist', 'benches'))
  let failed = 0
  for (const subject of chosen) {
    if ((await measure(subject, name)) !== 0) failed++
  }
  return failed ? 1 : 0
})

function measure(subject, name) {
  const file = within('dist', 'benches', `${subject}.js`)
  const child = spawn(newNode(), ['--enable-source-maps', file, name], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const measured = nameIn(line)
    if (measured === undefined) console.error(line)
    else if (measured.startsWith(name)) console.log(line)
  })
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}

function nameIn(line) {
  try {
    return JSON.parse(line).name
  } catch {
    return undefined
  }
}
