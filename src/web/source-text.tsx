// Where a fact is stated: the words of the source, with the addresses in them as links.

import type { JSX } from 'preact'

const address = /(https?:\/\/[^\s;,"]+)/

/** The source of a fact; null is said to have been entered here. */
export function SourceText({ source }: { source: string | null }): JSX.Element {
  if (source === null) return <>Entered here</>
  return (
    <span class="source">
      {source.split(address).map((part, index) =>
        address.test(part) ? (
          <a key={index} href={part} rel="external">
            {shortened(part)}
          </a>
        ) : (
          part
        ),
      )}
    </span>
  )
}

/** A long address is cut in its middle, so that its host and its end stay to be read. */
function shortened(whole: string): string {
  const bare = whole.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length > 60 ? `${bare.slice(0, 36)}…${bare.slice(-20)}` : bare
}
