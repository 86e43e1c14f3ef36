// A form drawn from the descriptions of its fields. What was typed comes back as it was typed, whatever was wrong with it.

import type { ComponentChildren, JSX } from 'preact'
import { type Field, FieldInput, fieldId } from '#web/field.tsx'
import { type Refusal, RefusalList } from '#web/refusal-list.tsx'

export type { Field, FieldKind } from '#web/field.tsx'
export type { Refusal } from '#web/refusal-list.tsx'

/** What was wrong with one field: what was expected, what came, what to do. */
export type FieldFault = { field: string; sentence: string }

export type OfficeFormProps = {
  action: string
  fields: readonly Field[]
  /** Faults of single fields, and rules that refused the whole. Both may stand together. */
  faults?: readonly FieldFault[] | undefined
  refusals?: readonly Refusal[] | undefined
  /** The token that proves the form was ours; sent as `token`. */
  token?: string | undefined
  /** Further hidden fields, such as the version of the thing that the reader saw. */
  hidden?: Readonly<Record<string, string>> | undefined
  /** What the button says. */
  submit: string
  /** True where the answers are shown once more before anything is entered; the button then sends `step=check`. */
  check?: boolean | undefined
  /** What happens when the form is sent, in a sentence. */
  whatNext?: string | undefined
  /** Controls of its own, after the questions. */
  controls?: ComponentChildren
  /** What it would do as it is filled in; a script asks `at` for it while one types, a button without one. */
  preview?: { at: string; shown: ComponentChildren } | undefined
  children?: ComponentChildren
}

/** The form: error summary, refusals, the questions, what happens next, the button. */
export function OfficeForm(props: OfficeFormProps): JSX.Element {
  const {
    action,
    fields,
    faults = [],
    refusals = [],
    token,
    hidden = {},
    submit,
    check,
    whatNext,
  } = props
  return (
    <form
      class={props.preview ? 'office-form with-preview' : 'office-form'}
      action={action}
      method="post"
      novalidate
    >
      {(faults.length > 0 || refusals.length > 0) && (
        <ErrorSummary fields={fields} faults={faults} refusals={refusals} />
      )}
      <Hidden token={token} values={hidden} />
      {props.children}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          faults={[
            ...faults.filter((fault) => fault.field === field.name).map((fault) => fault.sentence),
            ...refusals
              .filter((refusal) => refusal.field === field.name)
              .map((refusal) => refusal.sentence),
          ]}
        />
      ))}
      {props.controls}
      {props.preview && <Preview {...props.preview} />}
      {whatNext && <p class="what-next">{whatNext}</p>}
      <p class="form-end">
        <button type="submit" name={check ? 'step' : undefined} value={check ? 'check' : undefined}>
          {submit}
        </button>
      </p>
    </form>
  )
}

/** The first button of a form is the one that the Enter key presses: it enters nothing. */
function Preview({ at, shown }: NonNullable<OfficeFormProps['preview']>): JSX.Element {
  return (
    <>
      <p class="preview-ask">
        <button type="submit" name="step" value="preview" class="secondary">
          Show what it does
        </button>
      </p>
      <section class="preview" aria-label="What it would do" data-preview={at}>
        {shown}
      </section>
    </>
  )
}

type SummaryProps = {
  fields: readonly Field[]
  faults: readonly FieldFault[]
  refusals: readonly Refusal[]
}

/** All that stands in the way, together, each fault a link to its field. Nothing has been entered when it shows. */
export function ErrorSummary({ fields, faults, refusals }: SummaryProps): JSX.Element {
  const labels = new Map(fields.map((field) => [field.name, field.label]))
  return (
    <section
      class="notice notice-refused"
      role="alert"
      aria-labelledby="summary"
      id="error-summary"
      tabIndex={-1}
    >
      <h2 id="summary">Nothing has been entered yet</h2>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, sentence }) => (
            <li key={field + sentence}>
              <a href={`#${fieldId(field)}`}>
                {afterLabel(labels.get(field) ?? field)} {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
      {refusals.length > 0 && <RefusalList refusals={refusals} />}
    </section>
  )
}

function afterLabel(label: string): string {
  return /[?.!:]$/.test(label) ? label : `${label}:`
}

/** One answer as it will be entered: `printed` for the eye, `value` as it was typed. */
export type Answer = { name: string; label: string; printed: ComponentChildren; value: string }

export type CheckAnswersProps = {
  action: string
  answers: readonly Answer[]
  token?: string | undefined
  hidden?: Readonly<Record<string, string>> | undefined
  submit: string
  whatNext?: string | undefined
}

/**
 * The answers once more before they are entered. Everything is sent along again: the button sends `step=send`,
 * a change sends `step=change` and goes back to its field.
 */
export function CheckAnswers(props: CheckAnswersProps): JSX.Element {
  const { action, answers, token, hidden = {}, submit, whatNext } = props
  const values = Object.fromEntries(answers.map(({ name, value }) => [name, value]))
  return (
    <form class="office-form check-answers" action={action} method="post">
      <Hidden token={token} values={{ ...hidden, ...values }} />
      <dl class="answers">
        {answers.map(({ name, label, printed }) => (
          <div key={name} class="answer">
            <dt>{label}</dt>
            <dd class="answer-given">{printed}</dd>
            <dd class="answer-change">
              <button
                class="as-link"
                type="submit"
                name="step"
                value="change"
                formaction={`${action}#${fieldId(name)}`}
              >
                Change<span class="unseen"> {label}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {whatNext && <p class="what-next">{whatNext}</p>}
      <p class="form-end">
        <button type="submit" name="step" value="send">
          {submit}
        </button>
      </p>
    </form>
  )
}

type HiddenProps = { token: string | undefined; values: Readonly<Record<string, string>> }

function Hidden({ token, values }: HiddenProps): JSX.Element {
  return (
    <>
      {token && <input type="hidden" name="token" value={token} />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
