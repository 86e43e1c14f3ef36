// What the tests need from the system beyond npm packages, and how it comes on Debian and its kin.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'
import { timed } from './telling.mjs'

/** `packages`: the first that the system knows is taken. `find`: where it is, or undefined. */
export const needs = [
  {
    name: 'chromium',
    for: 'journeys in a real browser',
    packages: ['chromium'],
    find: () =>
      process.env.SECRETARIAT_CHROMIUM ||
      onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
  },
  {
    name: 'postgresql',
    for: "contracts on Debian's PostgreSQL",
    packages: ['postgresql-15', 'postgresql'],
    find: serverBinaries,
  },
  {
    name: 'xmllint',
    for: 'the validity of XML that is handed out',
    packages: ['libxml2-utils'],
    find: () => onPath('xmllint'),
  },
]

/**
 * Installs what is missing where this user may, saying so; else says the one line to run.
 * Gives the needs that are still missing.
 */
export async function provide(say) {
  const missing = needs.filter((need) => !need.find())
  if (!missing.length) return []
  const packages = await knownPackages(missing)
  const words = packages.join(' ')
  const asRoot = await rootCommand()
  if (asRoot && packages.length) {
    await timed(say, `Installing from the system's packages: ${words}`, () =>
      aptInstall(asRoot, packages),
    )
  }
  const still = missing.filter((need) => !need.find())
  if (still.length) {
    const line = `apt-get install --no-install-recommends ${(await knownPackages(still)).join(' ')}`
    say(`Not there: ${still.map((need) => `${need.name} (${need.for})`).join(', ')}.`)
    say(`To have it, run as root: ${line}`)
  }
  return still
}

/** What the tests read: which needs are missing, and where the browser is. */
export function surroundings(missing) {
  const browser = needs.find(({ name }) => name === 'chromium').find()
  return {
    SECRETARIAT_WITHOUT: missing.map(({ name }) => name).join(','),
    ...(browser ? { SECRETARIAT_CHROMIUM: browser } : {}),
  }
}

/** How to run something as root without being asked for a password; undefined where one may not. */
async function rootCommand() {
  if (!onPath('apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  if (!onPath('sudo')) return undefined
  const { code } = await run('sudo', ['--non-interactive', 'true'])
  return code === 0 ? ['sudo', '--non-interactive'] : undefined
}

async function knownPackages(wanting) {
  if (!onPath('apt-cache')) return wanting.map(({ packages }) => packages[0])
  const chosen = wanting.map(async ({ packages }) => {
    for (const name of packages) {
      if ((await run('apt-cache', ['show', '--quiet', name])).code === 0) return name
    }
    return packages[0]
  })
  return Promise.all(chosen)
}

async function aptInstall(asRoot, packages) {
  await preventCluster(asRoot)
  const apt = async (...args) => {
    const [program, ...rest] = [...asRoot, 'env', ...quietly, 'apt-get', '--quiet', ...args]
    return run(program, rest)
  }
  const installing = ['install', '--yes', '--no-install-recommends', ...packages]
  const { code } = await apt(...installing)
  if (code === 0) return
  await apt('update')
  await apt(...installing)
}

const quietly = ['DEBIAN_FRONTEND=noninteractive', 'UCF_FORCE_CONFFOLD=1', 'RUNLEVEL=1']

/** Debian would make and start a database of its own with the server; the tests want its programs only. */
async function preventCluster(asRoot) {
  const folder = '/etc/postgresql-common'
  const setting = join(folder, 'createcluster.conf')
  if (existsSync(setting)) return
  const text = 'create_main_cluster = false\n'
  if (asRoot.length) {
    const write = `mkdir -p ${folder} && printf '${text}' > ${setting}`
    await run(asRoot[0], [...asRoot.slice(1), 'sh', '-c', write])
  } else {
    mkdirSync(folder, { recursive: true })
    writeFileSync(setting, text)
  }
}

function serverBinaries() {
  const place = '/usr/lib/postgresql'
  if (!existsSync(place)) return undefined
  return readdirSync(place)
    .filter((version) => Number(version) >= 15)
    .map((version) => join(place, version, 'bin', 'postgres'))
    .find((program) => existsSync(program))
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
}
