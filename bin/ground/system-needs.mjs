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
  {
    name: 'pdftotext',
    for: 'what a PDF says to others',
    packages: ['poppler-utils'],
    find: () => onPath('pdftotext'),
  },
  {
    name: 'qpdf',
    for: 'whether a PDF is whole',
    packages: ['qpdf'],
    find: () => onPath('qpdf'),
  },
]

/**
 * Installs what is missing where this user may, saying so; else says the one line to run.
 * Gives the needs that are still missing.
 */
export async function provide(say) {
  const missing = needs.filter((need) => !need.find())
  if (!missing.length) return []
  const asRoot = await rootCommand()
  if (asRoot) {
    await timed(say, `Installing from the system's packages: ${namesOf(missing)}`, () =>
      aptInstall(asRoot, missing),
    )
  }
  const still = missing.filter((need) => !need.find())
  if (still.length) {
    const packages = await Promise.all(still.map(knownPackage))
    say(`Not there: ${still.map((need) => `${need.name} (${need.for})`).join(', ')}.`)
    say(`To have it, run as root: apt-get install --no-install-recommends ${packages.join(' ')}`)
  }
  return still
}

const namesOf = (missing) => missing.map(({ name }) => name).join(', ')

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

/** The first of a need's packages that the system's lists know; its first where they know none. */
async function knownPackage({ packages }) {
  if (!onPath('apt-cache')) return packages[0]
  for (const name of packages) {
    if ((await run('apt-cache', ['show', '--quiet', name])).code === 0) return name
  }
  return packages[0]
}

/** The lists are fetched anew when they do not suffice: in a new container they are empty. */
async function aptInstall(asRoot, missing) {
  await preventCluster(asRoot)
  const apt = async (...args) => {
    const [program, ...rest] = [...asRoot, 'env', ...quietly, 'apt-get', '--quiet', ...args]
    return (await run(program, rest)).code === 0
  }
  const install = async () =>
    apt(
      'install',
      '--yes',
      '--no-install-recommends',
      ...(await Promise.all(missing.map(knownPackage))),
    )
  if (await install()) return
  await apt('update')
  if (await install()) return
  // One package that cannot be had does not keep the others away.
  for (const need of missing) {
    await apt('install', '--yes', '--no-install-recommends', await knownPackage(need))
  }
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
