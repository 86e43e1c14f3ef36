import { describe, expect, it } from 'vitest'
import { Docket, FactList, StageTrack } from '#web/docket.tsx'
import { Timeline } from '#web/timeline.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

describe('a docket', () => {
  it('says first where the thing stands', () => {
    const page = drawn(<Docket headline="The Panel decides on Friday." facts={[]} />)
    expect(page.querySelector('.docket')?.firstElementChild?.textContent).toBe(
      'The Panel decides on Friday.',
    )
    expect(page.querySelector('.track')).toBeNull()
  })

  it('gives each stage its standing as a word, with what was planned and what was', () => {
    const page = drawn(
      <StageTrack
        stages={[
          {
            name: 'Refinement',
            standing: 'late',
            actual: '21 August 2026',
            planned: '7 August 2026',
          },
          { name: 'Decision', standing: 'now' },
        ]}
      />,
    )
    expect(wordsOf(page, 'li')).toBe('LateRefinement21 August 2026planned 7 August 2026')
    expect(wordsOf(page, '[aria-current=step]')).toBe('NowDecision')
  })

  it('opens a fact to its entry and says its basis', () => {
    const page = drawn(
      <FactList
        facts={[
          { label: 'Votes', value: '', basis: 'not-known' },
          {
            label: 'Responses',
            value: '2',
            basis: 'known-by-count',
            entry: { label: 'entry 9', href: '/record/9' },
          },
        ]}
      />,
    )
    expect(wordsOf(page, '.fact')).toBe('VotesNot known from the source')
    expect(page.querySelector('.fact-entry')?.getAttribute('href')).toBe('/record/9')
    expect(wordsOf(page, '.fact-entry')).toBe('entry 9, which put “Responses” on record')
  })
})

describe('a timeline', () => {
  it('gives the day to machines only where the day is known, and says what lies ahead', () => {
    const page = drawn(
      <Timeline
        label="History"
        items={[
          { when: 'in June 2026', title: 'Sent on' },
          { when: '11 December 2026', day: '2026-12-11', title: 'Decided', ahead: true },
        ]}
      />,
    )
    expect(
      Array.from(page.querySelectorAll('time'), (time) => time.getAttribute('datetime')),
    ).toEqual(['2026-12-11'])
    expect(wordsOf(page, '.ahead')).toContain('ahead')
  })
})
