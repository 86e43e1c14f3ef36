// Pages under load, in one process beside the load itself: a register page of 500 rows with answers kept and not,
// against the same bytes served as they are; a page as of another day; the year's report.

import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import Fastify from 'fastify'
import { apiRoutes } from '#api/api.ts'
import { homeFolder } from '#config.ts'
import { theOperator } from '#journal/information-class.ts'
import { accessTo } from '#web/access.ts'
import { webServer } from '#web/server.ts'
import { openOffice, prepare } from '../src/open-office.ts'
import { measured } from './measured.ts'
import { ownDatabase } from './own-database.ts'

const seconds = 4
const database = await ownDatabase()
const office = await openOffice(database, 'sec')
await prepare(
  office,
  {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataFolder: '',
    defaultCode: 'sec',
    demonstration: true,
    empty: false,
    operatorKey: undefined,
    home: homeFolder(),
  },
  () => undefined,
)
const meeting = office.commands.find(({ name }) => name === 'enter-meeting-on-record')!
await office.act(
  Array.from({ length: 500 }, (_none, index) => ({
    command: meeting,
    input: {
      reference: `BENCH-${index}`,
      body: 'change-board',
      kind: 'meeting',
      held: '2016-07',
      source: 'a bench',
      basis: 'illustrative',
    },
    asking: office.asking('sec', theOperator),
  })),
)

const assets = join(homeFolder(), 'dist', 'assets')
if (!existsSync(assets)) cpSync(join(homeFolder(), 'src/web/assets'), assets, { recursive: true })
const parts = { office, access: accessTo(office, undefined), assets, beside: [apiRoutes] }
const kept = (await webServer(parts)).server
const drawn = (await webServer({ ...parts, keepAnswers: false })).server

const register = '/meetings?limit=500'
const { payload, headers } = await kept.inject(register)
const files = Fastify()
files.get('/bytes', (_request, reply) => reply.type(String(headers['content-type'])).send(payload))

const addresses = await Promise.all(
  [kept, drawn, files].map((server) => server.listen({ port: 0, host: '127.0.0.1' })),
)
const [keptAt, drawnAt, filesAt] = addresses as [string, string, string]

async function load(url: string) {
  await autocannon({ url, connections: 10, duration: 1 })
  const found = await autocannon({ url, connections: 10, duration: seconds })
  if (found.non2xx > 0) throw new Error(`${url} answered ${found.non2xx} times otherwise than 200`)
  return { rate: found.requests.average, p99: found.latency.p99 }
}

const bytes = await load(`${filesAt}/bytes`)
const cases = [
  {
    name: 'pages.register-kept',
    url: keptAt + register,
    what: 'register page of 500 rows, answers kept',
  },
  {
    name: 'pages.register-drawn',
    url: drawnAt + register,
    what: 'register page of 500 rows, drawn each time',
  },
  {
    name: 'pages.as-of',
    url: `${drawnAt}${register}&as-of=2017-03-31`,
    what: 'the same as in force on another day, drawn each time',
  },
  {
    name: 'pages.parties',
    url: `${drawnAt}/parties?limit=500`,
    what: 'the register of Parties, drawn each time',
  },
  {
    name: 'pages.report',
    url: `${drawnAt}/reports/2016-17`,
    what: 'the year’s report, drawn each time',
  },
  {
    name: 'pages.report-kept',
    url: `${keptAt}/reports/2016-17`,
    what: 'the year’s report, answers kept',
  },
]
for (const { name, url, what } of cases) {
  const { rate, p99 } = await load(url)
  measured({
    name,
    what: `requests a second, 10 connections: ${what}; baseline: the bytes of the register page served as they are`,
    value: rate,
    unit: 'requests/s',
    baseline: bytes.rate,
    higherIsBetter: true,
  })
  measured({
    name: `${name}.p99`,
    what: `99th percentile: ${what}; baseline: the bytes of the register page served as they are`,
    value: p99,
    unit: 'ms',
    baseline: Math.max(bytes.p99, 1),
  })
}
await Promise.all([kept.close(), drawn.close(), files.close()])
await office.close()
