import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { element, xmlDocument } from './xml.ts'

function parsed(xml: string) {
  const parser = new SaxesParser()
  let text = ''
  let attribute: string | undefined
  parser.on('error', (error) => {
    throw error
  })
  let within = false
  parser.on('text', (part) => {
    if (within) text += part
  })
  parser.on('opentag', ({ attributes }) => {
    within = true
    attribute ??= attributes.a
  })
  parser.on('closetag', () => {
    within = false
  })
  parser.write(xml).close()
  return { text, attribute }
}

describe('XML', () => {
  it('gives back every text that it can hold, between tags and between quotation marks', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these cannot be written
        const held = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        const found = parsed(xmlDocument(element('root', { a: text }, text)))
        expect(found).toEqual({ text: held, attribute: held })
      }),
      { examples: [['<&>"\' \t\r\n]]>'], ['\u0000\u001f\ufffe😀']] },
    ))

  it('replaces half a character', () =>
    expect(element('a', {}, 'x\ud800y').written).toBe('<a>x\ufffdy</a>'))

  it('nests, and leaves out attributes without a value', () =>
    expect(
      element('feed', { lang: 'en', rel: undefined }, element('link', { href: '/a?b&c' }), 'x')
        .written,
    ).toBe('<feed lang="en"><link href="/a?b&amp;c"/>x</feed>'))

  it('takes no name that could open another element', () => {
    expect(() => element('a><b')).toThrow('such as')
    expect(() => element('a', { 'b="" c': 1 })).toThrow('such as')
  })
})
