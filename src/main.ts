// The server: reads its settings, opens the office, and listens on this machine.

import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { apiRoutes } from '#api/api.ts'
import { type Config, configFrom } from '#config.ts'
import { type Held, holdDataFolder } from '#database/data-folder.ts'
import { openDatabase } from '#database/open-database.ts'
import { thePublic } from '#journal/information-class.ts'
import { accessTo } from '#web/access.ts'
import { webServer } from '#web/server.ts'
import { type OpenOffice, openOffice, prepare } from './open-office.ts'
import { operatorKeyOf } from './operator-key.ts'

const say = (line: string) => console.log(line)

async function main(): Promise<void> {
  const config = configFrom(process.env, process.argv.slice(2))
  const held = config.databaseUrl
    ? undefined
    : holdDataFolder(config.dataFolder, `http://localhost:${config.port}`)
  try {
    await serve(config, held)
  } catch (reason) {
    held?.release()
    throw reason
  }
}

async function serve(config: Config, held: Held | undefined): Promise<void> {
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    say,
  })
  const office = await openOffice(database, config.defaultCode, say)
  let close = () => office.close()
  try {
    await prepare(office, config, say)
    const access = accessTo(office, operatorKeyOf(config, { make: true }))
    const { server } = await webServer({
      office,
      access,
      assets: join(config.home, 'dist', 'assets'),
      beside: [apiRoutes],
      log: (line) => console.error(line),
    })
    close = async () => {
      await server.close()
      await office.close()
    }
    await server.listen({ port: config.port, host: config.host }).catch((reason) => {
      throw (reason as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken(config) : reason
    })
    const { port } = server.server.address() as { port: number }
    const address = `http://localhost:${port}`
    held?.announce(address)
    say(
      config.demonstration
        ? 'This is the demonstration: the record of 2016-17, with illustrative Parties.'
        : `The record stands at entry ${office.journal.state.head.position}.`,
    )
    say(
      access.key === undefined
        ? 'Nobody can act as the operator here: set SECRETARIAT_OPERATOR_KEY to 20 characters or more.'
        : `To act as the operator, open ${address}/operator?key=${access.key}`,
    )
    say(address)
  } catch (reason) {
    await close()
    throw reason
  }
  const end = () => {
    void close()
      .catch((reason) => console.error(reason))
      .then(() => {
        held?.release()
        process.exit(0)
      })
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  // Whoever asks first can do without; what goes wrong shows where it is asked for.
  await makeReady(office).catch((reason) => console.error(reason))
}

/** What rooms keep in memory is made once nobody waits for the start any more. */
async function makeReady(office: OpenOffice): Promise<void> {
  for (const { name } of office.codesIn(office.journal.state)) {
    const reading = await office.read({ code: name, viewer: thePublic })
    for (const room of office.rooms)
      for (const _pause of room.makeReady?.(reading) ?? []) await setImmediate()
  }
}

const portTaken = ({ host, port }: Config) =>
  new Error(
    `Another program listens on ${host}:${port} already. Stop it, or set PORT to another number.`,
  )

main().catch((reason: unknown) => {
  const { message, stack } = reason as Error
  console.error(process.env.SECRETARIAT_TRACE ? stack : message)
  process.exit(1)
})
