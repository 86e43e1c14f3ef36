// The scripts of bin/ in a small clone of their own: what they install, build, start and pass on.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { holdDataFolder } from '#database/data-folder.ts'

const root = join(import.meta.dirname, '..')
const packages = realpathSync(join(root, 'node_modules'))

let clone: string
const running: ChildProcess[] = []

const program = `
  import { appendFileSync } from 'node:fs'
  import { words } from '#words/words.ts'
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      appendFileSync('heard', signal + ' ')
      setTimeout(() => process.exit(7), 300)
    })
  setInterval(() => {}, 1000)
  console.log(words, process.argv.slice(2).join(' '))`

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'starter-'))
  cpSync(join(root, 'bin'), join(clone, 'bin'), { recursive: true })
  cpSync(join(root, 'package.json'), join(clone, 'package.json'))
  cpSync(join(packages, '.package-lock.json'), join(clone, 'package-lock.json'))
  symlinkSync(packages, join(clone, 'node_modules'))
  write('src/main.ts', program)
  write('src/words/words.ts', `export const words: string = 'serving'`)
  write(
    'src/cli/cli.ts',
    `console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3`,
  )
})

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(clone, { recursive: true, force: true, maxRetries: 5 })
})

function write(path: string, text: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true })
  writeFileSync(join(clone, path), text)
}

function script(path: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(clone, path), ...args], {
    cwd: clone,
    env: { ...process.env, SECRETARIAT_DATA: join(clone, 'data'), npm_lifecycle_event: '' },
  })
  running.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    said.out += text
  })
  child.stderr.on('data', (text) => {
    said.err += text
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, said, ended }
}

async function finished(path: string, ...args: string[]) {
  const { said, ended } = script(path, ...args)
  return { code: await ended, ...said }
}

const heard = () =>
  existsSync(join(clone, 'heard')) ? readFileSync(join(clone, 'heard'), 'utf8').trim() : ''

it('builds what changed, and hands a command its words, its output and its exit code', async () => {
  const first = await finished('bin/secretariat', 'rulebook', '--json', 'two words')
  expect(first).toMatchObject({ code: 3, out: '["rulebook","--json","two words"]\n' })
  expect(first.err).toContain('Building')
  expect(await finished('bin/secretariat')).toEqual({ code: 3, out: '[]\n', err: '' })
  write('src/cli/cli.ts', `console.log('changed')`)
  expect(await finished('bin/secretariat')).toMatchObject({ code: 0, out: 'changed\n' })
})

it('says where the sources are wrong, and leaves the last build', async () => {
  await finished('bin/secretariat')
  write('src/words/words.ts', 'export const words = (')
  const { code, err } = await finished('bin/secretariat')
  expect(code).toBe(1)
  expect(err).toContain('src/words/words.ts:1')
  expect(existsSync(join(clone, 'dist', 'cli.js'))).toBe(true)
})

it('serves, passes on a request to end once, and ends as the server ends', async () => {
  const { child, said, ended } = script('bin/start.mjs', '--empty')
  await expect.poll(() => said.out, { timeout: 15_000 }).toContain('serving --empty')
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect(await ended).toBe(7)
  expect(heard()).toBe('SIGINT')
})

it('lets the server end in good order when the starter is killed', async () => {
  const { child, said } = script('bin/start.mjs')
  await expect.poll(() => said.out, { timeout: 15_000 }).toContain('serving')
  child.kill('SIGKILL')
  await expect.poll(heard, { timeout: 5_000 }).toBe('SIGTERM')
})

it('says who has the data folder, before it installs or builds anything', async () => {
  const held = holdDataFolder(join(clone, 'data'), 'http://localhost:8080')
  unlinkSync(join(clone, 'node_modules'))
  const { code, out, err } = await finished('bin/start.mjs')
  held.release()
  expect(code).toBe(1)
  expect(out).toBe('')
  expect(err).toContain(`process ${process.pid}, which serves http://localhost:8080`)
  expect(existsSync(join(clone, 'dist'))).toBe(false)
  expect(existsSync(join(clone, 'node_modules'))).toBe(false)
})

it('installs nothing while a server of this clone runs', async () => {
  const held = holdDataFolder(join(clone, 'data'), 'http://localhost:8080')
  unlinkSync(join(clone, 'node_modules'))
  const { code, err } = await finished('bin/setup.mjs')
  held.release()
  expect(code).toBe(1)
  expect(err).toContain('Nothing was changed')
  expect(existsSync(join(clone, 'node_modules'))).toBe(false)
})

it('makes the files that browsers fetch, as they are listed', async () => {
  write('src/web/assets/a.css', '.a {\n  color: black;\n}\n')
  write('src/web/assets/mark.svg', '<svg/>\n')
  const list = [
    { from: 'src/web/assets/a.css', to: 'a.css' },
    { from: 'src/web/assets/mark.svg', to: 'deeper/mark.svg' },
  ]
  write('src/web/assets/assets.json', JSON.stringify(list))
  await finished('bin/secretariat')
  const made = (path: string) => readFileSync(join(clone, 'dist', 'assets', path), 'utf8')
  expect(made('a.css')).toBe('.a{color:#000}\n')
  expect(made('deeper/mark.svg')).toBe('<svg/>\n')
})

it('measures what a name begins, and prints nothing else to standard output', async () => {
  write(
    'benches/words.bench.ts',
    `import { words } from '#words/words.ts'
     console.log('warming', words)
     for (const name of ['words.many', 'words.few']) console.log(JSON.stringify({ name, value: 1 }))`,
  )
  write('benches/other.bench.ts', `console.log(JSON.stringify({ name: 'other' }))`)
  const few = await finished('bin/bench.mjs', 'words.few')
  expect(few).toMatchObject({ code: 0, out: '{"name":"words.few","value":1}\n' })
  expect((await finished('bin/bench.mjs', 'words')).out.trim().split('\n')).toHaveLength(2)
  const none = await finished('bin/bench.mjs', 'nothing')
  expect(none.code).toBe(1)
  expect(none.err).toContain('There are: other, words')
})
