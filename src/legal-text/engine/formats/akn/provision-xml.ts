// Provisions and their words as elements of Akoma Ntoso: the printed numbers in eId, the identities in wId.
import type { Inline, Kind, Paragraph, ProvisionId, RefTarget, Tree } from '../../model.ts'
import { escapeXml } from '../xml/xml-text.ts'

/** Kinds with an element of their own; all others are an `hcontainer` with the kind as its name. */
export const AKN_ELEMENT: Partial<Record<Kind, string>> = {
  section: 'section',
  part: 'part',
  clause: 'clause',
  para: 'paragraph',
}

/** Rows of cells that hold words alone are written as a table of the standard; others as containers. */
const isPlainTable = ({ own, kids }: Tree): boolean =>
  own.kind === 'table' &&
  own.lead.length + own.tail.length === 0 &&
  kids.length > 0 &&
  kids.every(
    (row) =>
      row.own.kind === 'row' &&
      !row.own.label &&
      !row.own.heading &&
      row.own.lead.length + row.own.tail.length === 0 &&
      row.kids.length > 0 &&
      row.kids.every(
        (cell) =>
          cell.own.kind === 'cell' &&
          !cell.own.label &&
          !cell.own.heading &&
          cell.own.tail.length === 0 &&
          cell.kids.length === 0,
      ),
  )

export interface ProvisionXml {
  /** A provision with all under it. */
  provision(tree: Tree): string
  /** A run of marked words. */
  words(paragraph: Paragraph): string
}

/** What a file says of a provision: its place in it, how another place points there, and the period it is in force. */
export interface InFile {
  eId(id: ProvisionId): string | undefined
  group(id: ProvisionId): string | null
}

/** Writes elements for one file. Throws where a word holds a character that XML cannot carry. */
export const newProvisionXml = (inFile: InFile): ProvisionXml => {
  let out: string[] = []
  const pointer = (id: ProvisionId): string => {
    const eId = inFile.eId(id)
    return eId === undefined ? `/wid/${encodeURIComponent(id)}` : `#${eId}`
  }
  const href = (to: RefTarget): string => {
    switch (to.in) {
      case 'text':
        return escapeXml(pointer(to.id))
      case 'document':
        return `/document/${encodeURIComponent(to.name)}#${encodeURIComponent(to.place)}`
      case 'nowhere':
        return `/nowhere#${encodeURIComponent(to.place)}`
    }
  }
  const inline = (one: Inline): string => {
    switch (one.t) {
      case 'text':
        return escapeXml(one.s)
      case 'ref':
        return `<ref href="${href(one.to)}" class="${escapeXml(one.form)}">${escapeXml(one.s)}</ref>`
      case 'term':
        return `<term refersTo="${one.def === null ? '#' : escapeXml(pointer(one.def))}">${escapeXml(one.s)}</term>`
      case 'em':
        return `<${one.kind}>${words(one.c)}</${one.kind}>`
      case 'note':
      case 'formula':
      case 'image':
        return `<inline name="${one.t}" class="${one.hash}">${escapeXml(one.s)}</inline>`
    }
  }
  const words = (paragraph: Paragraph): string => {
    let xml = ''
    for (const one of paragraph) xml += inline(one)
    return xml
  }
  const ids = (tree: Tree): string => {
    const group = inFile.group(tree.id)
    return `eId="${escapeXml(inFile.eId(tree.id) as string)}" wId="${tree.id}"${group === null ? '' : ` period="#${group}"`}`
  }
  const paragraphs = (name: string, all: readonly Paragraph[]): void => {
    if (all.length === 0) return
    let xml = `<${name}>`
    for (const one of all) xml += `<p>${words(one)}</p>`
    out.push(`${xml}</${name}>\n`)
  }
  const table = (tree: Tree): void => {
    out.push('<content><table>\n')
    for (const row of tree.kids) {
      out.push(`<tr ${ids(row)}>`)
      for (const cell of row.kids) {
        const lead = cell.own.lead.map((one) => `<p>${words(one)}</p>`).join('')
        out.push(`<td ${ids(cell)}>${lead === '' ? '<p/>' : lead}</td>`)
      }
      out.push('</tr>\n')
    }
    out.push('</table></content>')
  }
  const provision = (tree: Tree): void => {
    const { own, kids } = tree
    const element = AKN_ELEMENT[own.kind]
    const name = element ?? 'hcontainer'
    out.push(`<${name}${element ? '' : ` name="${own.kind}"`} ${ids(tree)}>`)
    if (own.label) out.push(`<num>${escapeXml(own.label.raw)}</num>`)
    if (own.heading) out.push(`<heading>${words(own.heading)}</heading>`)
    if (isPlainTable(tree)) table(tree)
    else if (kids.length === 0 && own.tail.length === 0) {
      if (own.lead.length > 0) paragraphs('content', own.lead)
      else out.push('<content/>')
    } else {
      paragraphs('intro', own.lead)
      for (const kid of kids) provision(kid)
      paragraphs('wrapUp', own.tail)
    }
    out.push(`</${name}>\n`)
  }

  return {
    words,
    provision: (tree) => {
      out = []
      provision(tree)
      return out.join('')
    },
  }
}
