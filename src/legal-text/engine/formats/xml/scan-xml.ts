// A fast reader of XML tags and words, for files too large for a tree. Document types and unknown entities are refused.

/** What is told of a file; attributes come unread, for `attributeOf`. */
export interface XmlEvents {
  open(name: string, attributes: string, at: number, isEmpty: boolean): void
  close(name: string, at: number): void
  words(s: string): void
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Words with XML's own five entities and numbered characters read; throws on any other entity. */
export const unescapeXml = (s: string): string =>
  s.includes('&')
    ? s.replace(/&([^;\s]{0,12});?/g, (all, name: string) => {
        const known = ENTITIES[name]
        if (known !== undefined && all.endsWith(';')) return known
        const code = /^#x([0-9a-f]{1,6})$/i.test(name)
          ? Number.parseInt(name.slice(2), 16)
          : /^#\d{1,7}$/.test(name)
            ? Number(name.slice(1))
            : -1
        if (code > 0 && code <= 0x10ffff && all.endsWith(';')) return String.fromCodePoint(code)
        throw new Error(
          `The XML is refused: it holds the entity ${all}, which XML itself does not know`,
        )
      })
    : s

/** One attribute of a tag, or null. */
export const attributeOf = (attributes: string, name: string): string | null => {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? 32 : attributes.charCodeAt(at - 1)
    if (before !== 32 && before !== 10 && before !== 13 && before !== 9) continue
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length))
    if (found) return unescapeXml(found[1] ?? found[2] ?? '')
  }
  return null
}

const MOST_DEPTH = 1000

const tagEnd = (xml: string, from: number): number => {
  let end = xml.indexOf('>', from)
  for (let quote = firstQuote(xml, from, end); quote >= 0; quote = firstQuote(xml, from, end)) {
    const close = xml.indexOf(xml[quote] as string, quote + 1)
    if (close < 0) return -1
    if (close > end) end = xml.indexOf('>', close)
    from = close + 1
  }
  return end
}

const firstQuote = (xml: string, from: number, end: number): number => {
  for (let at = from; at < end; at++) {
    const code = xml.charCodeAt(at)
    if (code === 34 || code === 39) return at
  }
  return -1
}

/** Tells the tags and words of a file in order. Throws, with the place, where tags do not close one another. */
export const scanXml = (xml: string, events: XmlEvents): void => {
  const open: string[] = []
  const refuse = (why: string, at: number): never => {
    throw new Error(`The XML is refused at character ${at}: ${why}`)
  }
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at) events.words(xml.slice(at, tag))
    const next = xml.charCodeAt(tag + 1)
    if (next === 33) {
      if (xml.startsWith('<!--', tag)) at = xml.indexOf('-->', tag) + 3
      else if (xml.startsWith('<![CDATA[', tag)) {
        const end = xml.indexOf(']]>', tag)
        if (end < 0) refuse('a run of characters does not end', tag)
        events.words(xml.slice(tag + 9, end).replaceAll('&', '&amp;'))
        at = end + 3
      } else refuse('it has a document type, by which entities could be declared', tag)
      if (at < 3) refuse('a comment does not end', tag)
      continue
    }
    if (next === 63) {
      at = xml.indexOf('?>', tag) + 2
      if (at < 2) refuse('an instruction does not end', tag)
      continue
    }
    const end = tagEnd(xml, tag)
    if (end < 0) refuse('a tag does not end; the file is cut short', tag)
    at = end + 1
    if (next === 47) {
      const name = xml.slice(tag + 2, end).trim()
      if (open.pop() !== name) refuse(`</${name.slice(0, 40)}> closes nothing that is open`, tag)
      events.close(name, tag)
      continue
    }
    const isEmpty = xml.charCodeAt(end - 1) === 47
    let nameEnd = tag + 1
    while (nameEnd < end && xml.charCodeAt(nameEnd) > 32 && xml.charCodeAt(nameEnd) !== 47)
      nameEnd++
    const name = xml.slice(tag + 1, nameEnd)
    events.open(name, xml.slice(nameEnd, isEmpty ? end - 1 : end), tag, isEmpty)
    if (isEmpty) events.close(name, tag)
    else if (open.push(name) > MOST_DEPTH)
      refuse(`it nests deeper than ${MOST_DEPTH} elements`, tag)
  }
  if (open.length > 0)
    refuse(`${open.length} elements do not close; the file is cut short`, xml.length)
}
