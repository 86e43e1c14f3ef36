// The value of a parameter: out of what was typed, and as it is read.

import { z } from 'zod'
import { faultOfValue, type Parameter } from '#rulebook/rulebook.ts'
import type { ParameterValue } from '#rulebook/rulebook-file.ts'

const cell = z.union([z.number(), z.string(), z.boolean(), z.null()])

/** A value as data: a number, a text, yes or no, a list, or a table of rows. */
export const parameterValue = z.union([
  z.number(),
  z.string(),
  z.boolean(),
  z.array(z.union([z.number(), z.string()])),
  z.array(z.record(z.string(), cell)),
])

/** A value of the parameter's kind, or a sentence why what was given is none. Texts from a form are read as that kind. */
export function valueFor(
  parameter: Parameter,
  given: unknown,
): { readonly value: ParameterValue } | { readonly fault: string } {
  const checked = parameterValue.safeParse(
    typeof given === 'string' ? read(parameter, given) : given,
  )
  if (!checked.success || isEmpty(checked.data)) return { fault: expected[parameter.kind] }
  const fault = faultOfValue(parameter, checked.data)
  return fault ? { fault: expected[parameter.kind] } : { value: checked.data }
}

/** What each kind of value looks like when typed. */
export const expected: Readonly<Record<Parameter['kind'], string>> = {
  number: 'a number, such as 15',
  text: 'a text',
  flag: 'yes or no',
  list: 'a list, its items parted by semicolons',
  table: 'a table, as a JSON list of rows such as [{"category": "one", "least": 1}]',
}

/** Undefined where the text cannot be read as a value of the parameter's kind. */
function read({ kind, value: present }: Parameter, text: string): unknown {
  switch (kind) {
    case 'number':
      return numberIn(text)
    case 'text':
      return text.trim()
    case 'flag':
      return flags.get(text.trim().toLowerCase())
    case 'list': {
      const items = text
        .split(/[;\n]/)
        .map((item) => item.trim())
        .filter(Boolean)
      const counts = Array.isArray(present) && present.every((item) => typeof item === 'number')
      return counts ? items.map(numberIn) : items
    }
    case 'table':
      return parsed(text)
  }
}

const flags = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
])

function numberIn(text: string): number | undefined {
  const plain = text.trim()
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) return undefined
  return Number(plain.replaceAll(',', ''))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isEmpty = (value: ParameterValue) =>
  value === '' || (Array.isArray(value) && value.length === 0)
