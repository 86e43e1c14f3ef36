// Accepts or rejects every tracked change in a Word file, on its XML alone: a witness that shares nothing with the
// reader of provisions.
import { type Element, parseXml } from '../../xml.ts'
import { escapeXml } from '../xml/xml-text.ts'
import { openZip, writeZip } from '../zip/zip.ts'

type Content = Element | string

const isElement = (one: Content): one is Element => typeof one !== 'string'
const named = (one: Element, name: string): Element | undefined =>
  one.content.filter(isElement).find((inner) => inner.name === name)

const KEEPS = { accept: ['w:ins', 'w:moveTo'], reject: ['w:del', 'w:moveFrom'] } as const
const DROPS = { accept: KEEPS.reject, reject: KEEPS.accept } as const
const RANGES = /^w:move(From|To)Range(Start|End)$/

const holdsAny = (element: Element | undefined, names: readonly string[]): boolean =>
  element?.content.filter(isElement).some((one) => names.includes(one.name)) ?? false

const isEmpty = (paragraph: Element): boolean =>
  paragraph.content
    .filter(isElement)
    .every((one) => one.name === 'w:pPr' || one.name.startsWith('w:bookmark'))

const resolveContent = (content: readonly Content[], side: 'accept' | 'reject'): Content[] => {
  const out: Content[] = []
  let carried: Content[] = []
  for (const one of content) {
    if (!isElement(one)) {
      out.push(one)
      continue
    }
    if (RANGES.test(one.name) || (DROPS[side] as readonly string[]).includes(one.name)) continue
    if ((KEEPS[side] as readonly string[]).includes(one.name)) {
      out.push(...resolveContent(one.content, side))
      continue
    }
    if (one.name === 'w:tr' && holdsAny(named(one, 'w:trPr'), DROPS[side])) continue
    const properties = one.name === 'w:p' ? named(one, 'w:pPr') : undefined
    const endsHere = !holdsAny(properties && named(properties, 'w:rPr'), DROPS[side])
    const next = resolveElement(one, side)
    if (one.name === 'w:tbl' && !next.content.some((row) => isElement(row) && row.name === 'w:tr'))
      continue
    if (one.name !== 'w:p') {
      out.push(next)
      continue
    }
    const words = next.content.filter((inner) => !isElement(inner) || inner.name !== 'w:pPr')
    if (!endsHere) {
      // Without its end a paragraph runs into the next; where nothing is left of it, it is gone.
      if (!isEmpty(next)) carried.push(...words)
      continue
    }
    const own = next.content.filter((inner) => isElement(inner) && inner.name === 'w:pPr')
    out.push({ ...next, content: [...own, ...carried, ...words] })
    carried = []
  }
  return out
}

const resolveElement = (element: Element, side: 'accept' | 'reject'): Element => {
  const content = resolveContent(element.content, side)
  if (element.name === 'w:rPr' || element.name === 'w:trPr')
    return {
      ...element,
      content: content.filter(
        (one) =>
          !isElement(one) || !['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].includes(one.name),
      ),
    }
  return { ...element, name: element.name === 'w:delText' ? 'w:t' : element.name, content }
}

const written = (one: Content): string => {
  if (!isElement(one)) return escapeXml(one)
  const attributes = Object.entries(one.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
  const inside = one.content.map(written).join('')
  return inside === ''
    ? `<${one.name}${attributes}/>`
    : `<${one.name}${attributes}>${inside}</${one.name}>`
}

/** The file with all tracked changes accepted or rejected, in its document part; all else stays as it is. */
export const resolveTracked = (bytes: Uint8Array, side: 'accept' | 'reject'): Uint8Array => {
  const zip = openZip(bytes)
  return writeZip(
    zip.names.map((name) => {
      const part = zip.read(name) as Uint8Array
      if (name !== 'word/document.xml') return { name, bytes: part }
      const root = parseXml(Buffer.from(part).toString('utf8'))
      return { name, bytes: Buffer.from(written(resolveElement(root, side)), 'utf8') }
    }),
  )
}
