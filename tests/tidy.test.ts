// The parts of the house rules that a program can check. A fault says what to do instead.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  deciding,
  doors,
  foundations,
  mayAsk,
  roomsUse,
  seesAll,
  seesWeb,
  touchesTheWorld,
} from '../imports.rules.ts'
import { faultsOfImport } from './tidy/imports.ts'

const root = join(import.meta.dirname, '..')
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const program = tracked.filter((file) => /^src\/.*\.tsx?$/.test(file))
const rooms = Object.keys(mayAsk)
const isTest = (file: string) => /\.(test|contract)\.tsx?$/.test(file)

/** Imports of a file: what it names, resolved to a path in the repository where it is ours. */
function importsOf(file: string): string[] {
  const named = [
    ...read(file).matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
    ),
  ]
  return named.map(([, from, bare, later]) => {
    const name = from ?? bare ?? later!
    if (name.startsWith('#')) return `src/${name.slice(1)}`
    return name.startsWith('.') ? normalize(join(dirname(file), name)) : name
  })
}

describe('who may import whom', () => {
  it.each(program.filter((file) => !isTest(file) && !seesAll.includes(file)))('%s', (file) => {
    const faults = importsOf(file).flatMap((imported) =>
      faultsOfImport(file, imported, { foundations, doors, mayAsk, roomsUse, seesWeb, seesAll }),
    )
    expect(faults).toEqual([])
  })

  it('knows every folder of the program', () => {
    const folders = new Set(
      program.filter((file) => file.split('/').length > 2).map((file) => file.split('/')[1]),
    )
    const named = new Set([...Object.keys(foundations), ...rooms])
    expect([...folders].filter((folder) => !named.has(folder!))).toEqual([])
  })

  it('goes in no circle', () => {
    const graph = new Map(
      program
        .filter((file) => !isTest(file))
        .map((file) => [file, importsOf(file).filter((one) => one.startsWith('src/'))]),
    )
    const typesOnly = (file: string, imported: string) =>
      !new RegExp(
        `^(?:import|export) (?!type)[^'"]*from ['"](?:#|\\.\\.?/)[^'"]*${imported.split('/').at(-1)!.replace('.', '\\.')}['"]`,
        'm',
      ).test(read(file))
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (file: string, way: readonly string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
        return
      }
      state.set(file, 'open')
      for (const imported of graph.get(file) ?? [])
        if (!typesOnly(file, imported)) visit(imported, [...way, file])
      state.set(file, 'done')
    }
    for (const file of graph.keys()) visit(file, [])
    expect(circles).toEqual([])
  })

  it('uses every file', () => {
    const used = new Set(
      tracked.filter((file) => /\.(tsx?|mjs)$/.test(file)).flatMap((file) => importsOf(file)),
    )
    const entries = ['src/main.ts', 'src/cli/cli.ts', 'src/database/test-run.ts']
    expect(
      program.filter((file) => !isTest(file) && !used.has(file) && !entries.includes(file)),
    ).toEqual([])
  })
})

describe('what decides', () => {
  const touching =
    /\b(Date\.now|new Date\(\)|Math\.random|randomUUID|performance\.now|setTimeout|setInterval|process\.env)\b|from 'node:(fs|net|http|child_process|os|dgram|tls)|from 'pg'/
  const places = [...deciding, ...rooms]
  it.each(
    program.filter(
      (file) =>
        places.includes(file.split('/')[1]!) &&
        !isTest(file) &&
        touchesTheWorld[file] === undefined,
    ),
  )('%s touches no clock, dice, database, file or socket', (file) => {
    expect(touching.exec(read(file))?.[0]).toBeUndefined()
  })
})

describe('names', () => {
  const hollow = /(^|[/-])(utils?|helpers?|common|manager|service|types|misc|shared|base)(-|\.|$)/
  it('say what a file knows about', () => {
    expect(
      tracked.filter((file) => /\.(tsx?|mjs)$/.test(file) && hollow.test(file.split('/').at(-1)!)),
    ).toEqual([])
  })

  it('are written in kebab-case', () => {
    const names = program.map((file) => file.split('/').at(-1)!)
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name))).toEqual(
      [],
    )
  })
})

describe('rooms', () => {
  it.each(rooms.filter((room) => existsSync(join(root, 'src', room))))(
    '%s has a README of one screen, a front door and a manifest',
    (room) => {
      for (const file of ['README.md', 'index.ts', 'room.ts'])
        expect(
          existsSync(join(root, 'src', room, file)),
          `src/${room}/${file} is missing; write it`,
        ).toBe(true)
      expect(read(`src/${room}/README.md`).split('\n').length).toBeLessThan(60)
    },
  )

  const commands = program.filter(
    (file) =>
      rooms.includes(file.split('/')[1]!) && /\bcommand(<|\()/.test(read(file)) && !isTest(file),
  )
  it.each(commands)('%s has a test beside it', (file) => {
    expect(
      existsSync(join(root, file.replace(/\.ts$/, '.test.ts'))),
      'write given / when / then beside it',
    ).toBe(true)
  })
})

describe('files', () => {
  it('hold one thought: no more than 300 lines', () => {
    const long = program.filter((file) => !isTest(file) && read(file).split('\n').length > 300)
    expect(long, 'look for the second noun').toEqual([])
  })

  it('leave no note of work undone, and switch no test off', () => {
    const words = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX|HA', 'CK'].join(''))
    const narrowed = new RegExp(
      '\\b(it|test|describe)\\.(on' + 'ly|to' + 'do)\\b|\\b(it|test|describe)\\.sk' + 'ip\\(',
    )
    const faults = tracked
      .filter((file) => /\.(tsx?|mjs|sql|css)$/.test(file))
      .filter((file) => words.test(read(file)) || narrowed.test(read(file)))
    expect(faults).toEqual([])
  })

  it('name no folder of the machine they were written on', () => {
    const place = dirname(root)
    if (place.length < 3) return
    const faults = tracked.filter(
      (file) =>
        /\.(tsx?|mjs|md|sql|yaml|json|css|sh)$/.test(file) && read(file).includes(`${place}/`),
    )
    expect(faults).toEqual([])
  })

  it('lock packages without download addresses', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http')
  })
})
