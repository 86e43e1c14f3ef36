// Where a fact is stated: the words of the source, with the addresses in them as links.

import { createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'

/** What the sources are called that entries cite by their address. */
export const SourceTitles = createContext<ReadonlyMap<string, string>>(new Map())

const address = /(https?:\/\/[^\s;,"]+)/

/** The source of a fact; null is said to have been entered here. An address reads by the title of its page. */
export function SourceText({ source }: { source: string | null }): JSX.Element {
  const titles = useContext(SourceTitles)
  if (source === null) return <>Entered here</>
  return (
    <span class="source">
      {source.split(address).map((part, index) =>
        address.test(part) ? (
          <a key={index} href={part} rel="external">
            {titles.get(part) ?? shortened(part)}
          </a>
        ) : (
          part
        ),
      )}
    </span>
  )
}

/** A long address is cut to its host and what the page is called there. */
function shortened(whole: string): string {
  const bare = whole.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  if (bare.length <= 48) return bare
  const [host = '', ...parts] = bare.replace(/\?.*$/, '').split('/')
  const page = parts.at(-1) ?? ''
  return `${host}: ${page.length > 40 ? `${page.slice(0, 39)}…` : page}`
}
