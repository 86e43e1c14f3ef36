// `secretariat import REGISTER FILE.csv`: all rows or none.

import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { Register } from '#decision/register.ts'
import { registerCode } from '#governance/index.ts'
import { theOperator } from '#journal/information-class.ts'
import { importTable, type RowFault } from '#office/import-table.ts'
import { Refused, type Shared, shared, viewerOf, withOffice } from './session.ts'

type Options = Shared & { readonly dryRun?: boolean }

/** Adds `import` with a command for each register. */
export function addImports(program: Command, registers: readonly Register[]): void {
  const imports = program
    .command('import')
    .description(
      'Enter a register on record from a table: all rows or none. What it enters reads "on record", never "decided here".',
    )
  for (const register of registers) {
    const command = imports
      .command(register.name)
      .argument('<file>', 'comma-separated values, UTF-8, with a header row')
      .description(register.says)
      .addHelpText('after', `\nColumns:\n${columnsOf(register)}`)
    shared(command)
      .addOption(new Option('--dry-run', 'check every row, and enter nothing'))
      .option('--json', 'as JSON')
      .action((file: string) => importFile(register, file, command.opts<Options>()))
  }
}

function columnsOf({ columns, mayLack = [] }: Register): string {
  return columns
    .map(
      ({ name, says }) =>
        `  ${name.padEnd(24)} ${says}${mayLack.includes(name) ? ' (may be left out)' : ''}`,
    )
    .join('\n')
}

async function importFile(register: Register, file: string, options: Options): Promise<void> {
  const text = await readFile(file, 'utf8').catch((reason: NodeJS.ErrnoException) => {
    throw new Refused(
      reason.code === 'ENOENT'
        ? `There is no file ${file}`
        : `${file} cannot be read: ${reason.message}`,
      2,
    )
  })
  await withOffice(
    options,
    async (office) => {
      const { code } = options
      const known = office.knows(office.journal.state, code)
      const asking = office.asking(code, viewerOf(options))
      const title = office.codeNamed(code)?.code.title ?? code
      const first = known
        ? []
        : [
            {
              command: registerCode,
              input: { name: code, title, demonstration: false },
              asking: office.asking(code, theOperator),
            },
          ]
      const outcome = await importTable(office, { register, text }, asking, {
        rehearse: options.dryRun ?? false,
        first,
      })
      if (options.json) console.log(JSON.stringify(outcome, null, 2))
      if (outcome.kind === 'faults')
        throw new Refused(
          [
            `${file}: nothing was entered; ${outcome.faults.length} ${outcome.faults.length === 1 ? 'fault' : 'faults'}.`,
            ...(options.json ? [] : outcome.faults.map(told)),
          ].join('\n'),
        )
      if (options.json) return
      if (first.length > 0)
        console.log(
          office.codeNamed(code)
            ? `Registered the code ${code}.`
            : `Registered the code ${code}, which was not known here: its rulebook is empty.`,
        )
      console.log(
        outcome.rehearsed
          ? `${outcome.rows} rows checked: nothing stands against them. Nothing was entered.`
          : `${outcome.rows} ${outcome.rows === 1 ? 'row' : 'rows'} entered on record as ${outcome.entries} ${outcome.entries === 1 ? 'entry' : 'entries'}.`,
      )
    },
    { creates: true },
  )
}

function told({ line, column, value, says, rule }: RowFault): string {
  const where = column === null ? `line ${line}` : `line ${line}, column ${column}`
  const came = value === null ? '' : ` Came: ${value === '' ? '(empty)' : value}.`
  return `  ${where}: ${says}.${came}${rule ? ` (rule ${rule})` : ''}`
}
