// From a plot to SVG that may stand in any page: no style, no script, no ids but the ones asked for.

import { type Markish, plot, type ScaleOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** The four hues of a chart, by token, so that a chart follows the page into the dark. */
export const hues = {
  action: 'var(--action)',
  approved: 'var(--approved)',
  due: 'var(--due)',
  restricted: 'var(--restricted)',
} as const
export type Hue = keyof typeof hues

/** The size of letters in a chart, in the pixels of its drawing. */
export const letterSize = 14

/** A day as the instant at which charts draw it. `day` is written 2017-03-31. */
export function dayAsDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/**
 * About how wide a text is drawn, in pixels at `letterSize`; a little more than it will be, so that labels placed
 * by it never touch. There is no font to ask on the server.
 */
export function textWidth(text: string): number {
  let ems = 0
  for (const letter of text)
    ems += /[iljtf.,:;'|() ]/.test(letter) ? 0.3 : /[A-ZmwMW–—]/.test(letter) ? 0.66 : 0.52
  return Math.ceil(ems * letterSize)
}

/** A text cut, with three dots, to what fits into so many pixels; the table beneath the chart has it whole. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** A drawing on a ground of `width` by `height`, where places down the page are plain pixels. */
export type Drawing = { width: number; height: number; x: ScaleOptions; marks: Markish[] }

/**
 * The drawing as an SVG string whose title is the finding. The same drawing gives the same string.
 * Everything a content security policy without inline style would refuse is taken out or turned into attributes.
 */
export function drawSvg({ width, height, x, marks }: Drawing, title: string, id: string): string {
  const y = { type: 'linear', domain: [0, height], range: [0, height], axis: null } as const
  const ground = { width, height, margin: 0, document: document as unknown as Document }
  const svg = plot({ ...ground, x: { axis: null, ...x }, y, marks })
  for (const element of [svg, ...svg.querySelectorAll('*')]) makePlain(element)
  svg.removeAttribute('font-family')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', id)
  const named = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  named.setAttribute('id', id)
  named.textContent = title
  svg.insertBefore(named as unknown as Node, svg.firstChild)
  return svg.outerHTML
}

// Labels of parts would never be read inside a drawing that has its own name, and a validator refuses them.
function makePlain(element: Element): void {
  if (element.tagName.toLowerCase() === 'style') {
    element.remove()
    return
  }
  for (const name of ['aria-label', 'aria-hidden', 'aria-description', 'class', 'id'])
    element.removeAttribute(name)
  for (const declaration of (element.getAttribute('style') ?? '').split(';')) {
    const [property, value] = declaration.split(':', 2)
    if (property?.trim() && value?.trim()) element.setAttribute(property.trim(), value.trim())
  }
  element.removeAttribute('style')
}
