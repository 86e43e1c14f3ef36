// A version as HTML: every provision an element whose id is its stable id and whose number stands in `data-num`.
import type { Paragraph, ProvisionId, Tree } from '../../model.ts'
import { wordsOf } from '../../words.ts'
import { escapeHtml, inlineHtml, type LinkTo } from './inline-html.ts'
import { pageHtml } from './page-html.ts'

/** One file of a version in HTML. */
export interface HtmlFile {
  readonly name: string
  readonly id: ProvisionId
  readonly title: string
  readonly html: string
}

const FILE_KINDS = new Set(['section', 'schedule', 'appendix'])

export const attributesOf = (tree: Tree): string => {
  const { kind, label } = tree.own
  const number = label ? ` data-num="${escapeHtml(label.raw)}"` : ''
  return `id="${tree.id}" class="provision ${kind}"${number}`
}

/** Whether a provision can stand as a table: rows of cells, none with a number or heading of its own. */
export const isTable = ({ own, kids }: Tree): boolean =>
  own.kind === 'table' &&
  kids.length > 0 &&
  kids.every(
    (row) =>
      row.own.kind === 'row' &&
      !row.own.label &&
      !row.own.heading &&
      row.own.lead.length + row.own.tail.length === 0 &&
      row.kids.length > 0 &&
      row.kids.every(({ own: cell }) => cell.kind === 'cell' && !cell.label && !cell.heading),
  )

/** A writer of provisions as HTML elements. What it has written of a subtree it keeps while the subtree is in use. */
export const newHtmlWriter = (linkTo: LinkTo): ((tree: Tree) => string) => {
  const written = new WeakMap<Tree, string>()
  const paragraph = (words: Paragraph): string => `<p>${inlineHtml(words, linkTo)}</p>`
  const head = ({ own }: Tree): string => {
    const number = own.label ? `<span class="num">${escapeHtml(own.label.raw)}</span>` : ''
    const [first, ...rest] = own.heading ? [own.heading, ...own.lead] : own.lead
    if (!first && number === '') return ''
    const cls = own.heading ? ' class="heading"' : ''
    return `<p${cls}>${number}${first ? inlineHtml(first, linkTo) : ''}</p>${rest.map(paragraph).join('')}`
  }
  const rows = (table: Tree): string =>
    table.kids
      .map((row) => {
        const cells = row.kids.map(
          (cell) =>
            `<td ${attributesOf(cell)}>${cell.own.lead.map(paragraph).join('')}${cell.kids.map(write).join('')}${cell.own.tail.map(paragraph).join('')}</td>`,
        )
        return `<tr ${attributesOf(row)}>${cells.join('')}</tr>`
      })
      .join('')
  const write = (tree: Tree): string => {
    const before = written.get(tree)
    if (before !== undefined) return before
    const kids = isTable(tree) ? `<table>${rows(tree)}</table>` : tree.kids.map(write).join('\n')
    const html = `<div ${attributesOf(tree)}>${head(tree)}${kids}${tree.own.tail.map(paragraph).join('')}</div>`
    written.set(tree, html)
    return html
  }
  return write
}

const titleOf = ({ own, id }: Tree): string =>
  [own.label?.raw, own.heading && wordsOf(own.heading)].filter(Boolean).join(' ') || id

/**
 * A version as files: one for each section, schedule or appendix nearest the root, and `index.html` with everything
 * outside them and a list of the files. Links lead from file to file.
 */
export const writeHtml = (root: Tree, options: { readonly lang?: string } = {}): HtmlFile[] => {
  const fileOf = new Map<ProvisionId, string>()
  const files: Tree[] = []
  const survey = (tree: Tree, file: string): void => {
    const own = tree !== root && file === 'index.html' && FILE_KINDS.has(tree.own.kind)
    const here = own ? `${tree.id.replaceAll(':', '_')}.html` : file
    if (own) files.push(tree)
    fileOf.set(tree.id, here)
    for (const kid of tree.kids) survey(kid, here)
  }
  survey(root, 'index.html')
  const write = newHtmlWriter((id) => {
    const file = fileOf.get(id)
    return file === undefined ? null : `${file}#${id}`
  })
  const lang = options.lang ?? 'en-GB'
  const index = (tree: Tree): string => {
    const file = fileOf.get(tree.id) as string
    if (file !== 'index.html')
      return `<p><a href="${escapeHtml(file)}">${escapeHtml(titleOf(tree))}</a></p>`
    const bare = write({ ...tree, kids: [], own: { ...tree.own, tail: [] } })
    const tail = tree.own.tail.map((words) => `<p>${escapeHtml(wordsOf(words))}</p>`).join('')
    return `${bare.slice(0, -'</div>'.length)}${tree.kids.map(index).join('\n')}${tail}</div>`
  }
  return [
    {
      name: 'index.html',
      id: root.id,
      title: titleOf(root),
      html: pageHtml(titleOf(root), `<main>${index(root)}</main>`, lang),
    },
    ...files.map((tree): HtmlFile => {
      const title = titleOf(tree)
      const html = pageHtml(title, `<main>${write(tree)}</main>`, lang)
      return { name: fileOf.get(tree.id) as string, id: tree.id, title, html }
    }),
  ]
}

/** A text, or a provision with all in it, as one page that stands alone; links lead within the page. */
export const writeHtmlPage = (
  tree: Tree,
  options: { readonly title: string; readonly lang?: string },
): string => {
  const here = new Set<ProvisionId>()
  const note = ({ id, kids }: Tree): void => {
    here.add(id)
    kids.forEach(note)
  }
  note(tree)
  const write = newHtmlWriter((id) => (here.has(id) ? `#${id}` : null))
  const main = `<header><h1>${escapeHtml(options.title)}</h1></header>\n<main>${write(tree)}</main>`
  return pageHtml(options.title, main, options.lang)
}
