// The record of 2016-17 holds together: its registers, columns, sources, references and dates.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { columns, folder, interval, names, type Row, references, rows } from './read-record.ts'

const order = parse(readFileSync(new URL('record.yaml', folder), 'utf8')) as Row[]

describe('the form of the record', () => {
  it('has its registers in an order that enters what a row refers to first', () => {
    const listed = order.map((entry) => entry.register!)
    expect(order.map((entry) => entry.file)).toEqual(listed.map((name) => `${name}.csv`))
    expect([...listed].sort()).toEqual([...names].sort())
    const files = readdirSync(folder).filter((file) => file.endsWith('.csv'))
    expect(files.sort()).toEqual(names.map((name) => `${name}.csv`).sort())
    const first = [
      ['people', 'bodies', 'meetings', 'decisions'],
      ['groups', 'companies'],
      ['parties', 'companies'],
      ['consultations', 'responses'],
      ['budgets', 'appeals'],
      ['versions', 'version-claims'],
      ['versions', 'modifications', 'modification-steps'],
      ['sections', 'texts', 'provisions', 'effects', 'endings', 'drafts'],
      ['modifications', 'drafts'],
    ]
    for (const chain of first) expect(listed.filter((name) => chain.includes(name))).toEqual(chain)
  })

  it.each(Object.entries(columns))('%s has its columns, and rows', (name, head) => {
    expect(readFileSync(new URL(`${name}.csv`, folder), 'utf8').split('\n')[0]).toBe(head)
    expect(rows(name).length).toBeGreaterThan(0)
  })

  it.each(names.filter((name) => name !== 'sources'))(
    '%s cites a listed source in every row',
    (name) => {
      const addresses = rows('sources').map((source) => source.address)
      const titles = rows('sources').filter((source) => source.address === '')
      for (const row of rows(name)) {
        const cited = row.source!.match(/https?:\/\/[^\s;,"]+/g) ?? []
        for (const address of cited) expect(addresses, row.source).toContain(address)
        const titled = titles.some((source) => row.source!.includes(source.title!))
        expect(
          cited.length > 0 || titled || row.source!.startsWith('derived from'),
          row.source,
        ).toBe(true)
      }
    },
  )

  it.each(Object.keys(columns).filter((name) => name !== 'sources'))(
    '%s has a basis in every row',
    (name) => {
      const invented = ['parties', 'groups', 'companies', 'effects', 'endings', 'drafts']
      const known = invented.includes(name)
        ? ['on-record', 'illustrative']
        : ['on-record', 'known-by-count']
      const allowed = ['provisions', 'drafts'].includes(name) ? ['illustrative'] : known
      for (const row of rows(name)) expect(allowed).toContain(row.basis)
    },
  )

  it('gives no reference and no name twice', () => {
    for (const name of [
      'parties',
      'groups',
      'people',
      'bodies',
      'meetings',
      'decisions',
      'consultations',
      'effects',
    ])
      expect(new Set(references(name)).size, name).toBe(rows(name).length)
    for (const name of ['engagement', 'surveys', 'sections', 'sources'])
      expect(new Set(references(name)).size, name).toBe(rows(name).length)
    for (const name of ['parties', 'groups', 'bodies'])
      expect(new Set(rows(name).map((row) => row.name)).size, name).toBe(rows(name).length)
    expect(new Set(rows('parties').map((row) => row.company)).size).toBe(rows('parties').length)
    expect(new Set(rows('budgets').map((row) => `${row.reference} ${row.year}`)).size).toBe(3)
  })

  it('refers only to what it holds', () => {
    const companies = [...references('groups'), ...rows('parties').map((party) => party.company)]
    for (const { parent, owned } of rows('companies'))
      expect(companies).toEqual(expect.arrayContaining([parent, owned]))
    for (const { chair } of rows('bodies')) expect(['', ...references('people')]).toContain(chair)
    for (const { body } of rows('meetings')) expect(references('bodies')).toContain(body)
    for (const { body, meeting } of rows('decisions')) {
      expect([...references('bodies'), 'authority']).toContain(body)
      expect(['', ...references('meetings')]).toContain(meeting)
    }
    for (const { owner } of rows('consultations')) expect(references('bodies')).toContain(owner)
    for (const { consultation } of rows('responses'))
      expect(references('consultations')).toContain(consultation)
    for (const { budget } of rows('appeals')) expect(references('budgets')).toContain(budget)
    for (const { effect } of rows('endings')) expect(references('effects')).toContain(effect)
    for (const { repeat_of } of rows('engagement'))
      expect(['', ...references('engagement')]).toContain(repeat_of)
  })

  it('writes every date as a day, a month or an interval', () => {
    const dated =
      /^(acceded|exited|from|to|established|held|on|live|approved|effective|opened|received|period_.*|fieldwork|date.*)$/
    const cells = names.flatMap((name) => rows(name).flatMap((row) => Object.entries(row)))
    const dates = cells.filter(
      ([column, value]) => dated.test(column) && column !== 'date_basis' && value !== '',
    )
    expect(dates.length).toBeGreaterThan(400)
    for (const [, value] of dates) expect(() => interval(value), value).not.toThrow()
    for (const { closes } of rows('consultations'))
      expect(closes).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    for (const wrong of [
      '2017-02-30',
      '2017-13',
      '2017',
      '2017-03-31/2017-03-01',
      'soon',
      '31/03/2017',
    ])
      expect(() => interval(wrong), wrong).toThrow()
  })
})
