// From sources to dist/: the server, the command line, and what browsers fetch.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isThere, root, within } from './place.mjs'
import { Plainly, timed } from './telling.mjs'

const programs = { main: 'src/main.ts', cli: 'src/cli/cli.ts' }
const assetList = 'src/web/assets/assets.json'

/** Builds when a source is not as it was at the last build. */
export async function build({ say }) {
  const sources = stateOfSources()
  if (readBuilt() === sources) return false
  await timed(say, 'Building', async () => {
    try {
      await bundle(entryPoints(), within('dist'))
      await makeAssets(within('dist', 'assets'))
      put(within('dist', '.built'), sources)
    } finally {
      await (await import('esbuild')).stop()
    }
  })
  return true
}

/** Bundles our own code, leaving packages where they are installed, into modules for Node.js. */
export async function bundle(entries, folder) {
  const { build: esbuild } = await import('esbuild')
  try {
    const { outputFiles } = await esbuild({ ...bundling(entries, folder), write: false })
    for (const { path, contents } of outputFiles) put(path, contents)
  } catch (error) {
    throw new Plainly(`The sources could not be built: ${error.message}`)
  }
}

export const bundling = (entries, folder) => ({
  absWorkingDir: root,
  entryPoints: entries,
  outdir: folder,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  logLevel: 'silent',
})

export function entryPoints() {
  const missing = Object.values(programs).filter((path) => !isThere(path))
  if (missing.length)
    throw new Plainly(`Cannot build: ${missing.join(' and ')} not found in ${root}`)
  return programs
}

/** As src/web/assets/assets.json lists them: style and script made smaller, the rest copied. */
export async function makeAssets(folder) {
  if (!isThere(assetList)) return
  const { transform } = await import('esbuild')
  for (const { from, to } of JSON.parse(readFileSync(within(assetList), 'utf8'))) {
    const kind = to.match(/\.(css|js)$/)?.[1]
    const content = readFileSync(within(from), kind && 'utf8')
    const made = kind ? (await transform(content, { loader: kind, minify: true })).code : content
    put(join(folder, to), made)
  }
}

/** At once, so that a program started at the same moment never reads half of a file. */
function put(path, content) {
  const draft = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(draft, content)
  renameSync(draft, path)
}

function stateOfSources() {
  const state = createHash('sha256')
  const files = filesBelow(within('src')).map((path) => join('src', path))
  for (const path of [
    ...files.sort(),
    'package.json',
    'package-lock.json',
    'bin/ground/build.mjs',
  ]) {
    const { mtimeMs, size } = statSync(within(path))
    state.update(`${path} ${mtimeMs} ${size}\n`)
  }
  return state.digest('hex')
}

function readBuilt() {
  try {
    return readFileSync(within('dist', '.built'), 'utf8')
  } catch {
    return undefined
  }
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
