// What the XML of a Canadian act itself says of its defined terms: where each is defined and within which place it says
// that it holds. Shares nothing with the importer or the checker: it reads tags and words with expressions of its own.

/** A term marked as defined, with the `lims:fid` of the provision that defines it. */
export interface MarkedDefinition {
  readonly term: string
  readonly fid: string
  /** `whole`, the `lims:fid` of the place that it says it holds in, or `other` where it names places by number. */
  readonly scope: string
  /** Its own element `Definition`, rather than a sentence of a provision. */
  readonly own: boolean
  /** Whether it says no more than that it is repealed. */
  readonly repealed: boolean
}

interface Open {
  readonly name: string
  readonly fid: string
  /** The first words of the element. */
  words: string
}

interface Heading {
  readonly level: number
  readonly fid: string
  label: string
}

const TAG = /<(\/?)([\w:.]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g
const MEANS =
  /^(?:,[^,;.]{1,90},| (?:of|in|to|for|with) [^,;.]{1,90}?)?\s*(?:means?|includes?|has|have)\b/
/** Stands before each marked term in a paragraph while it is read; no text holds it. */
const BEFORE_TERM = '\ue000'
const LIST = /^,?\s*(?:and|or)?\s*\ue000/

const decoded = (s: string): string =>
  s
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** What words name as the place in which definitions hold; null where they name none. */
const namedPlace = (words: string): string | null => {
  const said = words.slice(0, 300)
  const numbered = /\b(?:sub)?(?:sections?|paragraphs?|Parts?|Divisions?) [\dIVX(]/.test(said)
  const here = [
    ...said.matchAll(
      /\b(?:in|of|and) this (Act|Part|Division|section|subsection|Schedule|paragraph)\b/gi,
    ),
  ].map((one) => (one[1] ?? '').toLowerCase())
  if (numbered || new Set(here).size > 1) return 'other'
  return here[0] ?? null
}

const isOf = (heading: Heading, form: string): boolean =>
  new RegExp(`^${form}\\b`, 'i').test(heading.label)

/** Every definition that an act's XML marks, those of amendments not in force left out, in reading order. */
export const markedDefinitions = (xml: string): MarkedDefinition[] => {
  const out: MarkedDefinition[] = []
  const way: Open[] = []
  let headings: Heading[] = []
  let paragraph = ''
  let terms: { term: string; at: number }[] = []
  let term: string | null = null
  let hidden = 0
  const scopeOf = (before: string, holder: Open): string => {
    const above = way.filter((one) => one !== holder || holder.name !== 'Definition')
    const places = [before, ...above.toReversed().map((one) => one.words)]
    const form = places.map(namedPlace).find((one) => one !== null) ?? null
    if (form === null || form === 'other') return 'other'
    if (form === 'act') return 'whole'
    const heading = headings.findLast((one) => isOf(one, form))
    if (heading && (form === 'part' || form === 'division')) return heading.fid
    return way.findLast((one) => one.name.toLowerCase() === form)?.fid ?? 'other'
  }
  const finish = (): void => {
    const holder = way.findLast((one) => one.fid !== '' && one.name !== 'Text')
    for (const [nth, { term: said, at }] of terms.entries()) {
      const [first] = terms
      let after = paragraph.slice(at)
      for (let next = nth + 1; LIST.test(after) && next < terms.length; next++)
        after = paragraph.slice(terms[next]?.at)
      const repealed = /^\s*\[Repealed/.test(after)
      const own = holder?.name === 'Definition'
      if (!holder || !(repealed || own || MEANS.test(after))) continue
      const before =
        own && nth === 0 ? '' : paragraph.slice(0, (first?.at ?? 0) - (first?.term.length ?? 0) - 1)
      out.push({ term: said, fid: holder.fid, scope: scopeOf(before, holder), own, repealed })
      if (own) break
    }
  }
  for (const [, closes, name, attributes, empty, words] of xml.matchAll(TAG)) {
    if (words !== undefined) {
      if (hidden > 0) continue
      const said = decoded(words)
      const inHeading = way.at(-1)?.name === 'Label' && way.at(-2)?.name === 'Heading'
      const heading = headings.at(-1)
      if (inHeading && heading) heading.label += said
      if (!way.some((one) => one.name === 'Text')) continue
      paragraph += said
      if (term !== null) term += said
    } else if (closes === '/') {
      if (name === 'RelatedOrNotInForce') hidden--
      if (name === 'DefinedTermEn' && term !== null) {
        terms.push({ term: term.trim(), at: paragraph.length })
        term = null
      }
      const closed = way.pop()
      if (hidden === 0 && closed?.name === 'Text') {
        const holder = way.at(-1)
        if (holder && holder.words === '') holder.words = paragraph.replaceAll(BEFORE_TERM, '')
        finish()
      }
    } else if (name !== undefined) {
      const fid = /lims:fid="(\d+)"/.exec(attributes ?? '')?.[1] ?? ''
      if (empty === '/') continue
      if (name === 'RelatedOrNotInForce') hidden++
      way.push({ name, fid, words: '' })
      if (name === 'DefinedTermEn') {
        term = ''
        paragraph += BEFORE_TERM
      }
      if (name === 'Text') {
        paragraph = ''
        terms = []
      }
      if (name === 'Heading' && hidden === 0) {
        const level = Number(/\blevel="(\d)"/.exec(attributes ?? '')?.[1] ?? 1)
        headings = headings.filter((one) => one.level < level)
        headings.push({ level, fid, label: '' })
      }
      if (name === 'Schedule') headings = []
    }
  }
  return out
}

/** All words of an act in force, one string, tags left out. */
export const wordsOfAct = (xml: string): string =>
  decoded(
    xml
      .slice(xml.indexOf('<Body'))
      .replace(/<RelatedOrNotInForce[\s\S]*?<\/RelatedOrNotInForce>/g, ' ')
      .replace(/<DefinedTermFr>[^<]*<\/DefinedTermFr>/g, '')
      .replace(
        /<(?:\/?(?:Text|MarginalNote|TitleText|Label|entry|title|Provision|Definition)\b)[^>]*>/g,
        '\n',
      )
      .replace(/<[^>]*>/g, ''),
  )
