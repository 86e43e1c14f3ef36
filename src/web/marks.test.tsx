import { describe, expect, it } from 'vitest'
import { ChangeList, Deleted, Inserted } from '#web/change-marks.tsx'
import {
  BasisMark,
  ClassMark,
  ConfidenceMark,
  PossiblyMark,
  StateMark,
  type Tone,
} from '#web/marks.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

const tones: readonly Tone[] = ['open', 'due', 'approved', 'rejected', 'restricted', 'ended']

describe('marks', () => {
  it('say a state as a word, and give each tone a shape of its own that is silent', () => {
    const shapes = tones.map((tone) => {
      const page = drawn(<StateMark word="Stands so" tone={tone} />)
      expect(wordsOf(page, '.mark')).toBe('Stands so')
      expect(page.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
      return page.querySelector('svg')?.innerHTML
    })
    expect(new Set(shapes).size).toBe(tones.length)
  })

  it('say the basis of a fact in the words of the office', () => {
    const words = (['on-record', 'known-by-count', 'illustrative', 'not-known'] as const).map(
      (basis) => wordsOf(drawn(<BasisMark basis={basis} />), '.mark'),
    )
    expect(words).toEqual([
      'On record',
      'Known by count',
      'Illustrative',
      'Not known from the source',
    ])
  })

  it('say that what was only recalled or assumed is unverified', () => {
    expect(wordsOf(drawn(<ConfidenceMark confidence="seen" />), '.mark')).toBe('Seen')
    expect(wordsOf(drawn(<ConfidenceMark confidence="recalled" />), '.mark')).toBe(
      'Recalledunverified',
    )
    expect(wordsOf(drawn(<ConfidenceMark confidence="assumed" />), '.mark')).toBe(
      'Assumedunverified',
    )
  })

  it('name an information class as one, and draw an open class otherwise than a closed one', () => {
    const closed = drawn(<ClassMark label="Amber" open={false} />)
    expect(wordsOf(closed, '.mark')).toBe('Information class: Amber')
    expect(closed.querySelector('svg')?.innerHTML).not.toBe(
      drawn(<ClassMark label="Amber" open={true} />).querySelector('svg')?.innerHTML,
    )
  })

  it('say possibly, and why', () => {
    expect(
      wordsOf(drawn(<PossiblyMark because="in June 2026">given</PossiblyMark>), '.possibly'),
    ).toBe('Possibly given (in June 2026)')
  })

  it('say a change of text to those who do not see it', () => {
    expect(wordsOf(drawn(<Inserted>two</Inserted>), 'ins')).toBe('[inserted: two]')
    expect(wordsOf(drawn(<Deleted>one</Deleted>), 'del')).toBe('[deleted: one]')
    const list = drawn(<ChangeList changes={[{ href: '#D4', label: 'D4', kind: 'moved' }]} />)
    expect(list.querySelector('[data-step]')?.getAttribute('href')).toBe('#D4')
  })
})
