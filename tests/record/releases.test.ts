// What went live, as entered from the record of 2016-17.
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { legalTextRoom } from '#legal-text/room.ts'
import { modifications } from '#modifications/room.ts'
import type { Reading } from '#reading/reading.ts'
import { contentsIn, releasesIn } from '#releases/index.ts'
import { releasesView, releaseView } from '#releases/releases.view.ts'
import { releases } from '#releases/room.ts'
import { enteredRecord } from './entered-record.ts'

let on: (day: string) => Reading
beforeAll(async () => {
  on = await enteredRecord(
    [legalTextRoom(), modifications, releases],
    ['sections', 'versions', 'modifications', 'releases', 'release-contents'],
  )
})
const release = (reference: string, on_: string) =>
  releaseView.answer(on(on_), { release: reference })!
const year = [day('2016-04-01'), day('2017-03-31')] as const

describe('the releases on record', () => {
  it('went live region by region', () => {
    const regions = (day: string) =>
      release('DCC-Release-1.2', day).wentLive.map(({ region, holds }) => [region, holds])
    expect(regions('2016-11-24')).toEqual([
      ['Central', 'certainly'],
      ['South', 'certainly'],
      ['North', 'not'],
    ])
    expect(regions('2016-11-25')).toContainEqual(['North', 'certainly'])
    expect(releasesIn(on('2017-03-31'), ...year)).toHaveLength(3)
  })

  it('say what each brought, and link it', () => {
    const { contents, kind } = release('5.5', '2017-03-31')
    expect(kind).toBe('version')
    expect(contents.map(({ item, href }) => [item, href])).toEqual([
      ['SECMP0026', '/modifications/SECMP0026'],
      ['Section G', '/code'],
    ])
    expect(release('DCC-Release-1.2', '2017-03-31').broughtBy).toEqual([
      { name: '5.0', reference: '5.0' },
    ])
    expect(contentsIn(on('2017-03-31'), ...year)).toHaveLength(12)
  })

  it('are listed newest first, by kind and region, as their schema says', () => {
    const answer = releasesView.answer(on('2017-03-31'), { limit: 100 })!
    expect(releasesView.gives.parse(answer)).toEqual(answer)
    expect(answer.releases.map(({ name }) => name)).toEqual([
      ...['5.5', '5.4', '5.3', 'DCC Release 1.2', '5.0', '4.17', '4.16', '4.2', '3.0'],
    ])
    const north = releasesView.answer(on('2017-03-31'), { limit: 100, region: 'North' })!
    expect(north.releases.map(({ name }) => name)).toEqual(['DCC Release 1.2'])
  })
})
