// Paragraph styles of a Word file: their names, their lists and their place in the outline.
import { attributeOf, scanXml } from '../xml/scan-xml.ts'

export interface WordStyle {
  readonly name: string
  readonly num: string | null
  readonly level: number | null
  /** 0 is the outermost; null for body text. */
  readonly outline: number | null
}

interface Read {
  name: string
  basedOn: string | null
  num: string | null
  level: number | null
  outline: number | null
}

const PLAIN: WordStyle = { name: '', num: null, level: null, outline: null }

/** Reads `styles.xml`; what a style does not say it takes from the one it is based on. */
export const readStyles = (xml: string): ((id: string) => WordStyle) => {
  const read = new Map<string, Read>()
  let style: Read | null = null
  scanXml(xml, {
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'w:val')
      if (name === 'w:style') {
        style = { name: '', basedOn: null, num: null, level: null, outline: null }
        read.set(attributeOf(attributes, 'w:styleId') ?? '', style)
      } else if (style && name === 'w:name') style.name = value ?? ''
      else if (style && name === 'w:basedOn') style.basedOn = value
      else if (style && name === 'w:numId') style.num = value
      else if (style && name === 'w:ilvl') style.level = Number(value)
      else if (style && name === 'w:outlineLvl') style.outline = Number(value)
    },
    close: (name) => {
      if (name === 'w:style') style = null
    },
    words: () => {},
  })
  const settled = new Map<string, WordStyle>()
  const settle = (id: string, hops: number): WordStyle => {
    const before = settled.get(id)
    if (before) return before
    const own = read.get(id)
    if (!own || hops > 20) return PLAIN
    const base = own.basedOn === null ? PLAIN : settle(own.basedOn, hops + 1)
    const outline = own.outline ?? base.outline
    const full: WordStyle = {
      name: own.name,
      num: own.num ?? base.num,
      level: own.level ?? base.level,
      outline: outline !== null && outline < 9 ? outline : null,
    }
    settled.set(id, full)
    return full
  }
  return (id) => settle(id, 0)
}
