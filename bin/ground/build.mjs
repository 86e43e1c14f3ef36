// From sources to dist/: the server, the command line, and what browsers fetch.
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
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
    const made = within('dist', `.new-${process.pid}`)
    try {
      await bundle(entryPoints(), made)
      await makeAssets(join(made, 'assets'))
      moveInto(made, within('dist'))
      writeFileSync(within('dist', '.built'), sources)
    } finally {
      rmSync(made, { recursive: true, force: true })
    }
  })
  return true
}

/** Bundles our own code, leaving packages where they are installed, into modules for Node.js. */
export async function bundle(entries, folder) {
  const { build: esbuild } = await import('esbuild')
  try {
    await esbuild(bundling(entries, folder))
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
    const path = join(folder, to)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(
      path,
      kind ? (await transform(content, { loader: kind, minify: true })).code : content,
    )
  }
}

/** File by file, so that a program started at the same moment never reads half of one. */
function moveInto(from, to) {
  for (const path of filesBelow(from)) {
    const target = join(to, path)
    mkdirSync(dirname(target), { recursive: true })
    renameSync(join(from, path), target)
  }
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
