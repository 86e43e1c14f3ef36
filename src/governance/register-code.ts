// Registers a code as one that is administered here. It is the first entry of the code's own record.

import { z } from 'zod'
import { command, type Rule } from '#decision/command.ts'
import { said } from '#decision/on-record.ts'
import { type CodeEvent, evolveCode, noCode, type RegisteredCode } from './code.ts'

const input = z.object({
  name: z
    .string({ error: 'Give the name of the code' })
    .trim()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      'Give the name of the code in small letters, digits and hyphens',
    )
    .max(40, 'Give the name of the code in 40 characters at most')
    .meta({ label: 'Name', hint: 'As in its addresses, such as model-code' }),
  title: said('the title of the code').meta({ label: 'Title', hint: 'As it is cited in full' }),
  demonstration: z
    .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false', 'on', ''])], {
      error: 'Say yes or no',
    })
    .optional()
    .transform((said) => said === true || said === 'yes' || said === 'true' || said === 'on')
    .meta({
      label: 'Demonstration',
      kind: 'flag',
      hint: 'Yes where its record shows the system rather than runs a code',
    }),
})
type RegisterCode = z.output<typeof input>

const codeIsNew: Rule<RegisterCode, RegisteredCode, undefined> = ({ name }, code) =>
  code.registered
    ? {
        says: `A code named ${name} is already administered here`,
        field: 'name',
        came: name,
        instead: 'Choose a name of its own for this code',
      }
    : undefined

const codeIsRegisteredInItsOwnRecord: Rule<RegisterCode, RegisteredCode, undefined> = (
  { name },
  _code,
  circumstances,
) =>
  name === circumstances.code
    ? undefined
    : {
        says: 'A code is registered in its own record',
        field: 'name',
        expected: circumstances.code,
        came: name,
        instead: `Ask in the record of ${name}, or give the name ${circumstances.code}`,
      }

export const registerCode = command<RegisterCode, RegisteredCode, CodeEvent>({
  name: 'register-code',
  at: 'POST /codes',
  title: 'Register a code',
  why: 'A code has a record here from then on. What its governance says is read from its folder of data; without one its rulebook is empty.',
  may: 'operator',
  onRecord: false,
  input,
  stream: ({ name }) => `code:${name}`,
  starting: noCode,
  evolve: evolveCode,
  rules: { codeIsNew, codeIsRegisteredInItsOwnRecord },
  class: 'white',
  decide: (code) => [{ type: 'CodeRegistered', data: code }],
  shownAt: () => '/codes',
})
