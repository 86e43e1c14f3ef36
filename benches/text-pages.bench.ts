// The pages of a long text with every version of it on record: imported as the command line does it, then each page
// drawn anew, one after another, by the server without a socket.

import { importTexts } from '#cli/text/import-texts.ts'
import type { Tell } from '#cli/text/said.ts'
import { homeFolder } from '#config.ts'
import { accessTo } from '#web/access.ts'
import { webServer } from '#web/server.ts'
import { openOffice } from '../src/open-office.ts'
import { dcFolder, hasCorpus, tellIfAbsent } from '../tests/text-corpus.ts'
import { measured, median, quantile, timeOf } from './measured.ts'
import { ownDatabase } from './own-database.ts'

const quiet: Tell = { answer: () => undefined, beside: () => undefined, exit: () => undefined }
const how = {
  code: 'dc-code',
  title: 'District of Columbia Code, Titles 34 and 47',
  label: undefined,
  pairs: [],
  source: undefined,
  dryRun: false,
  json: false,
}
const turns = 30

async function measurePages(): Promise<void> {
  const database = await ownDatabase()
  const before = await openOffice(database, 'dc-code')
  const asked = {
    format: 'dc-code',
    files: [dcFolder()],
    on: undefined,
    tracked: undefined,
  } as const
  const spent = process.cpuUsage()
  const importing = await timeOf(() => importTexts(before, asked, how, quiet))
  const { user, system } = process.cpuUsage(spent)
  measured({
    name: 'text-pages.import',
    what: `milliseconds to import 83 versions of 17,000 provisions with their files, all proved; ${Math.round((user + system) / 1000)} of them on a core`,
    value: importing,
    unit: 'ms',
    must: 60_000,
  })
  measured({
    name: 'text-pages.import-memory',
    what: 'the most memory that the process held by then',
    value: process.resourceUsage().maxRSS / 1024,
    unit: 'MiB',
    must: 1_500,
  })

  let office = before
  const opening = await timeOf(async () => {
    office = await openOffice({ ...database, close: async () => undefined }, 'dc-code')
  })
  measured({
    name: 'text-pages.opening',
    what: 'milliseconds to open the journal with all its rows',
    value: opening,
    unit: 'ms',
    must: 2_000,
  })
  const { server } = await webServer({
    office,
    access: accessTo(office, undefined),
    assets: `${homeFolder()}/src/web/assets`,
    beside: [],
    keepAnswers: false,
  })
  const draw = async (url: string): Promise<number> => {
    let status = 0
    const time = await timeOf(async () => {
      status = (await server.inject(`/codes/dc-code${url}`)).statusCode
    })
    if (status !== 200) throw new Error(`${url} was answered with ${status}`)
    return time
  }
  const pages: Record<string, { readonly urls: readonly string[]; readonly must: number }> = {
    'text-pages.provision': {
      urls: ['47-1801.04', '47-2001', '34-1501', '47-820', '34-912'].map((one) => `/code/${one}`),
      must: 20,
    },
    'text-pages.provision-then': {
      urls: ['47-1801.04', '47-2001', '34-1501'].map((one) => `/code/${one}?as-of=2022-05-11`),
      must: 20,
    },
    'text-pages.redline': {
      urls: [
        '/code/redline?from=2022-05-02&to=2022-05-11',
        '/code/redline?from=2023-02-13&to=2023-03-03',
        '/code/redline?from=2022-03-17&to=2022-04-02',
      ],
      must: 50,
    },
    'text-pages.search': {
      urls: ['tax', 'public utility', 'Mayor', '"gross receipts"', '47-1801.04'].map(
        (words) => `/code/search?q=${encodeURIComponent(words)}`,
      ),
      must: 50,
    },
  }
  for (const [name, { urls, must }] of Object.entries(pages)) {
    const first = await draw(urls[0]!)
    const times: number[] = []
    for (let turn = 0; turn < turns; turn++) for (const url of urls) times.push(await draw(url))
    measured({
      name,
      what: `milliseconds of the server for one page drawn anew, the middle of ${times.length}; p95 ${quantile(times, 0.95).toFixed(1)}, the first of all ${first.toFixed(0)}`,
      value: median(times),
      unit: 'ms',
      must,
    })
  }
  for (const file of [
    'text.pdf',
    'text.docx',
    'text.xml',
    'redline.pdf?from=2021-10-18&to=2023-09-22',
  ])
    await measureMeanwhile(file, draw)
  await office.close()
  await before.close()
}

/** How long others wait for a page while a file of the whole text is drawn: one page after another, until it is there. */
async function measureMeanwhile(
  file: string,
  draw: (url: string) => Promise<number>,
): Promise<void> {
  const waits: number[] = []
  let isDrawn = false
  const drawing = draw(`/code/${file}`).then((time) => {
    isDrawn = true
    return time
  })
  do {
    const asked = performance.now()
    await new Promise((resolve) => setImmediate(resolve))
    await draw('/code/47-1801.04')
    waits.push(performance.now() - asked)
  } while (!isDrawn)
  measured({
    name: `text-pages.meanwhile.${file.split('?')[0]}`,
    what: `the longest wait for a provision while ${file} is drawn in ${(await drawing).toFixed(0)} ms, of ${waits.length}; the first ${waits[0]!.toFixed(0)}, the middle ${median(waits).toFixed(0)}, the last ${waits.at(-1)!.toFixed(0)}`,
    value: Math.max(...waits),
    unit: 'ms',
    must: 100,
  })
}

const [asked = ''] = process.argv.slice(2)
// Asked for one figure of the engine, such as "text.8", it would import for a minute to measure nothing.
if ('text-pages'.startsWith(asked) || asked.startsWith('text-pages')) {
  tellIfAbsent('The bench of the pages of a text')
  if (hasCorpus) await measurePages()
}
