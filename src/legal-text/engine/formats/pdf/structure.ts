// The structure tree: what a screen reader follows, element by element, down to the marked words on each page.
import type { Composed } from './compose-pages.ts'
import { type PdfObjects, ref, textString } from './pdf-objects.ts'

/** Types that are not of the standard, and what they count as. */
export const ROLES = '<</Ins/Span/Del/Span>>'

/** Composed pages with the numbers that their objects have in a file. */
export interface Numbered {
  readonly composed: Composed
  readonly pages: readonly number[]
  /** The number of each link of each page; 0 where it leads nowhere in this file and is left out. */
  readonly links: readonly (readonly number[])[]
}

/**
 * Adds the elements of some pages under `above`. Gives the elements at the top and, for each page, the element of each
 * piece of marked content; and that of each link.
 */
export const addElements = (
  objects: PdfObjects,
  { composed, pages, links }: Numbered,
  above: number,
) => {
  const { elements, tops } = composed
  const first = objects.reserve(elements.length)
  elements.forEach(({ type, parent, alt, entries, kids }, at) => {
    if (kids.length === 0) return
    let page = -1
    let said = ''
    let leads = type !== 'Link'
    for (const kid of kids) {
      if ('element' in kid) said += `${ref(first + kid.element)} `
      else if ('mark' in kid) {
        if (page < 0) page = kid.page
        const own = kid.page === page
        said += own ? `${kid.mark} ` : `<</Type/MCR/Pg ${ref(pages[kid.page]!)}/MCID ${kid.mark}>>`
      } else {
        const link = links[kid.page]?.[kid.link] ?? 0
        if (link === 0) continue
        leads = true
        said += `<</Type/OBJR/Pg ${ref(pages[kid.page]!)}/Obj ${ref(link)}>>`
      }
    }
    const on = page < 0 ? '' : `/Pg ${ref(pages[page]!)}`
    const more = (alt === undefined ? '' : `/Alt${textString(alt)}`) + (entries ?? '')
    objects.say(
      first + at,
      `<</S/${leads ? type : 'Span'}/P ${ref(parent < 0 ? above : first + parent)}${on}/K[${said}]${more}>>`,
    )
  })
  return {
    tops: tops.map((at) => first + at),
    marked: composed.pages.map(({ marked }) => marked.map((at) => first + at)),
    linked: composed.pages.map((page) => page.links.map(({ element }) => first + element)),
  }
}
