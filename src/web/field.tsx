// One question of a form: label, hint, why it is asked, what was wrong with the answer, and the control for its kind.

import type { JSX } from 'preact'

/** What a field takes: a `known-date` may be a day, a month, a year, or 'by' one of these. */
export type FieldKind =
  | 'text'
  | 'day'
  | 'known-date'
  | 'number'
  | 'choice'
  | 'longtext'
  /** A text whose lines and blanks count: in letters of one width, and not broken. */
  | 'lines'
  | 'flag'

/** One question. `value` is what was typed before, unread and unchanged. */
export type Field = {
  name: string
  label: string
  kind: FieldKind
  hint?: string | undefined
  /** Why the office asks. */
  why?: string | undefined
  required: boolean
  options?: readonly { value: string; label: string; hint?: string | undefined }[] | undefined
  value?: string | undefined
}

/** The id of a field's control, for links to it. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** The question and its control. A choice of up to seven is a set of radios, a longer one a list. */
export function FieldInput({
  field,
  faults,
}: {
  field: Field
  faults: readonly string[]
}): JSX.Element {
  const { name, label, required, hint, why, kind, options = [] } = field
  const id = fieldId(name)
  const notes = (
    <Notes
      id={id}
      hint={hint ?? (kind === 'known-date' ? knownDateHint : undefined)}
      why={why}
      faults={faults}
    />
  )
  const optional = !required && kind !== 'flag' && (
    <span class="optional"> (may be left empty)</span>
  )
  const wrong = faults.length > 0 ? ' question-wrong' : ''
  if (kind === 'choice' && options.length <= 7) {
    return (
      <fieldset
        class={`question${wrong}`}
        id={id}
        tabIndex={-1}
        aria-describedby={describedBy(field, faults)}
      >
        <legend>
          {label}
          {optional}
        </legend>
        {notes}
        {options.map((option, index) => (
          <Radio key={option.value} field={field} option={option} id={`${id}-${index}`} />
        ))}
      </fieldset>
    )
  }
  if (kind === 'flag') {
    return (
      <div class={`question${wrong}`}>
        {notes}
        <span class="tick">
          <input
            {...shared(field, faults)}
            type="checkbox"
            value="yes"
            checked={Boolean(field.value)}
          />
          <label for={id}>{label}</label>
        </span>
      </div>
    )
  }
  return (
    <div class={`question${wrong}`}>
      <label for={id}>
        {label}
        {optional}
      </label>
      {notes}
      <Control field={field} faults={faults} />
    </div>
  )
}

const knownDateHint =
  'As far as it is known: a day (2017-03-31), a month (2017-03), a year (2017), a span (2016-04-01/2016-08-18), “by” one of these (../2014-07), or nothing (..).'

type ControlProps = { field: Field; faults: readonly string[] }

function Control({ field, faults }: ControlProps): JSX.Element {
  const { kind, value, options = [] } = field
  const common = shared(field, faults)
  switch (kind) {
    case 'longtext':
      return (
        // A browser drops the first line break of a textarea, so it gets one to drop.
        <textarea {...common} rows={8}>{`\n${value ?? ''}`}</textarea>
      )
    case 'lines':
      return (
        <textarea
          {...common}
          class="lines"
          rows={14}
          spellcheck={false}
        >{`\n${value ?? ''}`}</textarea>
      )
    case 'choice':
      return (
        <select {...common}>
          <option value="">Choose one</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'number':
      return (
        <input
          {...common}
          class="short"
          type="text"
          inputMode="numeric"
          value={value}
          autocomplete="off"
        />
      )
    case 'day':
      // A browser empties a date control of anything but a day, so what is not a day comes back as text.
      return isDayOrEmpty(value) ? (
        <input {...common} class="short" type="date" value={value} />
      ) : (
        <input {...common} class="short" type="text" value={value} />
      )
    case 'known-date':
      return <input {...common} class="medium" type="text" value={value} autocomplete="off" />
    case 'text':
    case 'flag':
      return <input {...common} type="text" value={value} autocomplete="off" />
  }
}

function isDayOrEmpty(value: string | undefined): boolean {
  return !value || /^\d{4}-\d{2}-\d{2}$/.test(value)
}

function shared(field: Field, faults: readonly string[]) {
  return {
    id: fieldId(field.name),
    name: field.name,
    required: field.required,
    'aria-invalid': faults.length > 0 ? ('true' as const) : undefined,
    'aria-describedby': describedBy(field, faults),
  }
}

function describedBy(
  { name, hint, why, kind }: Field,
  faults: readonly string[],
): string | undefined {
  const id = fieldId(name)
  const ids = [
    (hint || kind === 'known-date') && `${id}-hint`,
    why && `${id}-why`,
    faults.length > 0 && `${id}-fault`,
  ].filter((one) => typeof one === 'string')
  return ids.join(' ') || undefined
}

type Option = NonNullable<Field['options']>[number]

function Radio({ field, option, id }: { field: Field; option: Option; id: string }): JSX.Element {
  return (
    <span class="tick">
      <input
        id={id}
        name={field.name}
        type="radio"
        value={option.value}
        checked={option.value === field.value}
        required={field.required}
      />
      <label for={id}>
        {option.label}
        {option.hint && <span class="hint">{option.hint}</span>}
      </label>
    </span>
  )
}

type NotesProps = {
  id: string
  hint: string | undefined
  why: string | undefined
  faults: readonly string[]
}

function Notes({ id, hint, why, faults }: NotesProps): JSX.Element {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {why && (
        <p class="hint" id={`${id}-why`}>
          <b>Why we ask:</b> {why}
        </p>
      )}
      {faults.length > 0 && (
        <p class="fault" id={`${id}-fault`}>
          {faults.join(' ')}
        </p>
      )}
    </>
  )
}
