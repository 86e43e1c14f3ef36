// OpenAPI 3.1, printed from the declarations of views and commands.

import { z } from 'zod'
import type { AnyCommand } from '#decision/command.ts'
import type { Office } from '#office/office.ts'
import type { AnyView } from '#reading/view.ts'
import { entryShown } from '#web/entries.ts'

type Schema = Readonly<Record<string, unknown>>

/** The description of the API as an object. */
export function openApi(office: Office): Schema {
  const paths: Record<string, Record<string, unknown>> = {}
  const at = (address: string) => {
    const path = `/api/v1${address.replace(/:(\w+)/g, '{$1}')}`
    paths[path] ??= {}
    return paths[path]
  }
  for (const view of office.views) at(view.at).get = getting(view)
  at('/record/:ids').get = gettingEntries()
  for (const command of office.commands)
    at(command.at.slice('POST '.length)).post = posting(command)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Secretariat',
      version: '1',
      description:
        'The record of an industry code. Every reading takes as-of (in force on a day) and known-at (as recorded at an instant). Other codes than the default stand below /codes/NAME.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { operator: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}

const times = [
  {
    name: 'as-of',
    in: 'query',
    required: false,
    description: 'In force on this day; today where it is left out',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'known-at',
    in: 'query',
    required: false,
    description: 'As recorded at this instant; now where it is left out',
    schema: { type: 'string', format: 'date-time' },
  },
]

function getting(view: AnyView): Schema {
  return {
    operationId: view.name,
    summary: view.title,
    description: view.says,
    parameters: [...parametersOf(view), ...times],
    responses: {
      200: answered(
        schemaOf(view.gives, 'output'),
        'The answer, with the record it was drawn from',
      ),
      304: { description: 'The same as before' },
      ...problems(400, 404),
    },
  }
}

const gettingEntries = (): Schema => ({
  operationId: 'record',
  summary: 'Entries of the record',
  description: 'The entries with these ids, as far as the viewer may read them.',
  parameters: [
    {
      name: 'ids',
      in: 'path',
      required: true,
      description: 'Ids of entries, with commas between them',
      schema: { type: 'string' },
    },
    ...times,
  ],
  responses: {
    200: answered(
      {
        type: 'object',
        properties: { entries: { type: 'array', items: schemaOf(entryShown, 'output') } },
        required: ['entries'],
      },
      'The entries',
    ),
    ...problems(400, 404),
  },
})

function posting(command: AnyCommand): Schema {
  return {
    operationId: command.name,
    summary: command.title,
    description: `${command.why} Rules: ${Object.keys(command.rules).join(', ') || 'none'}.`,
    security: [{ operator: [] }],
    parameters: [
      {
        name: 'If-Match',
        in: 'header',
        required: false,
        description:
          'The version that was seen, in quotation marks; another one by now is answered 409',
        schema: { type: 'string' },
      },
      ...namesIn(command.at).map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(command.input, 'input') } },
    },
    responses: {
      201: {
        description: 'Entered in the record',
        content: { 'application/json': { schema: enteredSchema } },
      },
      ...problems(403, 409, 422),
    },
  }
}

function parametersOf(view: AnyView): Schema[] {
  const schema = schemaOf(view.asked, 'input')
  const inPath = new Set(namesIn(view.at))
  const required = new Set((schema.required ?? []) as string[])
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(
    ([name, { label, description, ...rest }]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.has(name),
      ...((description ?? label) ? { description: description ?? label } : {}),
      schema: rest,
    }),
  )
}

const namesIn = (address: string) => [...address.matchAll(/:(\w+)/g)].map(([, name]) => name!)

/** A schema as JSON Schema, without what is only said to people who fill in forms. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

function answered(answer: Schema, description: string): Schema {
  return {
    description,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            code: { type: 'string' },
            asOf: { type: 'string', format: 'date' },
            knownAt: { type: ['string', 'null'] },
            record: {
              type: 'object',
              properties: { position: { type: 'integer' }, hash: { type: 'string' } },
              required: ['position', 'hash'],
            },
            answer,
          },
          required: ['code', 'asOf', 'knownAt', 'record', 'answer'],
        },
      },
    },
  }
}

const enteredSchema: Schema = {
  type: 'object',
  properties: {
    entries: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          type: { type: 'string' },
          stream: { type: 'string' },
          version: {
            type: 'integer',
            description: 'Its number in its stream; told to the operator alone',
          },
        },
      },
    },
    shownAt: { type: 'string' },
  },
}

const problemSchema: Schema = {
  type: 'object',
  description: 'Problem details (RFC 9457), with the refusals or faults where there are any',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    refusals: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          rule: { type: 'string' },
          says: { type: 'string' },
          clause: {
            type: ['object', 'null'],
            properties: {
              clause: { type: 'string' },
              confidence: { enum: ['seen', 'recalled', 'assumed'] },
              source: { type: 'string' },
            },
          },
          field: { type: 'string' },
          expected: { type: 'string' },
          came: { type: 'string' },
          instead: { type: 'string' },
        },
        required: ['rule', 'says', 'clause'],
      },
    },
  },
  required: ['title', 'status'],
}

const said: Readonly<Record<number, string>> = {
  400: 'Asked wrongly',
  403: 'Not allowed',
  404: 'Not found, which is also what one may not see',
  409: 'Somebody else was first',
  422: 'Refused, with every refusal that applies',
}

const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: said[status],
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  )
