// Runs of words with their marks and links.

import type { JSX } from 'preact'
import type { RunShown } from './words-shown.ts'

/** Words as they are printed; references lead to what they mean on the same day. */
export function RunsShown({
  runs,
  link,
}: {
  runs: readonly RunShown[]
  link: (href: string) => string
}): JSX.Element {
  return (
    <>
      {runs.map(({ s, href, mark }, at) => {
        const words = marked(s, mark)
        return href ? (
          <a key={`${at}`} class={mark === 'term' ? 'term' : 'reference'} href={link(href)}>
            {words}
          </a>
        ) : (
          words
        )
      })}
    </>
  )
}

function marked(words: string, mark: RunShown['mark']): JSX.Element | string {
  switch (mark) {
    case 'b':
    case 'i':
    case 'u':
    case 'sup':
    case 'sub': {
      const Mark = mark
      return <Mark>{words}</Mark>
    }
    case 'formula':
    case 'image':
    case 'note':
      return <span class={`inline-${mark}`}>{words}</span>
    default:
      return words
  }
}
