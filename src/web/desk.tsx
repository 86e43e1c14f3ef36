// The operator's desk: every command as a form, drawn from its declaration. First the answers are checked,
// then they are entered.

import { render } from 'preact-render-to-string'
import { z } from 'zod'
import type { Outcome } from '#decision/carry-out.ts'
import type { AnyCommand } from '#decision/command.ts'
import { mayAsk } from '#decision/command.ts'
import type { Refusal } from '#decision/refusal.ts'
import type { Office } from '#office/office.ts'
import type { Reading } from '#reading/reading.ts'
import { addressWith } from './address.ts'
import type { Call } from './ask.ts'
import { drawFramed, drawNotFound } from './draw-page.tsx'
import type { FieldKind } from './field.tsx'
import { CheckAnswers, type Field, OfficeForm } from './form.tsx'
import { StaleNotice } from './notice.tsx'
import type { Showing } from './page.ts'
import type { Refusal as ShownRefusal } from './refusal-list.tsx'
import { type Drawn, html } from './send.ts'
import type { Arranged, Typed, Workbench } from './workbench.ts'

const trail = [{ label: 'Desk', href: '/desk' }]

/** The list of everything that can be done. */
export function drawDesk(office: Office, call: Call, reading: Reading): Drawn {
  return drawFramed(
    office,
    call,
    reading,
    { title: `The ${call.viewer.name}’s desk` },
    <ul class="desk">
      {office.commands
        .filter((command) => mayAsk(call.viewer, command))
        .map((command) => (
          <li key={command.name}>
            <a href={`${call.base}/desk/${command.name}`}>{command.title}</a>
            <p>{command.why}</p>
          </li>
        ))}
    </ul>,
  )
}

/** What is asked for at the desk, by whom, with what is on record now. */
export interface AtDesk {
  readonly office: Office
  readonly call: Call
  readonly reading: Reading
  readonly showing: Showing
  readonly command: AnyCommand
  readonly bench: Workbench | undefined
  readonly token: string
}

/** The form of a command, with what was typed before and what was wrong with it. */
export function drawForm(at: AtDesk, typed: Typed = {}, outcome?: Outcome): Drawn {
  const { office, call, reading, command, bench, showing, token } = at
  const refusals = refusalsOf(outcome)
  const action = `${call.base}/desk/${command.name}`
  const status = outcome === undefined ? 200 : outcome.kind === 'stale' ? 409 : 422
  const arranged = bench?.arrange?.(typed, showing)
  const { fields, hidden } = arrangedFields(command, typed, arranged)
  return drawFramed(
    office,
    call,
    reading,
    { title: arranged?.title ?? command.title, trail },
    <>
      {outcome?.kind === 'stale' && <StaleNotice thing="What you are changing" href={action} />}
      {arranged?.before}
      <OfficeForm
        action={action}
        fields={fields}
        hidden={hidden}
        faults={refusals
          .filter(({ rule, field }) => rule === 'form' && field)
          .map((refusal) => ({ field: refusal.field!, sentence: sentenceOf(refusal) }))}
        refusals={refusals.filter(({ rule, field }) => rule !== 'form' || !field).map(asShown)}
        token={token}
        controls={arranged?.controls}
        preview={
          bench?.preview && {
            at: `${action}/preview`,
            shown: bench.preview(typed, showing),
          }
        }
        submit="Check the answers"
        check
        whatNext="You see your answers once more before anything is entered."
      >
        <p>{command.why}</p>
      </OfficeForm>
    </>,
    status,
  )
}

/** What stands against it, as a list for the form. */
function refusalsOf(outcome: Outcome | undefined): readonly Refusal[] {
  if (outcome?.kind === 'refused') return outcome.refusals
  return outcome?.kind === 'not-allowed'
    ? [{ rule: 'allowed', clause: null, says: outcome.says }]
    : []
}

/** The fields shown, and what the others hold, which is sent along. */
function arrangedFields(command: AnyCommand, typed: Typed, arranged: Arranged | undefined) {
  const all = fieldsOf(command, typed)
  if (!arranged) return { fields: all, hidden: {} }
  const named = (name: string) => {
    const field = all.find((one) => one.name === name)!
    return arranged.needed?.includes(name) ? { ...field, required: true } : field
  }
  const rest = all.filter(({ name, value }) => !arranged.fields.includes(name) && value)
  return {
    fields: arranged.fields.map(named),
    hidden: Object.fromEntries(rest.map(({ name, value }) => [name, value ?? ''])),
  }
}

/** What was sent, as the fields of the command, and the step that was asked for. */
function sentTo({ bench, showing }: AtDesk, sent: Typed) {
  const { step = 'check', token: _token, ...raw } = sent
  const [kind, pressed = null] = step.split(':', 2) as [string, string?]
  return { step: kind, typed: bench?.gather?.(raw, showing, pressed) ?? raw }
}

/** What a form does when it is sent: rehearse and show the answers, go back to change one, or enter them. */
export async function takeForm(
  at: AtDesk,
  sent: Typed,
): Promise<Drawn | { readonly seeOther: string }> {
  const { office, call, command } = at
  const { step, typed } = sentTo(at, sent)
  if (step === 'change' || step === 'preview') return drawForm(at, typed)
  const asking = office.asking(call.code, call.viewer)
  const request = { command, input: withoutBlanks(typed), asking }
  if (step !== 'send') {
    const [outcome] = await office.act([request], { rehearse: true })
    return outcome!.kind === 'done' ? drawCheck(at, typed) : drawForm(at, typed, outcome)
  }
  const outcome = (await office.act([request]))[0]!
  if (outcome.kind !== 'done') return drawForm(at, typed, outcome)
  const entered = outcome.entries.map(({ id }) => id).join(',')
  return { seeOther: addressWith(call.base + outcome.shownAt, { entered }) }
}

/** What a command would do as it is typed: a part of a page, for the script that puts it there. */
export function drawPreview(at: AtDesk, sent: Typed): Drawn {
  const { bench, office, call, reading, showing } = at
  if (!bench?.preview) return drawNotFound(office, call, reading)
  const { typed } = sentTo(at, sent)
  return html(render(bench.preview(typed, showing)))
}

function drawCheck(at: AtDesk, typed: Typed): Drawn {
  const { office, call, reading, command, token, bench, showing } = at
  const arranged = bench?.arrange?.(typed, showing)
  const { fields, hidden } = arrangedFields(command, typed, arranged)
  return drawFramed(
    office,
    call,
    reading,
    { title: `${command.title}: check your answers`, trail },
    <>
      <CheckAnswers
        action={`${call.base}/desk/${command.name}`}
        answers={fields.map(({ name, label, value, options }) => ({
          name,
          label,
          value: value ?? '',
          printed:
            options?.find((option) => option.value === value)?.label ?? (value || 'left empty'),
        }))}
        hidden={hidden}
        token={token}
        submit="Enter it in the record"
        whatNext="An entry cannot be changed or removed afterwards; it can only be corrected by a further entry."
      />
      {bench?.preview && <section class="preview">{bench.preview(typed, showing)}</section>}
    </>,
  )
}

/** The fields of a command's form, from its input's schema and what is said about each. */
export function fieldsOf(command: AnyCommand, typed: Typed): readonly Field[] {
  const schema = z.toJSONSchema(command.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const options = optionsOf(property)
    return {
      name,
      label: property.label ?? name,
      hint: property.hint,
      kind: kindOf(property, options),
      required: required.has(name) && property.default === undefined,
      ...(options ? { options } : {}),
      value: typed[name] ?? (property.default === undefined ? '' : String(property.default)),
    }
  })
}

interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly default?: unknown
  readonly label?: string
  readonly hint?: string
  readonly kind?: FieldKind
  readonly options?: readonly { value: string; label: string }[]
}

function optionsOf(property: JsonSchema) {
  if (property.options) return property.options
  return property.enum?.map((value) => ({ value, label: capitalised(value.replaceAll('-', ' ')) }))
}

function kindOf(property: JsonSchema, options: unknown): FieldKind {
  if (property.kind) return property.kind
  if (options) return 'choice'
  if (property.type === 'boolean') return 'flag'
  return property.type === 'number' || property.type === 'integer' ? 'number' : 'text'
}

function asShown(refusal: Refusal): ShownRefusal {
  return {
    rule: refusal.rule,
    sentence: sentenceOf(refusal),
    ...(refusal.clause ? { clause: { label: refusal.clause.clause } } : {}),
    whatToDo: refusal.instead,
    field: refusal.field,
  }
}

function sentenceOf({ says, expected, came }: Refusal): string {
  const parts = [says.replace(/(?<!\.)\.$/, '')]
  if (expected) parts.push(`expected ${expected}`)
  if (came) parts.push(came === 'nothing' ? 'nothing was given' : `it came as “${came}”`)
  return `${parts.join('; ')}.`
}

/** A field left empty is a field not given. */
const withoutBlanks = (typed: Typed) =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''))

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
