import { describe, expect, it } from 'vitest'
import { Clause, Contents, Glossary, Section } from '#web/prose.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

describe('what is read at length', () => {
  it('leads from the contents to each section', () => {
    const page = drawn(
      <>
        <Contents
          entries={[
            {
              number: '1',
              label: 'One',
              href: '#one',
              under: [{ number: '1.1', label: 'Within', href: '#within' }],
            },
          ]}
        />
        <Section id="one" number="1" title="One">
          <Section id="within" number="1.1" level={3} title="Within" />
        </Section>
      </>,
    )
    for (const link of page.querySelectorAll('.contents a')) {
      expect(page.querySelector(link.getAttribute('href') ?? '')?.tagName).toMatch(/^H[23]$/)
    }
    expect(wordsOf(page, 'h3')).toBe('1.1 Within')
  })

  it('gives a clause its label as the link to itself, at a depth that can be set', () => {
    const page = drawn(<Clause id="D4.2" label="D4.2" depth={9} heading="Keys" />)
    expect(page.querySelector('.clause')?.className).toBe('clause clause-3')
    expect(page.querySelector('.number')?.getAttribute('href')).toBe('#D4.2')
  })

  it('keeps notes beside the clause they are on', () => {
    const page = drawn(<Clause id="D4.2" label="D4.2" depth={0} margin="Since version 4.1" />)
    expect(page.querySelector('[role=note]')?.getAttribute('aria-label')).toBe('Notes on D4.2')
    expect(
      drawn(<Clause id="D4.2" label="D4.2" depth={0} />).querySelector('[role=note]'),
    ).toBeNull()
  })

  it('gives each word of the glossary an address', () => {
    const page = drawn(
      <Glossary terms={[{ id: 'party', term: 'Party', meaning: 'Who has acceded.' }]} />,
    )
    expect(wordsOf(page, '#party')).toBe('Party')
  })
})
