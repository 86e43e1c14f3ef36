// Runs `secretariat text …` in the tests' own process, without the office around it.

import { Command, CommanderError } from 'commander'
import { Refused } from '#cli/session.ts'
import { addTextCommands } from '#cli/text/text-commands.ts'

export interface Said {
  readonly code: number
  readonly answer: string
  readonly beside: string
}

/** What a call says, and its exit code as the program would give it. */
export function runText(...words: readonly string[]): Said {
  const answers: string[] = []
  const besides: string[] = []
  let code = 0
  const silent = {
    writeOut: (s: string) => answers.push(s),
    writeErr: (s: string) => besides.push(s),
  }
  const program = new Command('secretariat').exitOverride().configureOutput(silent)
  addTextCommands(program, {
    answer: (answer) => answers.push(String(answer)),
    beside: (line) => besides.push(`${line}\n`),
    exit: (told) => {
      code = told
    },
  })
  try {
    program.parse(['text', ...words], { from: 'user' })
  } catch (reason) {
    if (reason instanceof CommanderError) code = reason.exitCode === 0 ? 0 : 2
    else if (reason instanceof Refused) {
      code = reason.exitCode
      besides.push(`${reason.message}\n`)
    } else throw reason
  }
  return { code, answer: answers.join(''), beside: besides.join('') }
}
