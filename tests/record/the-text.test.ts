// The text of the Code as entered from the record: our own illustrative clauses, and what is known to have been done
// to the Code. None of it is the SEC's own text.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { day } from '#calendar/day.ts'
import { directionsKept } from '#legal-text/code-kept.ts'
import {
  check,
  definitionsIn,
  findReferences,
  type Tree,
  usesIn,
  wordsOf,
} from '#legal-text/engine/index.ts'
import { legalTextRoom } from '#legal-text/room.ts'
import { bareNumber, touches } from '#legal-text/text/cited-number.ts'
import { instrumentShown } from '#legal-text/text/instrument-in-words.ts'
import { textAt } from '#legal-text/text/text-at.ts'
import type { Reading } from '#reading/reading.ts'
import { enteredRecord } from './entered-record.ts'
import { rows, sec } from './read-record.ts'

let reading: Reading
beforeAll(async () => {
  const before = ['sections', 'versions', 'version-claims', 'variations', 'texts']
  const on = await enteredRecord([legalTextRoom()], [...before, 'provisions', 'effects', 'endings'])
  reading = on('2017-03-31')
})
const on = (text: string, region?: string) => textAt(reading, { on: day(text), region })!
const yearEnd = '2017-03-31'
const shown = (tree: Tree) => tree.own.lead.map(wordsOf).join('\n')
const said = (number: string, at: string, region?: string) => {
  const { numbers } = on(at, region)
  const id = numbers.named(number)
  return id && shown(numbers.tree(id)!)
}
const treesOf = (root: Tree): Tree[] => [root, ...root.kids.flatMap(treesOf)]

/** Every clause that the rulebook cites: lists taken apart. */
function cited(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(cited)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clause' && typeof inner === 'string' ? partsOfCitation(inner) : cited(inner),
  )
}
const partsOfCitation = (clause: string) =>
  clause.startsWith('Energy Act') ? [clause] : clause.split(/\s*[,;]\s*|\s+and\s+/)
const rulebook = new URL('rulebook/', sec)
const citations = new Set(
  readdirSync(rulebook, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => cited(parse(readFileSync(new URL(file, rulebook), 'utf8')))),
)

/** Cited by the rulebook, and not in the Code on 31 March 2017. */
const elsewhere: Record<string, string> = {
  'J3.3A': 'comes on 1 April 2017, with SECMP0016',
  'Energy Act 2004, Schedule 22': 'an Act of Parliament',
  'Energy Act 2004, s.173': 'an Act of Parliament',
}

describe('our own clauses', () => {
  it('stand for every clause that the rulebook cites, or it is said why not', () => {
    expect(citations.size).toBeGreaterThan(90)
    const { numbers } = on(yearEnd)
    const missing = [...citations].filter((clause) => numbers.named(clause) === undefined)
    expect(missing.sort()).toEqual(Object.keys(elsewhere).sort())
    expect(on('2017-04-01').numbers.named('J3.3A')).toBeDefined()
  })

  it('stand for every provision that an instrument names, as soon as it does', () => {
    // What is below A1 is not numbered in our own clauses.
    for (const effect of on(yearEnd).text.effects.values())
      for (const named of effect.provisions)
        if (named !== 'A1.1')
          expect(on('2017-04-01').numbers.named(named), `${effect.id}: ${named}`).toBeDefined()
  })

  it('are each marked as illustrative, with their source', () => {
    for (const { id, basis, source } of rows('provisions'))
      expect([basis, source], id).toEqual([
        'illustrative',
        'invented for illustration; in our own words',
      ])
    const withWords = rows('effects').filter(({ ops }) => ops !== '')
    expect(withWords.length).toBeGreaterThanOrEqual(3)
    for (const { reference, basis, says } of withWords) {
      expect(basis, reference).toBe('illustrative')
      expect(says, reference).toMatch(/^Invented words: /)
    }
    const without = rows('effects').filter(({ ops }) => ops === '')
    expect(new Set(without.map(({ basis }) => basis))).toEqual(new Set(['on-record']))
  })

  it('have identities that say nothing of their numbers', () => {
    const ids = rows('provisions').map(({ id }) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^p\d{3}$/)
  })

  it('are called by their full numbers', () => {
    const { effects } = on(yearEnd).text
    const b12b = rows('provisions').find(({ parent, number }) => parent + number! === 'B1.2(b)')!
    expect(effects.get(`entered:${b12b.id}`)?.provisions).toEqual(['B1.2(b)'])
    expect(effects.get('entered:p002')?.provisions).toEqual([])
  })

  it('each have a place in the text', () => {
    const standing = new Set(treesOf(on(yearEnd).root).map(({ id }) => String(id)))
    expect(rows('provisions').filter(({ id }) => !standing.has(id!))).toEqual([])
  })

  it.each(['2013-09-23', '2016-09-28', '2016-09-30', yearEnd, '2017-04-01'])(
    'give the checker neither an error nor a warning on %s',
    (at) => {
      const found = check(on(at).root)
      expect(found.filter(({ level }) => level !== 'info')).toEqual([])
    },
  )

  it.each(['2017-01-25', yearEnd, '2017-04-01'])(
    'refer on %s only to what stands, by the number that it has',
    (at) => {
      const { root, numbers } = on(at)
      const referred = treesOf(root).flatMap((tree) =>
        findReferences(shown(tree))
          .filter(({ form, number }) => form !== 'document' && number !== '')
          .map(({ form, number, words }) => ({
            from: tree.id,
            words,
            to:
              form === 'paragraph'
                ? tree.kids.find(({ own }) => own.label?.raw === number)?.id
                : numbers.named(
                    ['schedule', 'appendix'].includes(form) ? `${form} ${number}` : number,
                  ),
          })),
      )
      expect(referred.length).toBeGreaterThan(40)
      expect(referred.filter(({ to }) => to === undefined)).toEqual([])
    },
  )

  it('use every term that they define', () => {
    const { root } = on(yearEnd)
    const definitions = definitionsIn(root)
    expect(definitions.length).toBeGreaterThan(40)
    const used = new Set(usesIn(root, definitions).map(({ term }) => term))
    expect(definitions.filter(({ term }) => !used.has(term)).map(({ term }) => term)).toEqual([])
  })
})

describe('the instruments of the record', () => {
  const effectsOf = (kind: string, reference: string) => {
    const { effects, timeline } = on(yearEnd).text
    const made = [...effects.values()].filter(
      ({ instrument }) => instrument?.kind === kind && instrument.reference === reference,
    )
    const ended = rows('endings').filter(
      ({ instrument_kind, instrument }) => instrument_kind === kind && instrument === reference,
    )
    expect(timeline.notCommenced()).toEqual([])
    return { made, ended }
  }

  it('have their effects, each direction', () => {
    const directions = reading.rows(directionsKept)
    expect(directions).toHaveLength(rows('variations').length)
    expect(directions).toHaveLength(13)
    for (const { data } of directions) {
      const { made, ended } = effectsOf('direction', data.reference)
      const onRecord = made.filter(({ basis }) => basis === 'on-record')
      const touched = [
        ...onRecord.flatMap(({ provisions }) => provisions),
        ...ended.flatMap(({ effect }) => on(yearEnd).text.effects.get(effect!)!.provisions),
      ]
      expect(onRecord.length + ended.length, data.reference).toBeGreaterThan(0)
      for (const named of data.provisions) expect(touched, data.reference).toContain(named)
      for (const { on: day } of ended) expect(day, data.reference).toBe(data.on)
      for (const { date } of onRecord) expect(date, data.reference).toBe(data.on)
    }
  })

  it('are all on record themselves', () => {
    const directions = reading.rows(directionsKept).map(({ data }) => data.reference)
    const known: Record<string, (string | undefined)[]> = {
      direction: [...directions, 'unknown'],
      designation: [...rows('versions').map(({ version }) => version), 'unknown'],
      modification: rows('modifications').map(({ number }) => number),
    }
    for (const { instrument_kind, instrument } of [...rows('effects'), ...rows('endings')])
      expect(known[instrument_kind!], instrument).toContain(instrument)
  })

  it('are said not to be on record where no source tells which they were', () => {
    const unknown = [...on(yearEnd).text.effects.values()].filter(
      ({ instrument }) => instrument?.reference === 'unknown',
    )
    expect(unknown).toHaveLength(8)
    for (const { instrument } of unknown)
      expect(instrumentShown(instrument!, reading).words).toBe(
        'an instrument that is not on record',
      )
  })

  it.each([
    ['3.0', ['Section L']],
    ['4.2', ['B2', 'B1', 'F5', 'H14', 'M3', 'T6', 'Appendix C']],
    ['4.16', ['Appendix R']],
    ['4.17', ['F2', 'Appendix Z']],
    ['5.3', ['Section N', 'N4A']],
    ['5.4', ['Schedule 9', 'Schedule 11', 'Section A', 'Section N']],
  ])('have their effects, version %s', (version, provisions) => {
    const { made } = effectsOf('designation', version)
    const amended = made.find(({ mode, basis }) => mode === 'amend' && basis === 'on-record')!
    expect(amended).toMatchObject({ provisions, wordsHeld: false, layer: 'permanent' })
    expect(amended.date).toBe(
      rows('versions').find((row) => row.version === version)!.date_effective || '../2014-07',
    )
  })

  it('name every part that the contents of a version name', () => {
    for (const { version, contents } of rows('versions')) {
      const named = contents!.match(
        /\b[A-Z]\d+[A-Z]?\b|(?<=Section |Schedule |Appendix )[A-Z0-9]+\b/g,
      )
      const { made } =
        version === '5.5'
          ? effectsOf('modification', 'SECMP0026')
          : effectsOf('designation', version!)
      const amended = made.flatMap(({ provisions }) => provisions)
      for (const one of named ?? [])
        expect(
          amended.some(
            (provision) => bareNumber(provision).split(' ').at(-1) === one.toLowerCase(),
          ),
          `${version}: ${one}`,
        ).toBe(true)
    }
  })

  it('leave no fault in any interval, in any region', () => {
    const { timeline } = on(yearEnd).text
    for (const region of [undefined, 'North', 'Central', 'South'])
      for (const known of [{}, { without: 'variations' as const }]) {
        const asked = region === undefined ? known : { ...known, region }
        const intervals = timeline.intervals(asked)
        expect(intervals.every(({ faults }) => faults.length === 0)).toBe(true)
      }
  })

  it('vary E2 from 29 September 2016, and no longer E2.1 and E2.2', () => {
    const onE2 = (at: string) =>
      on(at)
        .effects.filter(
          ({ layer, provisions }) =>
            layer === 'variation' && provisions.some((one) => touches(one, 'E2')),
        )
        .map(({ id }) => id)
    expect(onE2('2016-09-28')).toEqual(['E2.1-E2.2-K-varied'])
    expect(onE2('2016-09-29')).toEqual(['E1-E2-varied-2016', 'E1-E2-invented-words'])
    expect(onE2('2016-09-30')).toEqual(onE2('2016-09-29'))
    expect(said('E2', '2016-09-28')).toContain('each day')
    expect(said('E2', '2016-09-30')).toContain('once a week')
    expect(said('E2.1', '2016-09-30')).toBe(said('E2.1', '2016-09-28'))
  })

  it('open a variation of unknown start with the Code, and say that it is not known', () => {
    const opened = on('2013-09-23').effects.filter(({ layer }) => layer === 'variation')
    expect(opened.map(({ id }) => id)).toEqual([
      'H14.31-varied',
      'H1-H2-H3.22-not-in-effect',
      'X2.4-f-varied',
      'Appendix-A-Appendix-C-varied',
      'E2.1-E2.2-K-varied',
      'R1.2-services-varied',
      'F2-not-in-effect',
      'User-ID-varied',
    ])
    for (const { date, wordsHeld, says } of opened) {
      expect(date).toMatch(/^\.\.\/20/)
      expect([wordsHeld, says]).toEqual([false, expect.stringMatching(/known|named/)])
    }
  })

  it('activate H1, H2 and H3.22 on 6 June 2016', () => {
    const inactive = (at: string) =>
      on(at)
        .effects.filter(({ mode }) => mode === 'disapply')
        .flatMap(({ provisions }) => provisions)
    expect(inactive('2016-06-05')).toEqual(['H1', 'H2', 'H3.22', 'F2'])
    expect(inactive('2016-06-06')).toEqual(['F2'])
    expect(inactive('2016-10-27')).toEqual([])
  })

  it('hold in one region longer than in the others', () => {
    const varied = (at: string, region: string) =>
      on(at, region).effects.some(({ id }) => id === 'R1.2-services-varied')
    expect(['North', 'Central', 'South'].map((one) => varied('2016-11-07', one))).toEqual([
      true,
      true,
      true,
    ])
    expect(['North', 'Central', 'South'].map((one) => varied('2016-11-24', one))).toEqual([
      true,
      false,
      false,
    ])
    expect(['North', 'Central', 'South'].map((one) => varied('2016-11-25', one))).toEqual([
      false,
      false,
      false,
    ])
    expect(on('2016-11-24').regional.map(({ id }) => id)).toContain('R1.2-services-varied')
    const added = (region: string) =>
      treesOf(on('2016-11-10', region).root).some(({ id }) => id === 'p301')
    expect(['North', 'Central'].map(added)).toEqual([true, false])
  })

  it('move the day on which the User ID variation ends', () => {
    const varied = (at: string) =>
      on(at)
        .effects.filter(({ id }) => id.startsWith('User-ID'))
        .map(({ id }) => id)
    expect(varied('2017-06-28')).toEqual(['User-ID-varied'])
    expect(varied('2017-06-29')).toEqual(['User-ID-varied-further'])
    expect(varied('2017-11-02')).toEqual([])
  })

  it('renumber without losing what a provision is', () => {
    const named = (number: string, at: string) => on(at).numbers.named(number)
    expect(named('N4(b)', '2017-01-25')).toBe(named('N4(c)', '2017-01-26'))
    expect(named('N4(b)', '2017-01-26')).toBe('p302')
    const history = on(yearEnd).text.timeline.history(named('N4(c)', yearEnd)!)
    expect(history.map(({ number }) => number)).toEqual(['N4(b)', 'N4(c)'])
  })

  it.each([
    ['L4.6(b)', '2014-09-01', '2014-09-02', '1 October 2014'],
    ['X2.4(b)', '2014-02-12', '2014-02-13', 'September 2015'],
    ['L1', '2016-03-31', '2016-04-01', 'three members for Large'],
    ['G7', '2017-03-14', '2017-03-15', 'about to fall free'],
    ['J3', yearEnd, '2017-04-01', 'Section J3.3A'],
  ])('change invented words of %s between %s and %s', (number, before, after, words) => {
    expect(said(number, before)).not.toContain(words)
    expect(said(number, after)).toContain(words)
  })

  it('are undone where they end', () => {
    expect(said('X2.4(b)', '2015-09-01')).toBe(said('X2.4(b)', '2014-02-12'))
  })
})

const notes = ['domain/', 'seed/'].map(
  (folder) => new URL(`../../../shared/${folder}`, import.meta.url),
)
const haveNotes = notes.every((folder) => existsSync(folder))
if (!haveNotes)
  console.warn('Skipped: the notes and the report are not here to be compared with our own clauses')

describe.skipIf(!haveNotes)('the words of our own clauses', () => {
  it('share no eight words in a row with the notes or the report', () => {
    const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const runs = (words: readonly string[]) =>
      words.slice(7).map((_, at) => words.slice(at, at + 8).join(' '))
    const others = notes.flatMap((folder) =>
      readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')),
    )
    const taken = new Set(others.flatMap((text) => runs(wordsIn(text))))
    expect(taken.size).toBeGreaterThan(10_000)
    const ours = rows('provisions').map(({ heading, words }) => wordsIn(`${heading} ${words}`))
    expect(ours.flatMap(runs).filter((run) => taken.has(run))).toEqual([])
  })
})
