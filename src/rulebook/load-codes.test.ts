import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { regulatoryYearOf } from '#calendar/regulatory-year.ts'
import { addWorkingDays } from '#calendar/working-days.ts'
import { calendarOf } from '#rulebook/calendar-of.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { leastOf, majority } from '#rulebook/majority.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'

const codes = loadCodes('codes')
const sec = codes.get('sec')!
const secOn = (text: string) => rulebookOn(sec.rulebookFiles, [], day(text))
const yearEnd = secOn('2017-03-31')

describe('the codes that come with the program', () => {
  it('load, and have nothing in common but the shape', () => {
    expect([...codes.keys()]).toEqual(['model-code', 'sec'])
    const model = codes.get('model-code')!
    const other = rulebookOn(model.rulebookFiles, [], day('2026-07-01'))
    expect(model.code.invented).toBe(true)
    expect(model.code.zone).not.toBe(sec.code.zone)
    expect(model.code.regulatoryYear.startsOn).not.toBe(sec.code.regulatoryYear.startsOn)
    const ids = (of: { readonly id: string }[] | readonly { readonly id: string }[]) =>
      of.map(({ id }) => id)
    for (const list of ['partyCategories', 'bodies', 'paths', 'informationClasses'] as const)
      expect(ids(other[list]).filter((id) => ids(yearEnd[list]).includes(id))).toEqual([])
  })

  it('ask the same question of two codes and get two answers', () => {
    const due = (name: string, text: string) => {
      const loaded = codes.get(name)!
      const year = regulatoryYearOf(day(text), loaded.code.regulatoryYear.startsOn)
      const rulebook = rulebookOn(loaded.rulebookFiles, [], year.to)
      const calendar = calendarOf(loaded, rulebook)
      return addWorkingDays(calendar, year.to, rulebook.number('panel.yearReportDue'))
    }
    expect(due('sec', '2017-03-31')).toBe('2017-05-17')
    expect(due('model-code', '2026-08-01')).toBe('2027-07-14')
  })

  it('cite every source they list', () => {
    for (const { sources, rulebookFiles } of codes.values()) {
      const cited = rulebookFiles.flatMap(({ date }) =>
        rulebookOn(rulebookFiles, [], date)
          .entries()
          .map(({ source }) => source),
      )
      expect(Object.keys(sources).filter((source) => !cited.includes(source))).toEqual([])
    }
  })

  it('state every majority so that it can be counted', () => {
    for (const rulebook of [
      yearEnd,
      rulebookOn(codes.get('model-code')!.rulebookFiles, [], day('2026-07-01')),
    ])
      for (const { name, kind, value } of rulebook.parameters.values())
        if (kind === 'text' && value !== undefined && /(quorum|majority)$/i.test(name))
          expect(() => majority(value as string)).not.toThrow()
    expect(leastOf(majority(yearEnd.text('panel.quorum')), 12)).toBe(6)
  })
})

describe('the Smart Energy Code', () => {
  it('has its five Party Categories, and the DCC outside all counts', () => {
    expect(yearEnd.partyCategories.map(({ id }) => id)).toEqual([
      'large-supplier',
      'small-supplier',
      'electricity-network',
      'gas-network',
      'other',
    ])
    const named = (text: string) => yearEnd.partyCategoryNamed(text)?.id
    expect(
      ['Others', 'Gas Network Parties', 'Small Suppliers', 'Smart DCC Ltd'].map(named),
    ).toEqual(['other', 'gas-network', 'small-supplier', 'dcc'])
  })

  it('has the seats of the SMKI PMA before and after SECMP0022, and in 2016-17 possibly either', () => {
    const large = (text: string) =>
      secOn(text)
        .seats.filter(({ body, kind }) => body === 'smki-pma' && kind === 'large-supplier')
        .map(({ number, holds }) => `${number} ${holds}`)
    expect(large('2016-03-31')).toEqual(['2 certainly', '3 not'])
    expect(large('2016-10-01')).toEqual(['2 possibly', '3 possibly'])
    expect(large('2017-03-31')).toEqual(['2 not', '3 certainly'])
    expect(large('2014-06-30')).toEqual(['2 not', '3 not'])
  })

  it('has twelve seats on the Panel, the additional member apart', () => {
    const seats = yearEnd.seats.filter(({ body }) => body === 'panel')
    expect(seats.reduce((total, { number = 0 }) => total + number, 0)).toBe(12)
  })

  it('has eight general objectives, the eighth from July 2016', () => {
    const general = (text: string) =>
      secOn(text).objectives.filter(
        ({ kind, holds }) => kind === 'general' && holds === 'certainly',
      ).length
    expect(['2016-06-30', '2016-07-15', '2016-07-31'].map(general)).toEqual([7, 7, 8])
    expect(secOn('2016-07-15').objectives.find(({ id }) => id === 'general-8')?.holds).toBe(
      'possibly',
    )
    const kinds = yearEnd.objectives.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'charging').length).toBe(3)
    expect(kinds.filter((kind) => kind === 'transition').length).toBe(1)
  })

  it('has Paths 2 and 3 since 10 February 2016, and not Path 1', () => {
    const paths = (text: string) =>
      secOn(text)
        .paths.filter(({ holds }) => holds === 'certainly')
        .map(({ id }) => id)
    expect(paths('2016-02-09')).toEqual(['fast-track'])
    expect(paths('2016-02-10')).toEqual(['2', '3', 'fast-track'])
    expect(paths('2017-03-31')).toEqual(['2', '3', 'fast-track'])
  })

  it('changes its credit formula on 1 April 2017', () => {
    const formula = (text: string) => secOn(text).text('credit.formula')
    expect([formula('2017-03-31'), formula('2017-04-01')]).toEqual([
      'value-at-risk-share',
      'value-at-risk-less-limit',
    ])
  })

  it('leaves open what nobody found, and marks what nobody verified', () => {
    const open = yearEnd
      .entries()
      .filter(({ section, value }) => section === 'parameters' && value === undefined)
    expect(open.map(({ name }) => name)).toContain('altHanForum.majority')
    expect(open.every(({ verified }) => !verified)).toBe(true)
    const { parameters } = yearEnd
    expect(parameters.get('panel.yearReportDue')).toMatchObject({
      grade: 'medium',
      verified: false,
    })
    const board = yearEnd
      .entries()
      .find(({ section, name }) => section === 'bodies' && name === 'change-board')
    expect(board).toMatchObject({ confidence: 'seen', clause: 'D8', clauseConfidence: 'recalled' })
    expect(parameters.get('budget.commentPeriod')).toMatchObject({
      confidence: 'seen',
      verified: true,
    })
  })
})

describe('a folder with faults', () => {
  let folder: string
  const rulebook = () => join(folder, 'model-code', 'rulebook', '2026-07-01.yaml')
  const write = (text: string) => writeFileSync(rulebook(), text)
  const faults = () => {
    try {
      loadCodes(folder)
      return []
    } catch (error) {
      return (error as Error).message.replaceAll(`${folder}/model-code/`, '').split('\n')
    }
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'codes-'))
    cpSync('codes/model-code', join(folder, 'model-code'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is named by file, line and path, every fault at once', () => {
    write(
      [
        'parameters:',
        '  panel.quorum:',
        '    says: A quorum.',
        '    value: all',
        '    confidence: sure',
        '    source: agreement',
        '  quorum: null',
        '  panel.majority:',
        '    says: A majority.',
        '    value: all',
        '    unknown: text',
        '    confidence: seen',
        '    grade: low',
        '    source: agreement',
        '    colour: green',
      ].join('\n'),
    )
    expect(faults()).toEqual([
      `rulebook/2026-07-01.yaml:5: parameters > panel.quorum > confidence: Invalid option: expected one of "seen"|"recalled"|"assumed"; got "sure"`,
      `rulebook/2026-07-01.yaml:7: parameters > quorum: Expected a lasting name in words joined by dots, such as 'panel.yearReportDue'`,
      `rulebook/2026-07-01.yaml:8: parameters > panel.majority: Unrecognized key: "colour"`,
      `rulebook/2026-07-01.yaml:13: parameters > panel.majority > grade: Expected a grade only with the confidence 'recalled', but this entry is 'seen'; got "low"`,
      `rulebook/2026-07-01.yaml:10: parameters > panel.majority > value: Expected either a value, or 'unknown:' with the kind of value that is wanted; got "all"`,
    ])
  })

  it('is refused where names lead nowhere', () => {
    write(`
parameters:
  panel.gone: null
  workingDays.divisions: { says: Where., value: [sea], confidence: seen, source: hearsay }
bodies:
  crew: { name: Crew, kind: forum, remit: Sails., decides: none, partOf: fleet, confidence: seen, source: memory }
seats:
  navy: [{ kind: sailor, categories: [sailor], confidence: seen, source: memory }]
paths:
  quick: { name: Quick, says: Fast., decider: admiral, confidence: seen, source: memory }
partyCategories:
  captain: { label: Skipper, plural: Captains, says: Leads., confidence: seen, source: memory }
clauses:
  formIsComplete: { clause: Art. 1, confidence: seen, source: memory }
informationDefaults:
  map: { class: secret, says: A map., confidence: seen, source: memory }
`)
    const found = faults().join('\n')
    for (const fault of [
      ':3: parameters > panel.gone: expected an entry to take out, but no earlier file has one',
      ":4: expected a source of the code (agreement, memory), but got 'hearsay'",
      ":4: Expected a division with holidays (upper-river, lower-river), but got 'sea'",
      ":6: expected a body (council, dredging-circle, crew), but got 'fleet'",
      ":8: expected a body (council, dredging-circle, crew), but got 'navy'",
      ":8: expected a Party Category (boat-owner, lock-keeper, captain), but got 'sailor'",
      ":10: expected a body or actor (council, dredging-circle, crew, clerk, warden), but got 'admiral'",
      ":12: expected 'skipper' to name one category, but it also names 'boat-owner'",
      ":14: expected no clause for 'formIsComplete', which is named as housekeeping",
      ":16: expected an information class (open, members, closed), but got 'secret'",
    ])
      expect(found).toContain(`rulebook/2026-07-01.yaml${fault}`)
    expect(faults().length).toBe(10)
  })

  it('is refused where one day states an entry twice', () => {
    const twice = join(folder, 'model-code', 'rulebook', '2026-01-01')
    cpSync(join(folder, 'model-code', 'rulebook', '2026-01-01.yaml'), join(twice, 'again.yaml'))
    expect(faults()[0]).toBe(
      'rulebook/2026-01-01.yaml:4: parameters > workingDays.divisions: expected once from 2026-01-01, but it is also in rulebook/2026-01-01/again.yaml:4',
    )
  })

  it('is refused where a file is no YAML, is named by no day, or the code has no zone', () => {
    write('parameters: [')
    writeFileSync(join(folder, 'model-code', 'rulebook', 'new.yaml'), '')
    const codeFile = join(folder, 'model-code', 'code.yaml')
    writeFileSync(
      codeFile,
      readFileSync(codeFile, 'utf8')
        .replace('Pacific/Auckland', 'Pacific/Atlantis')
        .replace('LOCK-7', 'LOCK'),
    )
    const found = faults()
    expect(found[0]).toBe(
      'code.yaml:8: zone: Expected an IANA time zone, such as Europe/London; got "Pacific/Atlantis"',
    )
    expect(found[1]).toBe(
      'code.yaml:35: identifiers > modification > example: Expected an example that has the form of the pattern; got "LOCK"',
    )
    expect(found[2]).toBe(
      'rulebook/new.yaml: expected a file YYYY-MM-DD.yaml or a folder YYYY-MM-DD, named by the day from which it holds',
    )
    expect(found[3]).toMatch(/^rulebook\/2026-07-01\.yaml:1: not YAML: /)
    expect(found.length).toBe(4)
  })
})
