// The line of time: which day's law this page shows, and as known when. Said in words, with the way back.

import type { JSX } from 'preact'
import { firstPageWith, pageNames, timeNames } from '#web/address.ts'
import { type Frame, isElsewhen } from '#web/frame.ts'

/** The line beneath the masthead, with the form that asks for another day or instant. */
export function TimeLine(frame: Frame): JSX.Element {
  const { asOf, knownAt, path, query, record } = frame
  const elsewhen = isElsewhen(frame)
  return (
    <section class="time-line" aria-label="The time of this page">
      <p class="time-said">
        <span>
          As in force: <strong>{asOf.isToday ? `today, ${asOf.printed}` : asOf.printed}</strong>
        </span>
        <span>
          As known: <strong>{knownAt.instant === null ? 'now' : knownAt.printed}</strong>
        </span>
      </p>
      {elsewhen && (
        <p class="time-warning">
          {elsewhere(frame)}{' '}
          {record.empty &&
            'By then nothing had been entered in the record, so this page is empty. '}
          <a href={firstPageWith(path, query, { 'as-of': null, 'known-at': null })}>
            Back to today
          </a>
        </p>
      )}
      <details class="time-control">
        <summary>{elsewhen ? 'Change the time' : 'Read at another time'}</summary>
        <TimeForm {...frame} />
      </details>
    </section>
  )
}

function elsewhere({ asOf, knownAt }: Frame): string {
  const law = `This page shows what is in force ${asOf.isToday ? 'today' : `on ${asOf.printed}`}`
  if (knownAt.instant === null) return `${law}, not today.`
  const record = `as the record stood on ${knownAt.printed}`
  return asOf.isToday
    ? `${law}, ${record}, not as it stands now.`
    : `${law}, ${record}: neither today nor now.`
}

function TimeForm({ asOf, knownAt, path, query }: Frame): JSX.Element {
  const asked: readonly string[] = [...timeNames, ...pageNames]
  const kept = Object.entries(query).filter(([name]) => !asked.includes(name))
  return (
    <form action={path} method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p class="time-field">
        <label for="as-of">As in force on</label>
        <input
          id="as-of"
          name="as-of"
          type="date"
          value={asOf.isToday ? '' : asOf.day}
          aria-describedby="as-of-hint"
        />
        <span id="as-of-hint" class="hint">
          Leave empty for today.
        </span>
      </p>
      <p class="time-field">
        <label for="known-at">As known at</label>
        <input
          id="known-at"
          name="known-at"
          type="text"
          value={knownAt.instant ?? ''}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="known-at-hint"
        />
        <span id="known-at-hint" class="hint">
          An instant in UTC, such as 2026-01-31T12:00:00Z. Leave empty for now.
        </span>
      </p>
      <button type="submit">Read at this time</button>
    </form>
  )
}
