// The entries beneath a fact or a figure, each with everything that was entered.

import type { JSX } from 'preact'
import type { EntryShown } from './entries.ts'
import { BasisMark } from './marks.tsx'
import { printInstant } from './printed.ts'
import { SourceText } from './source-text.tsx'

/** A list of entries. `none` is said where there is nothing. */
export function Entries({
  entries,
  none,
}: {
  entries: readonly EntryShown[]
  none: string
}): JSX.Element {
  if (entries.length === 0) return <p>{none}</p>
  return (
    <ol class="entries">
      {entries.map((entry) => (
        <li key={entry.id} id={`entry-${entry.id}`}>
          <EntryPaper {...entry} />
        </li>
      ))}
    </ol>
  )
}

function EntryPaper(entry: EntryShown): JSX.Element {
  const { type, effectiveFrom, recordedAt, by, onBehalfOf, basis, source, data, chain } = entry
  return (
    <article class="entry" aria-labelledby={`what-${entry.id}`}>
      <h2 id={`what-${entry.id}`}>{wordsOf(type)}</h2>
      <dl class="facts">
        <Fact label="About">{entry.stream}</Fact>
        <Fact label="Counts from">{effectiveFrom.words}</Fact>
        <Fact label="Recorded">
          {printInstant(recordedAt)} by {by}
          {onBehalfOf && ` on behalf of ${onBehalfOf}`}
        </Fact>
        <Fact label="Basis">
          {basis === 'decided-here' ? 'Decided here' : <BasisMark basis={basis} />}
        </Fact>
        <Fact label="Source">
          {source === null ? 'the command itself' : <SourceText source={source} />}
        </Fact>
        <Fact label="Command">
          {entry.command}, under the rulebook of {entry.rulebook}
        </Fact>
        {Object.entries(data).map(([name, value]) => (
          <Fact key={name} label={wordsOf(name)}>
            {printedValue(value)}
          </Fact>
        ))}
        <Fact label="Content hash">
          <code class="hash">{entry.contentHash}</code>
        </Fact>
        {chain && (
          <Fact label="In the chain">
            entry {chain.position}, version {chain.version} of its stream, hash{' '}
            <code class="hash">{chain.hash}</code>
          </Fact>
        )}
      </dl>
    </article>
  )
}

function Fact({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** `MeetingHeld` and `proposerOrganisation` as words: 'Meeting held', 'Proposer organisation'. */
export function wordsOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function printedValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(printedValue).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
