import { describe, expect, it } from 'vitest'
import { BrokenNotice, NotFoundNotice, Notice, RefusedNotice, StaleNotice } from '#web/notice.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

describe('a notice', () => {
  it('is announced where it answers what was just done', () => {
    const role = (kind: 'info' | 'stale' | 'refused') =>
      drawn(<Notice kind={kind} title="x" />)
        .querySelector('section')
        ?.getAttribute('role')
    expect([role('info'), role('stale'), role('refused')]).toEqual([null, 'alert', 'alert'])
  })

  it('says what to do next', () => {
    expect(
      drawn(<StaleNotice thing="M0003" href="/m/3" />)
        .querySelector('a')
        ?.getAttribute('href'),
    ).toBe('/m/3')
    expect(
      drawn(<NotFoundNotice address="/m/9" search="/search" />)
        .querySelector('a')
        ?.getAttribute('href'),
    ).toBe('/search')
    expect(
      wordsOf(
        drawn(
          <RefusedNotice
            refusals={[{ rule: 'r', sentence: 'Only a Party may.', whatToDo: 'Ask one.' }]}
          />,
        ),
        '.refusals',
      ),
    ).toContain('Ask one.')
  })

  it('gives the request of a broken page to be told', () => {
    expect(wordsOf(drawn(<BrokenNotice requestId="req-4k2" />), 'code')).toBe('req-4k2')
  })
})
