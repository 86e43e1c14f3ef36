// Every command of the office on the command line: `secretariat enter-meeting-on-record --reference … --held …`.

import type { Command } from 'commander'
import type { Outcome } from '#decision/carry-out.ts'
import type { AnyCommand } from '#decision/command.ts'
import type { Refusal } from '#decision/refusal.ts'
import { addOptions, given } from './options-of.ts'
import { Refused, type Shared, shared, viewerOf, withOffice } from './session.ts'

type Options = Shared & { readonly dryRun?: boolean } & Readonly<Record<string, unknown>>

/** Adds a command for each. */
export function addCommands(program: Command, commands: readonly AnyCommand[]): void {
  for (const declared of commands) {
    const command = program.command(declared.name).description(`${declared.title}. ${declared.why}`)
    addOptions(command, declared.input)
    shared(command)
      .option('--dry-run', 'ask the rules, and enter nothing')
      .option('--json', 'as JSON')
      .action(() => carry(declared, command.opts<Options>()))
  }
}

async function carry(command: AnyCommand, options: Options): Promise<void> {
  await withOffice(options, async (office) => {
    const asking = office.asking(options.code, viewerOf(options))
    const request = { command, input: given(command.input, options), asking }
    const rehearse = options.dryRun ?? false
    const [outcome] = await office.act([request], { rehearse })
    if (options.json) console.log(JSON.stringify(outcome, null, 2))
    if (outcome!.kind !== 'done') throw new Refused(options.json ? 'Refused.' : told(outcome!))
    if (!options.json) {
      console.log(
        rehearse ? 'Nothing stands against it; nothing was entered.' : 'Entered in the record:',
      )
      if (!rehearse) for (const { id, type } of outcome!.entries) console.log(`  ${id}  ${type}`)
    }
  })
}

function told(outcome: Exclude<Outcome, { kind: 'done' }>): string {
  switch (outcome.kind) {
    case 'refused':
      return ['Refused; nothing was entered.', ...outcome.refusals.map(toldRefusal)].join('\n')
    case 'stale':
      return `Somebody else was first: you saw version ${outcome.seen}, it is now ${outcome.found}.`
    case 'not-allowed':
      return outcome.says
  }
}

/** A refusal in one line: field, sentence, what was expected and came, the clause, the way out. */
function toldRefusal({ rule, says, field, expected, came, clause, instead }: Refusal): string {
  const parts = [
    `${field ? `${field}: ` : ''}${says}`,
    expected && `expected ${expected}`,
    came && `came: ${came}`,
    instead,
    clause && `clause ${clause.clause} (${clause.confidence})`,
    rule !== 'form' && `rule ${rule}`,
  ]
  return `  ${parts.filter(Boolean).join('; ')}`
}
