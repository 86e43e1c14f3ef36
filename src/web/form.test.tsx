import { describe, expect, it } from 'vitest'
import { CheckAnswers, type Field, OfficeForm } from '#web/form.tsx'
import { drawn, wordsOf } from '../../tests/looks/drawn.ts'

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }))
const fields: readonly Field[] = [
  { name: 'title', label: 'Called?', kind: 'text', required: true, value: '<b>&"' },
  { name: 'why', label: 'Why', kind: 'longtext', required: true, value: '</textarea>\n two' },
  { name: 'from', label: 'From', kind: 'day', required: true, value: 'soon' },
  { name: 'found', label: 'Found', kind: 'known-date', required: false, value: 'by July' },
  { name: 'count', label: 'Count', kind: 'number', required: false, value: 'about 40' },
  { name: 'one', label: 'One of few', kind: 'choice', required: true, options, value: 'b' },
  {
    name: 'many',
    label: 'One of many',
    kind: 'choice',
    required: true,
    options: [...options, ...'defgh'].map((one) =>
      typeof one === 'string' ? { value: one, label: one } : one,
    ),
    value: 'h',
  },
  { name: 'flag', label: 'Urgent', kind: 'flag', required: false, value: 'yes' },
]
const form = (change: Partial<Parameters<typeof OfficeForm>[0]> = {}) =>
  drawn(<OfficeForm action="/raise" fields={fields} submit="Raise it" {...change} />)

describe('a form', () => {
  it('loses nothing that was typed, whatever it was', () => {
    const page = form()
    const typed = (name: string) => page.querySelector(`[name=${name}]`)?.getAttribute('value')
    expect(typed('title')).toBe('<b>&"')
    // The parser of the tests does not read what is escaped in a textarea, as browsers do.
    expect(page.querySelector('textarea')?.textContent).toBe('\n&lt;/textarea>\n two')
    expect(typed('found')).toBe('by July')
    expect(typed('count')).toBe('about 40')
    expect(page.querySelector('[name=one][checked]')?.getAttribute('value')).toBe('b')
    expect(page.querySelector('option[selected]')?.getAttribute('value')).toBe('h')
    expect(page.querySelector('[name=flag]')?.hasAttribute('checked')).toBe(true)
  })

  it('gives a day back as text where a date control would have dropped it', () => {
    expect(form().querySelector('[name=from]')?.getAttribute('type')).toBe('text')
    const day = [
      { name: 'from', label: 'From', kind: 'day', required: true, value: '2026-11-23' },
    ] as const
    expect(form({ fields: day }).querySelector('[name=from]')?.getAttribute('type')).toBe('date')
  })

  it('joins every control to a label, and to its fault', () => {
    const page = form({ faults: [{ field: 'count', sentence: 'A whole number is needed.' }] })
    for (const control of page.querySelectorAll('input:not([type=hidden]), select, textarea')) {
      expect(page.querySelector(`label[for="${control.id}"]`), control.id).not.toBeNull()
    }
    const wrong = page.querySelector('[aria-invalid]')
    expect(wrong?.id).toBe('field-count')
    expect(page.getElementById(wrong?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'A whole number is needed.',
    )
  })

  it('lists all that stands in the way, each fault a link to its field', () => {
    const page = form({
      faults: [
        { field: 'title', sentence: 'Write one.' },
        { field: 'one', sentence: 'Choose one.' },
      ],
      refusals: [
        {
          rule: 'isParty',
          sentence: 'Only a Party may.',
          clause: { label: 'D2.1', href: '/code/D2.1' },
          whatToDo: 'Ask one.',
        },
      ],
    })
    const links = Array.from(page.querySelectorAll('#error-summary ul:not(.refusals) a'))
    expect(links.map((link) => link.textContent)).toEqual([
      'Called? Write one.',
      'One of few: Choose one.',
    ])
    for (const link of links)
      expect(page.querySelector(link.getAttribute('href') ?? ''), link.textContent).not.toBeNull()
    expect(wordsOf(page, '.refusals')).toBe('Only a Party may. D2.1Ask one.')
    expect(page.querySelector('.refusals a')?.getAttribute('href')).toBe('/code/D2.1')
  })

  it('carries its token and what it was made from', () => {
    const page = form({ token: 'T', hidden: { version: '7' } })
    const hidden = Array.from(page.querySelectorAll('input[type=hidden]'), (one) => [
      one.getAttribute('name'),
      one.getAttribute('value'),
    ])
    expect(hidden).toEqual([
      ['token', 'T'],
      ['version', '7'],
    ])
  })

  it('asks for a check before it sends, where it is told to', () => {
    expect(form({ check: true }).querySelector('button')?.getAttribute('value')).toBe('check')
    expect(form().querySelector('button')?.hasAttribute('name')).toBe(false)
  })
})

describe('the answers to check', () => {
  const page = drawn(
    <CheckAnswers
      action="/raise"
      token="T"
      answers={[{ name: 'from', label: 'From', printed: '1 June 2027', value: '2027-06-01' }]}
      submit="Raise it"
    />,
  )

  it('shows them in words and sends them as typed', () => {
    expect(wordsOf(page, '.answer-given')).toBe('1 June 2027')
    expect(page.querySelector('input[name=from]')?.getAttribute('value')).toBe('2027-06-01')
  })

  it('leads back to the field of a change', () => {
    expect(page.querySelector('[value=change]')?.getAttribute('formaction')).toBe(
      '/raise#field-from',
    )
    expect(wordsOf(page, '[value=change]')).toBe('Change From')
  })
})
