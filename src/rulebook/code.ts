// What a code is called and where it lives: codes/NAME/code.yaml, and the sources its rulebook cites.
import { z } from 'zod'
import { type Day, isDay } from '#calendar/day.ts'
import { valueFromYaml } from '#rulebook/yaml-text.ts'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const pattern = text.refine(isPattern, { message: 'Expected a regular expression' })

const code = z.strictObject({
  title: text,
  short: text,
  kind: text,
  says: text,
  invented: z.boolean().optional(),
  zone: text.refine(isZone, { message: 'Expected an IANA time zone, such as Europe/London' }),
  currency: z.string().regex(/^[A-Z]{3}$/, { message: 'Expected a currency, such as GBP' }),
  weekend: z
    .array(z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']))
    .max(6),
  regulatoryYear: z.strictObject({
    label: text,
    startsOn: z.string().refine((value) => value !== '02-29' && isDay(`2016-${value}`), {
      message: 'Expected the month and day on which every year begins, such as 04-01',
    }),
  }),
  recordStart: z.custom<Day>(isDay, { message: 'Expected a day written YYYY-MM-DD' }),
  holidays: text,
  /** Classes by id: of what is published on purpose, and of whatever carries none. */
  information: z.strictObject({ published: id, unmarked: id }),
  /** Who takes part without being a body of the code, by id. */
  actors: z.record(id, z.strictObject({ name: text, short: text, says: text })),
  /** How the code numbers its things: the form every number has, and an example for people. */
  identifiers: z.record(
    id,
    z
      .strictObject({ label: text, pattern, example: text })
      .refine((form) => !isPattern(form.pattern) || new RegExp(form.pattern).test(form.example), {
        message: 'Expected an example that has the form of the pattern',
        path: ['example'],
      }),
  ),
})

const sources = z.record(
  id,
  z.strictObject({ title: text, address: z.url({ protocol: /^https?$/ }).optional() }),
)

/** A code's own data. `name` is that of its folder and of its addresses. */
export type Code = Readonly<z.output<typeof code>> & { readonly name: string }

/** Where the rulebook's entries come from, by the id they cite. */
export type Sources = Readonly<z.output<typeof sources>>

/** The code that a YAML text describes. Throws one Error that names every fault by file, line and path. */
export function codeFrom(yaml: string, file: string, name: string): Code {
  return { ...valueFromYaml(yaml, file, code).value, name }
}

/** The sources that a YAML text lists. Throws one Error that names every fault by file, line and path. */
export function sourcesFrom(yaml: string, file: string): Sources {
  return valueFromYaml(yaml, file, sources).value
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: zone }))
  } catch {
    return false
  }
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text))
  } catch {
    return false
  }
}
