// The Code through time, as entered from the record of 2016-17: versions, directions and parts.
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { codeView } from '#legal-text/code.view.ts'
import { directionsView } from '#legal-text/directions.view.ts'
import { directionsIn, versionsDesignatedIn } from '#legal-text/index.ts'
import { legalTextRoom } from '#legal-text/room.ts'
import { versionsView, versionView } from '#legal-text/versions.view.ts'
import { versionsInWords } from '#legal-text/versions-in-words.ts'
import type { Reading } from '#reading/reading.ts'
import { enteredRecord } from './entered-record.ts'

let on: (day: string) => Reading
beforeAll(async () => {
  on = await enteredRecord(
    [legalTextRoom()],
    ['sections', 'versions', 'version-claims', 'variations'],
  )
})
const code = (day: string) => codeView.answer(on(day), {})!
const inForce = (day: string) => versionsInWords(code(day).inForce, day)
const year = [day('2016-04-01'), day('2017-03-31')] as const

describe('the versions of the Code', () => {
  it('designated in the year are 15', () => {
    const designated = versionsDesignatedIn(on('2017-03-31'), ...year)
    expect(designated.map(({ row }) => row.key)).toEqual([
      ...['4.9', '4.10', '4.11', '4.12', '4.13', '4.14', '4.15', '4.16', '4.17'],
      ...['5.0', '5.1', '5.2', '5.3', '5.4', '5.5'],
    ])
  })

  it('have a date by the month where the source gives no other', () => {
    expect(versionView.answer(on('2017-03-31'), { version: '3.0' })?.effective.date).toBe(
      '../2014-07',
    )
  })

  it('keep both dates where sources disagree', () => {
    const { claims, effective } = versionView.answer(on('2017-03-31'), { version: '5.0' })!
    expect(claims.map(({ date, source }) => [date.date, source?.includes('Report')])).toEqual([
      ['2016-11-06', false],
      ['2016-11-08', true],
    ])
    expect(effective.date).toBe('2016-11-06/2016-11-08')
  })

  it.each([
    ['2013-09-22', /^No version/],
    ['2013-09-23', /^Version 1\.0, the newest on record/],
    ['2015-03-18', /^Version 4\.2/],
    ['2016-01-01', /^Possibly version 4\.2 .*between it and 4\.9 are not on record/],
    ['2016-06-01', /^Possibly version 4\.2, 4\.9, .* or 4\.15/],
    ['2016-08-18', /^Version 4\.15, /],
    ['2016-10-27', /^Version 4\.17, /],
    ['2016-11-07', /^Possibly version 4\.17, 5\.0 or 5\.1/],
    ['2016-12-21', /^Version 5\.2, /],
    ['2017-03-31', /^Version 5\.5, .*came into force on 15 March 2017\.$/],
  ])('on %s', (day, told) => {
    expect(inForce(day)).toMatch(told)
  })

  it('are listed newest first, with those of a later day left out', () => {
    const listed = versionsView.answer(on('2016-10-20'), { limit: 100, sort: '-date' })!
    expect(listed.versions.slice(0, 3).map(({ version }) => version)).toEqual([
      '4.16',
      '4.15',
      '4.14',
    ])
  })

  it('are drawn through time with those of the same date together', () => {
    const [versions, directions] = code('2017-03-31').timeline!.groups
    expect(versions!.events.map(({ label }) => label)).toEqual([
      ...['1.0', '3.0', '4.0', '4.2', '4.9 to 4.15', '4.16', '4.17'],
      ...['5.0', '5.1', '5.2', '5.3', '5.4', '5.5'],
    ])
    expect(versions!.events[4]).toMatchObject({
      from: '2016-04-01',
      to: '2016-08-18',
      span: 'known-in-part',
    })
    expect(directions!.events).toHaveLength(13)
    const all = [...versions!.events, ...directions!.events]
    expect(all.every(({ entries }) => entries.length > 0)).toBe(true)
    expect(codeView.gives.parse(code('2017-03-31'))).toEqual(code('2017-03-31'))
  })
})

describe('the directions on the Code', () => {
  it('are ten in the year', () => {
    expect(directionsIn(on('2017-03-31'), ...year)).toHaveLength(10)
  })

  it('are told by kind', () => {
    const { kinds, total } = directionsView.answer(on('2017-03-31'), { limit: 100 })!
    expect(total).toBe(13)
    expect(Object.fromEntries(kinds.map(({ value, count }) => [value, count]))).toEqual({
      activation: 1,
      variation: 4,
      cancellation: 5,
      'variation-and-cancellation': 1,
      date: 2,
    })
  })
})

describe('the contents of the Code', () => {
  it('stand in the order of the Code, with titles only where known', () => {
    const { parts } = code('2017-03-31')
    expect(parts[0]).toMatchObject({ reference: 'Section A', confidence: 'seen' })
    expect(parts.at(-1)).toMatchObject({ reference: 'Appendix AI', confidence: 'recalled' })
    expect(parts.filter(({ title }) => title === null).map(({ reference }) => reference)).toEqual([
      'Appendix T',
      'Appendix U',
      'Appendix V',
      'Appendix W',
    ])
  })

  it('possibly held a part before the day by which it is known', () => {
    const of = (day: string, reference: string) =>
      code(day).parts.find((part) => part.reference === reference)?.holds
    expect(of('2016-07-31', 'Section Z')).toBe('certainly')
    expect(of('2016-06-30', 'Section Z')).toBeUndefined()
    expect(of('2016-06-30', 'Section I')).toBe('possibly')
  })
})
