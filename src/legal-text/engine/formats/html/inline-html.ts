// Words and their marks as HTML.
import type { Inline, Paragraph, ProvisionId, RefTarget } from '../../model.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that stands in HTML content or in a quoted attribute; characters no page may hold are shown as U+FFFD. */
export const escapeHtml = (s: string): string =>
  s.replace(/[&<>"]/g, (one) => ESCAPES[one] as string).replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')

/** Where a link to a provision leads; null where there is no page for it. */
export type LinkTo = (id: ProvisionId) => string | null

const targetOf = (to: RefTarget, linkTo: LinkTo): string | null =>
  to.in === 'text' ? linkTo(to.id) : null

const inlineOne = (inline: Inline, linkTo: LinkTo): string => {
  switch (inline.t) {
    case 'text':
      return escapeHtml(inline.s)
    case 'ref': {
      const href = targetOf(inline.to, linkTo)
      const s = escapeHtml(inline.s)
      return href ? `<a href="${escapeHtml(href)}">${s}</a>` : `<cite>${s}</cite>`
    }
    case 'term': {
      const href = inline.def === null ? null : linkTo(inline.def)
      const s = `<dfn>${escapeHtml(inline.s)}</dfn>`
      return href ? `<a class="term" href="${escapeHtml(href)}">${s}</a>` : s
    }
    case 'em':
      return `<${inline.kind}>${inlineHtml(inline.c, linkTo)}</${inline.kind}>`
    case 'note':
    case 'formula':
    case 'image':
      return `<span class="${inline.t}" data-hash="${inline.hash}">${escapeHtml(inline.s)}</span>`
  }
}

/** A paragraph's words with their marks; references within the text are links, defined terms link to their meaning. */
export const inlineHtml = (words: Paragraph, linkTo: LinkTo): string =>
  words.map((inline) => inlineOne(inline, linkTo)).join('')
