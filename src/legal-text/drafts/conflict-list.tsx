// Conflicts with all three texts side by side; where one may settle them, with the choices under each.

import type { ComponentChildren, JSX } from 'preact'
import type { Typed } from '#web/workbench.ts'
import { settlingsOf, standsIn, type TypedWith } from './settlings.ts'
import type { ConflictShown, NoticeShown, SideShown } from './shown-conflicts.ts'

type Names = { base: string; left: string; right: string }

export function ConflictList(props: {
  conflicts: readonly ConflictShown[]
  names: Names
  under?: (conflict: ConflictShown, index: number) => ComponentChildren
}): JSX.Element {
  const { conflicts, names, under } = props
  return (
    <ol class="conflicts">
      {conflicts.map((conflict, index) => (
        <li key={conflict.key} class="conflict">
          <h3>{conflict.called}</h3>
          <p>
            {conflict.says}
            {conflict.field === 'heading' && ', in the heading'}
            {conflict.field === 'tail' && ', in the closing words'}.
          </p>
          <div class="three-texts">
            {(['left', 'base', 'right'] as const).map((side) => (
              <Side key={side} name={names[side]} side={conflict[side]} />
            ))}
          </div>
          {under?.(conflict, index)}
        </li>
      ))}
    </ol>
  )
}

function Side({ name, side }: { name: string; side: SideShown }): JSX.Element {
  return (
    <div class="one-text">
      <h4>{name}</h4>
      {side ? (
        <p>
          {side.number && <span class="number">{side.number} </span>}
          {side.runs.map(({ words, concerned }, at) =>
            concerned ? (
              <mark key={`${at}`} class="concerned">
                {words.trim() === '' ? <i>nothing</i> : words}
              </mark>
            ) : (
              words
            ),
          )}
        </p>
      ) : (
        <p>
          <i>It does not stand in this text.</i>
        </p>
      )}
    </div>
  )
}

export function NoticeList({ notices }: { notices: readonly NoticeShown[] }): JSX.Element | null {
  if (notices.length === 0) return null
  return (
    <>
      <h2 id="notices">To be known</h2>
      <ul>
        {notices.map(({ id, kind, says }) => (
          <li key={`${id} ${kind} ${says}`}>{says}.</li>
        ))}
      </ul>
    </>
  )
}

/** The names under which a form sends the choice for a conflict, and the words chosen. */
export const choiceName = (key: string) => `choice ${key}`
export const wordsName = (key: string) => `words ${key}`

const typedSaid: Record<TypedWith, { name: string; hint: string | null }> = {
  words: { name: 'Words', hint: null },
  number: { name: 'Number', hint: 'As it is printed, such as (aa) or D8.2A' },
  place: { name: 'Place', hint: 'Such as “after D8.2”, “before D8.2” or “in D8”' },
}

/** The choices for one conflict. */
export function Settling({
  conflict,
  index,
  typed,
}: {
  conflict: ConflictShown
  index: number
  typed: Typed
}): JSX.Element {
  const name = choiceName(conflict.key)
  const all = settlingsOf(conflict.kind, standsIn(conflict))
  const typing = all.find((one) => one.typed)?.typed
  const hint = typing && typedSaid[typing].hint
  return (
    <fieldset class="settling question">
      <legend>
        Settle {conflict.called}
        <span class="unseen"> ({index + 1})</span>
      </legend>
      {all.map(({ value, label }) => (
        <span key={value} class="tick">
          <input
            id={`settle-${index}-${value}`}
            type="radio"
            name={name}
            value={value}
            checked={typed[name] === value}
          />
          <label for={`settle-${index}-${value}`}>{label}</label>
        </span>
      ))}
      {typing && (
        <>
          <input
            type="text"
            name={wordsName(conflict.key)}
            value={typed[wordsName(conflict.key)] ?? ''}
            aria-label={`${typedSaid[typing].name} of your own for ${conflict.called} (${index + 1})`}
            aria-describedby={hint ? `settle-${index}-hint` : undefined}
            autocomplete="off"
          />
          {hint && (
            <span id={`settle-${index}-hint`} class="hint">
              {hint}
            </span>
          )}
        </>
      )}
    </fieldset>
  )
}
