// The whole office, served as `npm start` serves it, on a database and a port of the test's own.

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { apiRoutes } from '#api/api.ts'
import type { Database } from '#database/database.ts'
import { type DatabaseKind, freshDatabase } from '#database/test-database.ts'
import type { Office } from '#office/office.ts'
import { accessTo } from '#web/access.ts'
import { type WebServer, webServer } from '#web/server.ts'
import { openOffice, prepare } from '../../src/open-office.ts'

export const operatorKey = 'the-key-of-the-operator-in-journeys'
const home = join(import.meta.dirname, '../..')

export interface Served {
  readonly address: string
  readonly office: Office
  readonly database: Database
  readonly web: WebServer
  close(): Promise<void>
}

/** The demonstration, or an empty office. */
export async function served(
  how: { readonly empty?: boolean; readonly kind?: DatabaseKind } = {},
): Promise<Served> {
  const database = await freshDatabase(how.kind ?? 'embedded')
  const office = await openOffice(database, 'sec')
  await prepare(
    office,
    {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataFolder: '',
      defaultCode: 'sec',
      demonstration: !how.empty,
      empty: how.empty ?? false,
      operatorKey,
      home,
    },
    () => undefined,
  )
  const assets = join(home, 'dist', 'assets')
  if (!existsSync(assets)) mkdirSync(assets, { recursive: true })
  const web = await webServer({
    office,
    access: accessTo(office, operatorKey),
    assets,
    beside: [apiRoutes],
    log: (line) => console.error(line),
  })
  await web.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = web.server.server.address() as { port: number }
  return {
    address: `http://localhost:${port}`,
    office,
    database,
    web,
    async close() {
      await web.server.close()
      await office.close()
    },
  }
}
