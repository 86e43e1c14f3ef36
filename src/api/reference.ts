// The reference in docs/reference, printed from the declarations.

import { z } from 'zod'
import type { AnyCommand } from '#decision/command.ts'
import type { Register } from '#decision/register.ts'
import type { AnyView } from '#reading/view.ts'
import type { Room } from '#web/room.ts'

/** The pages of the reference, by file name. */
export function referencePages(
  rooms: readonly Room[],
  views: readonly AnyView[],
): Readonly<Record<string, string>> {
  return {
    'api.md': page(
      'The API',
      apiIntroduction,
      rooms
        .flatMap((room) => room.views)
        .concat(views)
        .map(viewPaper),
    ),
    'commands.md': page(
      'Commands',
      commandsIntroduction,
      rooms.flatMap((room) => room.commands.map(commandPaper)),
    ),
    'events.md': page('Events', eventsIntroduction, rooms.flatMap(eventsPaper)),
    'imports.md': page(
      'Imports',
      importsIntroduction,
      rooms.flatMap((room) => room.registers.map(registerPaper)),
    ),
  }
}

const printed =
  'Printed from the code by `bin/secretariat reference`; a test fails where it is stale.'

const apiIntroduction = `${printed}

Every view is a page, an answer at \`/api/v1\` and a command of \`bin/secretariat\`. All take \`as-of\` (a day: in force then) and \`known-at\` (an
instant: recorded by then). Another code than the default stands below \`/codes/NAME\`. The schemas are in \`/api/v1/openapi.json\`.`

const commandsIntroduction = `${printed}

Every command is a form at \`/desk/NAME\`, a POST below \`/api/v1\` and \`bin/secretariat NAME\`. A command "on record" enters facts from a source: its
rules check form, identity and contradiction, not procedure.`

const eventsIntroduction = `${printed}

What the journal may hold, room by room, and the folds that read it. Events are for ever: an old one is read by every later version.`

const importsIntroduction = `${printed}

\`bin/secretariat import REGISTER FILE.csv [--code NAME] [--dry-run]\`: all rows or none. Dates may be known in part: \`2017-03-31\`, \`2016-07\`,
\`2016-04-01/2016-08-18\`, \`../2014-07\`, \`..\`.`

function page(title: string, introduction: string, papers: readonly string[]): string {
  return `# ${title}\n\n${introduction}\n\n${papers.join('\n')}`
}

function viewPaper({ name, at, says, asked }: AnyView): string {
  const names = fieldsOf(asked).map(([field, { label, description }]) =>
    item(field, description ?? label ?? ''),
  )
  return `## \`${at}\`\n\n${says} On the command line: \`${name}\`.\n${list(names)}`
}

function commandPaper({ name, at, title, why, input, rules, onRecord }: AnyCommand): string {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const required = new Set((schema.required ?? []) as string[])
  const fields = fieldsOf(input).map(([field, { label, hint }]) =>
    item(field, [label, hint].filter(Boolean).join('. '), required.has(field)),
  )
  const ruled = Object.keys(rules).map((rule) => `\`${rule}\``)
  return `## \`${name}\`

\`${at}\`. ${title}${onRecord ? ' (on record)' : ''}. ${why}
${list(fields)}${ruled.length > 0 ? `\nRules: ${ruled.join(', ')}.\n` : ''}`
}

function eventsPaper(room: Room): string[] {
  const events = new Map<string, string[]>()
  for (const fold of room.folds)
    for (const event of Object.keys(fold.on))
      events.set(event, [...(events.get(event) ?? []), fold.name])
  if (events.size === 0) return []
  const lines = [...events].map(
    ([event, folds]) => `- \`${event}\`: read by ${folds.map((fold) => `\`${fold}\``).join(', ')}`,
  )
  return [`## ${room.name}\n${list(lines)}`]
}

function registerPaper({ name, says, command, columns, mayLack = [] }: Register): string {
  return `## \`${name}\`

${says}. Each row is the command \`${command.name}\`.
${list(columns.map((column) => item(column.name, column.says, !mayLack.includes(column.name))))}`
}

type Said = { label?: string; hint?: string; description?: string }

function fieldsOf(schema: z.ZodType): [string, Said][] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries((json.properties ?? {}) as Record<string, Said>)
}

const item = (name: string, says: string, required?: boolean) =>
  `- \`${name}\`${says ? `: ${says}` : ''}${required === false ? ' (may be left out)' : ''}`

const list = (items: readonly string[]) => (items.length > 0 ? `\n${items.join('\n')}\n` : '')
