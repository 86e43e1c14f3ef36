// The printed description, held against the rules of OpenAPI 3.1 that a reader of it relies on.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '#decision/command.ts'
import { perhaps, provenance, said } from '#decision/on-record.ts'
import type { Office } from '#office/office.ts'
import { paging } from '#reading/pages-of-rows.ts'
import { view } from '#reading/view.ts'
import { rooms } from '../rooms.ts'
import { openApi } from './openapi.ts'

type Json = Readonly<Record<string, unknown>>
interface Operation {
  readonly operationId: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Json
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

const described = (office: Pick<Office, 'views' | 'commands'>) => {
  const printed = JSON.parse(JSON.stringify(openApi(office as Office))) as Json
  const paths = printed.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return { printed, paths, operations }
}

const whole = described({
  views: rooms.flatMap((room) => room.views),
  commands: rooms.flatMap((room) => room.commands),
})

/** Every value below `value` under this name. */
function* under(value: unknown, name: string): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === name) yield inner
    yield* under(inner, name)
  }
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with a title, a version and paths that begin with a stroke', () => {
    expect(whole.printed).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: expect.any(String) },
    })
    for (const path of Object.keys(whole.paths)) expect(path).toMatch(/^\/api\/v1\/[^:]*$/)
  })

  it('names every operation once', () => {
    const names = whole.operations.map(({ operation }) => operation.operationId)
    expect(names.length).toBeGreaterThan(30)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(whole.operations)('describes $method $path', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const described = operation.parameters.filter((one) => one.in === 'path')
    expect(described.map(({ name }) => name).toSorted()).toEqual(inPath.toSorted())
    expect(described.every(({ required }) => required)).toBe(true)
    const keys = operation.parameters.map((one) => `${one.in} ${one.name}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(Object.keys(operation.responses).length).toBeGreaterThan(1)
    for (const [status, { description }] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^[1-5]\d\d$/)
      expect(description).not.toBe('')
    }
  })

  it('refers only to what it holds', () => {
    for (const reference of under(whole.printed, '$ref')) {
      const found = String(reference)
        .slice(2)
        .split('/')
        .reduce<unknown>((value, name) => (value as Json | undefined)?.[name], whole.printed)
      expect(found, String(reference)).toBeDefined()
    }
  })
})

describe('a view and a command', () => {
  const { paths } = described({
    views: [
      view({
        name: 'wall',
        at: '/walls/:wall',
        title: 'Wall',
        says: 'One wall.',
        asked: z.object({ wall: z.string(), ...paging }),
        gives: z.object({ colour: z.string() }),
        answer: () => ({ colour: 'red' }),
      }),
    ],
    commands: [
      command({
        name: 'paint-wall',
        at: 'POST /walls/:wall',
        title: 'Paint a wall',
        why: 'A wall is seen.',
        may: 'operator',
        onRecord: true,
        input: z.object({ wall: said('the wall'), notes: perhaps, ...provenance }),
        stream: ({ wall }) => `wall:${wall}`,
        starting: undefined,
        evolve: () => undefined,
        rules: {},
        class: 'white',
        decide: () => [],
        shownAt: () => '/walls',
      }),
    ],
  })

  it('stand at one address', () => {
    expect(Object.keys(paths)).toContain('/api/v1/walls/{wall}')
    expect(Object.keys(paths['/api/v1/walls/{wall}']!)).toEqual(['get', 'post'])
  })

  it('take their names from the address, their query and both times', () => {
    const { parameters } = paths['/api/v1/walls/{wall}']!.get!
    expect(parameters.map((one) => `${one.in} ${one.name} ${one.required}`)).toEqual([
      'path wall true',
      'query after false',
      'query limit false',
      'query as-of false',
      'query known-at false',
    ])
  })
})
