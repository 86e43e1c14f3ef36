// What stands at the top of a text, as a list of links.

import type { JSX } from 'preact'
import type { Showing } from '#web/page.ts'

/** `contents` in reading order, each by its number and heading. */
export function TextContents({
  contents,
  link,
}: {
  contents: readonly { readonly called: string; readonly href: string }[]
  link: Showing['link']
}): JSX.Element {
  return (
    <nav class="contents" aria-label="Contents of the text">
      <ol>
        {contents.map(({ called, href }) => (
          <li key={href}>
            <a href={link(href)}>{called}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
