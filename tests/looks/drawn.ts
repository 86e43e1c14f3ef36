// What a component draws, as a document to ask questions of.

import { parseHTML } from 'linkedom'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/** The component's markup in an otherwise empty document. */
export function drawn(component: VNode): Document {
  return pageOf(`<!doctype html><html><body>${render(component)}</body></html>`)
}

/** A complete page as a document. */
export function pageOf(html: string): Document {
  return parseHTML(html).document as unknown as Document
}

/** The text of the first element that fits, its spaces made single; an error that names the selector where none does. */
export function wordsOf(within: ParentNode, selector: string): string {
  const found = within.querySelector(selector)
  if (!found) throw new Error(`Expected ${selector} in what was drawn; it is not there`)
  return found.textContent.replace(/\s+/g, ' ').trim()
}
