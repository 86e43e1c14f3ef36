// The packages that package-lock.json names, installed when they are not there as named.
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { holderOf, takenBy } from './holder.mjs'
import { dataFolder, isThere, root, within } from './place.mjs'
import { run } from './run.mjs'
import { Plainly, timed } from './telling.mjs'

/**
 * Installs what is missing; `development` includes what only tests and building need. Packages for
 * development that are there stay. Never under a running server or database of this clone.
 */
export async function install({ development = false, say }) {
  const whole = development || hasDevelopment()
  if (isInstalled(whole)) return false
  if (isLink()) {
    say(
      'node_modules is a link to another installation, which differs from package-lock.json: left as it is.',
    )
    return false
  }
  refuseWhileInUse()
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  if (!whole) args.push('--omit=dev')
  const what = whole ? 'the packages for running and developing' : 'the packages'
  await timed(say, `Installing ${what}`, async () => {
    const { code, output } = await npm(args)
    if (code !== 0) {
      throw new Plainly(
        `npm could not install the packages:\n${output.trim()}\n` +
          'Check the network and the registry (npm ping), then start again.',
      )
    }
  })
  return true
}

/** Through the npm that runs this script where there is one, else the one on the path. */
async function npm(args) {
  const own = process.env.npm_execpath
  try {
    return own?.endsWith('.js')
      ? await run(process.execPath, [own, ...args])
      : await run('npm', args)
  } catch (error) {
    throw new Plainly(
      `npm could not be run (${error.message}). It comes with Node.js: https://nodejs.org`,
    )
  }
}

/** npm writes down what it installed only once it is all there. */
const installed = () => lockedIn('node_modules/.package-lock.json')

function isInstalled(development) {
  const there = installed()
  if (!there) return false
  return Object.entries(lockedIn('package-lock.json') ?? {}).every(([path, wanted]) => {
    if (!path || (wanted.dev && !development)) return true
    const found = there[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional)
  })
}

function hasDevelopment() {
  return Object.values(installed() ?? {}).some(({ dev }) => dev)
}

function lockedIn(file) {
  try {
    return JSON.parse(readFileSync(within(file), 'utf8')).packages
  } catch {
    return undefined
  }
}

const isLink = () => isThere('node_modules') && lstatSync(within('node_modules')).isSymbolicLink()

function refuseWhileInUse() {
  const holder = holderOf(dataFolder())
  if (holder) throw new Plainly(takenBy(dataFolder(), holder))
  const pid = processFromPackages()
  if (!pid) return
  throw new Plainly(
    `Other packages are needed now, but process ${pid} still runs from node_modules of ${root}. ` +
      `Nothing was changed. Stop what uses it (a database left by a killed server: kill -INT ${pid}), then start again.`,
  )
}

/** A server, test run or database of this clone, whichever data folder it has. Seen on Linux only. */
function processFromPackages() {
  if (process.platform !== 'linux') return undefined
  return readdirSync('/proc').find((entry) => {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) return false
    try {
      return readlinkSync(`/proc/${entry}/exe`).startsWith(`${within('node_modules')}/`)
    } catch {
      return false
    }
  })
}
