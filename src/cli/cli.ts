// The command line: the same views and commands as the pages, and the care of the record itself.

import { Command, CommanderError } from 'commander'
import { searchView } from '#office/search.view.ts'
import { rooms } from '../rooms.ts'
import { addCommands } from './commands.ts'
import { addImports } from './imports.ts'
import { addJournalCommands } from './journal-commands.ts'
import { addPeopleCommands } from './people-commands.ts'
import { addReference } from './reference.ts'
import { Refused } from './session.ts'
import { addTextCommands } from './text/text-commands.ts'
import { addViews } from './views.ts'

const program = new Command('secretariat')
  .description('Runs a multi-party industry code: its text, its changes, its votes and its record.')
  .showHelpAfterError('Say --help after any command to see what it takes.')
  .exitOverride()

addViews(program, [...rooms.flatMap((room) => room.views), searchView(rooms)])
addCommands(
  program,
  rooms.flatMap((room) => room.commands),
)
addImports(
  program,
  rooms.flatMap((room) => room.registers),
)
addJournalCommands(program)
addPeopleCommands(program)
addReference(program, rooms, [searchView(rooms)])
addTextCommands(program)

// Whoever reads the answer may have enough of it before its end, as `head` has: that is no fault of ours.
process.stdout.on('error', (reason: NodeJS.ErrnoException) => {
  if (reason.code === 'EPIPE') process.exit()
  console.error(`The answer could not be written: ${reason.message}`)
  process.exit(2)
})

try {
  await program.parseAsync(process.argv)
} catch (reason) {
  process.exitCode = exitCodeOf(reason)
}

/** 0 where help was asked for, 1 where something was refused or does not hold, 2 where the call's words are off. */
function exitCodeOf(reason: unknown): number {
  if (reason instanceof CommanderError) return reason.exitCode === 0 ? 0 : 2
  if (reason instanceof Refused) {
    console.error(reason.message)
    return reason.exitCode
  }
  console.error(
    reason instanceof Error && process.env.SECRETARIAT_TRACE
      ? reason.stack
      : (reason as Error).message,
  )
  return 2
}
