// Options of the command line from the schemas of what can be asked or entered.

import { type Command, Option } from 'commander'
import { z } from 'zod'

interface Property {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly label?: string
  readonly hint?: string
  readonly description?: string
}

/** The fields of a schema, in order. */
export function fieldNames(schema: z.ZodType): readonly string[] {
  return Object.keys(propertiesOf(schema))
}

function propertiesOf(schema: z.ZodType): Readonly<Record<string, Property>> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return (json.properties ?? {}) as Record<string, Property>
}

/** `effectiveFrom` as the option `--effective-from`. */
const optionOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Adds an option for every field. */
export function addOptions(command: Command, schema: z.ZodType): void {
  for (const [name, { label, hint, description, enum: choices }] of Object.entries(
    propertiesOf(schema),
  )) {
    const says = [description ?? label ?? name, hint].filter(Boolean).join('. ')
    const option = new Option(`--${optionOf(name)} <${name}>`, says)
    command.addOption(choices ? option.choices(choices) : option)
  }
}

/** What was given for the fields of a schema. */
export function given(
  schema: z.ZodType,
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    fieldNames(schema).flatMap((name) =>
      options[name] === undefined ? [] : [[name, options[name]]],
    ),
  )
}
