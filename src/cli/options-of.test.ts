import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addOptions, fieldNames, given } from './options-of.ts'

const schema = z.object({
  effectiveFrom: z.string().meta({ label: 'In force from', hint: 'A day' }),
  kind: z.enum(['board', 'panel']).default('board').meta({ label: 'Kind' }),
  limit: z.coerce.number().optional(),
})

function optionsAfter(...words: string[]) {
  const command = new Command('test').exitOverride().configureOutput({ writeErr: () => undefined })
  addOptions(command, schema)
  command.parse(words, { from: 'user' })
  return command
}

describe('the options of a schema', () => {
  it('are its fields in order, written with hyphens, with what is said about them', () => {
    expect(fieldNames(schema)).toEqual(['effectiveFrom', 'kind', 'limit'])
    expect(optionsAfter().options.map(({ long, description }) => [long, description])).toEqual([
      ['--effective-from', 'In force from. A day'],
      ['--kind', 'Kind'],
      ['--limit', 'limit'],
    ])
  })

  it('give what was written, under the names of the fields, and nothing else', () => {
    const options = optionsAfter('--effective-from', '2017-03-31', '--limit', '5').opts()
    expect(given(schema, { ...options, json: true })).toEqual({
      effectiveFrom: '2017-03-31',
      limit: '5',
    })
  })

  it('refuse a word that is none of the choices', () => {
    expect(() => optionsAfter('--kind', 'wall')).toThrow('Allowed choices are board, panel')
  })
})
