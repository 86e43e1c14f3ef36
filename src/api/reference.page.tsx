// The API's reference, readable: every view and every command, from the same declarations.

import type { JSX } from 'preact'
import type { AnyCommand } from '#decision/command.ts'
import type { Office } from '#office/office.ts'
import type { AnyView } from '#reading/view.ts'
import type { Call } from '#web/ask.ts'
import { fieldsOf } from '#web/desk.tsx'
import { drawFramed } from '#web/draw-page.tsx'
import type { Drawn } from '#web/send.ts'
import { schemaOf } from './openapi.ts'

/** The page `/api`. */
export async function drawReference(office: Office, call: Call): Promise<Drawn> {
  const reading = await office.read({ code: call.code, viewer: call.viewer })
  const href = `${call.base}/api/v1/openapi.json`
  return drawFramed(
    office,
    call,
    reading,
    { title: 'For programs' },
    <div class="reference prose">
      <p>
        Every page is also data: put <code>/api/v1</code> before its address. Every reading takes{' '}
        <code>as-of</code>, the day in force, and <code>known-at</code>, the instant of the record.
        What you may not read is not found. The whole is described in <a href={href}>OpenAPI 3.1</a>
        ; registers are also feeds (<code>.atom</code>) and tables (<code>.csv</code>).
      </p>
      <h2 id="readings">Readings</h2>
      {office.views.map((view) => (
        <ViewPaper key={view.name} view={view} base={call.base} />
      ))}
      <h2 id="acts">Acts</h2>
      <p>
        These are for the operator, who sends the key as a bearer token; those on a draft also for
        its proposer, who sends the drafting key. A refusal is answered 422 with every rule that
        stands against it, and nothing is entered.
      </p>
      {office.commands.map((command) => (
        <CommandPaper key={command.name} command={command} base={call.base} />
      ))}
    </div>,
  )
}

function ViewPaper({ view, base }: { view: AnyView; base: string }): JSX.Element {
  const asked = Object.entries(
    (schemaOf(view.asked, 'input').properties ?? {}) as Record<
      string,
      { label?: string; description?: string }
    >,
  )
  return (
    <section aria-labelledby={`view-${view.name}`}>
      <h3 id={`view-${view.name}`}>
        <code>
          GET {base}/api/v1{view.at}
        </code>
      </h3>
      <p>{view.says}</p>
      {asked.length > 0 && (
        <ul>
          {asked.map(([name, { label, description }]) => (
            <li key={name}>
              <code>{name}</code>
              {(description ?? label) && `: ${description ?? label}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function CommandPaper({ command, base }: { command: AnyCommand; base: string }): JSX.Element {
  return (
    <section aria-labelledby={`act-${command.name}`}>
      <h3 id={`act-${command.name}`}>
        <code>{command.at.replace('POST ', `POST ${base}/api/v1`)}</code>
      </h3>
      <p>{command.why}</p>
      <ul>
        {fieldsOf(command, {}).map(({ name, label, hint, required }) => (
          <li key={name}>
            <code>{name}</code>: {label}
            {hint && `. ${hint}`}
            {!required && ' (may be left out)'}
          </li>
        ))}
      </ul>
      {Object.keys(command.rules).length > 0 && (
        <p>
          Rules:{' '}
          {Object.keys(command.rules).map((rule, index) => (
            <span key={rule}>
              {index > 0 && ', '}
              <code>{rule}</code>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
