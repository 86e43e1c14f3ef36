// Runs `secretariat text …` in the tests' own process, without the office around it.

import { Command, CommanderError } from 'commander'
import { Refused } from '#cli/session.ts'
import type { OpensOffice } from '#cli/text/record-text.ts'
import type { Tell } from '#cli/text/said.ts'
import { addTextCommands } from '#cli/text/text-commands.ts'
import type { Office } from '#office/office.ts'

export interface Said {
  readonly code: number
  readonly answer: string
  readonly beside: string
}

interface Hearing {
  readonly program: Command
  told(reason?: unknown): Said
}

function hearing(open?: OpensOffice): Hearing {
  const answers: (string | Uint8Array)[] = []
  const besides: string[] = []
  let code = 0
  const silent = {
    writeOut: (s: string) => answers.push(s),
    writeErr: (s: string) => besides.push(s),
  }
  const program = new Command('secretariat').exitOverride().configureOutput(silent)
  const tell: Tell = {
    answer: (answer) => answers.push(answer),
    beside: (line) => besides.push(`${line}\n`),
    exit: (told) => {
      code = told
    },
  }
  addTextCommands(program, tell, open)
  return {
    program,
    told(reason) {
      if (reason instanceof CommanderError) code = reason.exitCode === 0 ? 0 : 2
      else if (reason instanceof Refused) {
        code = reason.exitCode
        besides.push(`${reason.message}\n`)
      } else if (reason !== undefined) throw reason
      return { code, answer: answers.map(String).join(''), beside: besides.join('') }
    },
  }
}

/** What a call on files says, and its exit code as the program would give it. */
export function runText(...words: readonly string[]): Said {
  const { program, told } = hearing()
  try {
    program.parse(['text', ...words], { from: 'user' })
    return told()
  } catch (reason) {
    return told(reason)
  }
}

/** The same of a call on the record of an office that stays open. */
export async function runTextOn(office: Office, ...words: readonly string[]): Promise<Said> {
  const { program, told } = hearing((_options, act) => act(office))
  try {
    await program.parseAsync(['text', ...words], { from: 'user' })
    return told()
  } catch (reason) {
    return told(reason)
  }
}
