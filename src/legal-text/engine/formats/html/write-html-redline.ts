// The redline of two versions as a page that needs neither script nor colour, and can be stepped through.
import { entryNumbers, renumberingInWords } from '../../change-entries.ts'
import type { Lexicon } from '../../lexicon.ts'
import type { Tree } from '../../model.ts'
import { wordsOf } from '../../words.ts'
import { type Compared, compared } from '../compare/compared.ts'
import { type ComparedLine, comparedLines, linesOf, wholeLine } from '../compare/compared-lines.ts'
import { numberRuns } from '../compare/number-runs.ts'
import { escapeHtml, inlineHtml, type LinkTo } from './inline-html.ts'
import { pageHtml } from './page-html.ts'
import { newHtmlWriter } from './write-html.ts'

export interface HtmlRedlineOptions {
  readonly title: string
  /** How the two sides are called, such as a version and its date. */
  readonly before: string
  readonly after: string
  readonly lang?: string
  readonly linkTo?: LinkTo
  /** Writes equal provisions too; without it only what differs and the provisions above it are shown. */
  readonly all?: boolean
}

const KIND_SAID = {
  ins: 'inserted',
  del: 'struck',
  edited: 'amended',
  from: 'moved from here',
  to: 'moved to here',
  numbers: 'renumbered',
} as const

/** What a screen reader says at both ends of a change; the same words are hidden from the eye. */
const said = (words: string): string => `<span class="said">${words}</span>`

const penned = (mark: 'same' | 'ins' | 'del', html: string): string => {
  if (mark === 'same' || html === '') return html
  const [name, verb] = mark === 'ins' ? ['ins', 'insertion'] : ['del', 'deletion']
  return `<${name}>${said(` [${verb}: `)}${html}${said(` end of ${verb}] `)}</${name}>`
}

interface Entry {
  readonly what: keyof typeof KIND_SAID
  readonly number: string
}

const numberOf = (tree: Tree): string =>
  tree.own.label?.raw ??
  (tree.own.heading
    ? wordsOf(tree.own.heading).slice(0, 60)
    : wordsOf(tree.own.lead[0] ?? []).slice(0, 40))

/**
 * A whole page: a legend, a list of the changes, in which a run of new numbers is one, and the text with a bar beside each change and links to the change
 * before and after it. Struck and inserted words are `del` and `ins`.
 */
export const writeHtmlRedline = (
  a: Tree,
  b: Tree,
  lexicon: Lexicon,
  options: HtmlRedlineOptions,
): string => {
  const linkTo: LinkTo = options.linkTo ?? (() => null)
  const write = newHtmlWriter(linkTo)
  const entries: Entry[] = []
  const above: string[] = []
  const line = (one: ComparedLine): string => {
    const { before, after } = one.label
    const number = (raw: string | null) =>
      raw === null ? '' : `<span class="num">${escapeHtml(raw)}</span>`
    const label =
      one.mark !== 'same'
        ? penned(one.mark, number(before ?? after))
        : before === after
          ? number(after)
          : penned('del', number(before)) + penned('ins', number(after))
    const cls = one.role === 'heading' ? ' class="heading"' : ''
    const words = one.runs.map((run) => penned(run.mark, inlineHtml(run.words, linkTo))).join('')
    return label === '' && words === '' ? '' : `<p${cls}>${label}${words}</p>`
  }
  const bar = (
    tree: Tree,
    what: Entry['what'],
    html: string,
    called: string = numberOf(tree),
  ): string => {
    const n = entries.push({ what, number: [...above, called].filter(Boolean).join(' › ') })
    const back = n > 1 ? `<a href="#change-${n - 1}">previous change</a> ` : ''
    return `<div id="change-${n}" class="changed"><p class="step">Change ${n}, ${KIND_SAID[what]}: ${back}<a href="#change-${n + 1}">next change</a> <a href="#changes">list of changes</a></p>${html}</div>`
  }
  const whole = (tree: Tree, mark: 'ins' | 'del'): string => {
    const { head, tail } = linesOf(tree.own)
    const say = (one: (typeof head)[number]) => line(wholeLine(one, mark))
    return `<div class="provision ${tree.own.kind}" data-id="${tree.id}">${head.map(say).join('')}${tree.kids.map((kid) => whole(kid, mark)).join('')}${tail.map(say).join('')}</div>`
  }
  const differs = (lines: readonly ComparedLine[]): boolean =>
    lines.some(
      (one) =>
        one.mark !== 'same' ||
        one.label.before !== one.label.after ||
        one.runs.some((run) => run.mark !== 'same'),
    )
  const runs = numberRuns(a, b, lexicon)
  const opening = (tree: Tree, html: string): string => {
    const run = runs.get(tree.id)
    if (!run) return bar(tree, 'edited', html)
    if (run.changes[0].id !== tree.id) return `<div class="changed">${html}</div>`
    return bar(tree, 'numbers', html, renumberingInWords(entryNumbers(run), false))
  }
  const visit = ({ a: one, b: other, kids, moved }: Compared): string => {
    if (!one) return bar(other as Tree, moved ? 'to' : 'ins', whole(other as Tree, 'ins'))
    if (!other) return bar(one, moved ? 'from' : 'del', whole(one, 'del'))
    if (!kids) return options.all ? write(other) : ''
    const { head, tail } = comparedLines(one.own, other.own, lexicon)
    const top = head.map(line).join('')
    const start = differs(head) ? opening(other, top) : top
    above.push(other.own.label?.raw ?? '')
    const inside = kids.map(visit).join('\n')
    above.pop()
    const foot = tail.map(line).join('')
    const end = differs(tail) ? bar(other, 'edited', foot) : foot
    return `<div class="provision ${other.own.kind}" data-id="${other.id}">${start}${inside}${end}</div>`
  }
  const body = visit(compared(a, b))
  const list = entries
    .map(
      ({ what, number }, at) =>
        `<li><a href="#change-${at + 1}">${escapeHtml(number) || 'The text'}</a>: ${KIND_SAID[what]}</li>`,
    )
    .join('\n')
  const head = `<header><h1>${escapeHtml(options.title)}</h1>
<p>From ${escapeHtml(options.before)} to ${escapeHtml(options.after)}: ${entries.length} ${entries.length === 1 ? 'change' : 'changes'}.</p>
<p>Legend: <ins>underlined words are inserted</ins>; <del>struck words are deleted</del>; a bar on the left marks what differs.${options.all ? '' : ' Provisions that are equal are left out.'}</p></header>`
  const nav = `<nav id="changes" aria-label="List of changes"><h2>Changes</h2>${list === '' ? '<p>The two versions are equal.</p>' : `<ol>${list}</ol>`}</nav>`
  const last = `<p class="step" id="change-${entries.length + 1}">No further change. <a href="#changes">List of changes</a></p>`
  return pageHtml(options.title, `${head}\n${nav}\n<main>${body}\n${last}</main>`, options.lang)
}
