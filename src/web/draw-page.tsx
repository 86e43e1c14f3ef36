// Pages drawn from views, and the pages that say why there is none.

import type { ComponentChildren } from 'preact'
import { mayAskOf } from '#decision/command.ts'
import type { Office } from '#office/office.ts'
import type { Reading } from '#reading/reading.ts'
import { addressWith, keepTime } from './address.ts'
import { type Answered, ask, type Call } from './ask.ts'
import { Entries } from './entries.page.tsx'
import { entriesBeneath } from './entries.ts'
import type { Frame } from './frame.ts'
import { frameOf, type Heading } from './frame-of.ts'
import { renderPage } from './layout.tsx'
import { BrokenNotice, NotFoundNotice, Notice } from './notice.tsx'
import type { AnyPage, Showing } from './page.ts'
import { type Drawn, html, seeThere } from './send.ts'
import type { AskedWrongly } from './time-asked.ts'

/** Where the same answer can be had by programs. */
export type Machine = (base: string, call: Call) => Frame['alternates']

/** Draws the page of a view. */
export async function drawPage(
  office: Office,
  page: AnyPage,
  call: Call,
  machine: Machine,
): Promise<Drawn> {
  const answered = await ask(office, page.view, call)
  if (answered.kind !== 'answer') return drawUnanswered(office, call, answered)
  const { reading, answer } = answered
  const names = await office.names(call.code)
  const notice = await whatWasEntered(office, reading, call)
  const heading = { ...page.heading(answer), ...(notice ? { notice } : {}) }
  const body = page.body(answer, showingOf(reading, call, names))
  return html(
    renderPage({
      ...frameOf(office, call, reading, heading, machine(call.base, call)),
      sources: sourceTitlesOf(office, reading),
      children: body,
    }),
  )
}

const sourceTitlesOf = (office: Office, reading: Reading): ReadonlyMap<string, string> =>
  new Map(office.rooms.flatMap((room) => [...(room.sourceTitles?.(reading) ?? [])]))

export function showingOf(
  reading: Reading,
  call: Call,
  names: ReadonlyMap<string, string>,
): Showing {
  const link = (href: string) => keepTime(call.base + href, call.query)
  return {
    reading,
    base: call.base,
    path: call.path,
    query: call.query,
    link,
    token: call.token,
    may: (command, stream) => mayAskOf(reading.viewer, command, [`${call.code}/${stream}`]),
    entries: (ids) => link(`/record/${ids.join(',')}`),
    nameOf: (person) => names.get(person) ?? person,
  }
}

/** The entries beneath something shown: `/record/ID,ID`. */
export async function drawEntries(
  office: Office,
  call: Call,
  reading: Reading,
  machine: Machine,
): Promise<Drawn> {
  const entries = await entriesBeneath(office, reading, (call.params.ids ?? '').split(','))
  if (entries.length === 0) return drawNotFound(office, call, reading)
  const heading: Heading = {
    title:
      entries.length === 1 ? 'An entry of the record' : `${entries.length} entries of the record`,
  }
  return html(
    renderPage({
      ...frameOf(office, call, reading, heading, machine(call.base, call)),
      sources: sourceTitlesOf(office, reading),
      children: <Entries entries={entries} none="No entry here." />,
    }),
  )
}

/** A page of the frame's own, such as the desk's. */
export function drawFramed(
  office: Office,
  call: Call,
  reading: Reading,
  heading: Heading,
  children: ComponentChildren,
  status = 200,
): Drawn {
  return html(renderPage({ ...frameOf(office, call, reading, heading), children }), status)
}

export async function drawUnanswered(
  office: Office,
  call: Call,
  answered: Exclude<Answered, { kind: 'answer' }>,
): Promise<Drawn> {
  if (answered.kind === 'not-found') return drawNotFound(office, call, answered.reading)
  if (answered.kind === 'moved') return seeThere(addressWith(call.base + answered.href, call.query))
  return drawAskedWrongly(office, call, answered.faults)
}

export function drawNotFound(office: Office, call: Call, reading: Reading): Drawn {
  const heading = { title: 'Not found' }
  const search = keepTime(`${call.base}/search`, call.query)
  return drawFramed(
    office,
    call,
    reading,
    heading,
    <NotFoundNotice address={call.path} search={search} />,
    404,
  )
}

export async function drawAskedWrongly(
  office: Office,
  call: Call,
  faults: readonly AskedWrongly[],
): Promise<Drawn> {
  const reading = await office.read({ code: call.code, viewer: call.viewer })
  const bare = { ...call, query: {} }
  return drawFramed(
    office,
    bare,
    reading,
    { title: 'Asked for something that cannot be shown' },
    <Notice kind="refused" title="What was asked for">
      <ul>
        {faults.map(({ name, says, came }) => (
          <li key={name}>
            <b>{name}</b>: {says}. It came as <code>{came}</code>.
          </li>
        ))}
      </ul>
      <p>
        <a href={call.path}>Show this page as it is today</a>
      </p>
    </Notice>,
    400,
  )
}

export async function drawBroken(office: Office, call: Call, requestId: string): Promise<Drawn> {
  const reading = await office.read({ code: call.code, viewer: call.viewer })
  return drawFramed(
    office,
    call,
    reading,
    { title: 'Something is broken here' },
    <BrokenNotice requestId={requestId} />,
    500,
  )
}

/** The sentence after a form was carried out: the address carries the id of what was entered. */
async function whatWasEntered(office: Office, reading: Reading, call: Call) {
  const id = call.query.entered
  if (!id) return undefined
  const entries = await entriesBeneath(office, reading, id.split(','))
  if (entries.length === 0) return undefined
  return entries.length === 1
    ? 'Entered in the record.'
    : `${entries.length} entries made in the record.`
}
