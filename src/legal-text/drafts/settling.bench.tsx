// The forms that carry a draft on: onto the text now in force, and into it; each with what it does before it is entered.

import type { JSX } from 'preact'
import type { Showing } from '#web/page.ts'
import type { Typed, Workbench } from '#web/workbench.ts'
import { startingOf } from '../text/starting.ts'
import { textOf } from '../text/text-on-record.ts'
import { ConflictList, choiceName, Settling, wordsName } from './conflict-list.tsx'
import type { Settling as Choice, Settled } from './draft-events.ts'
import { classOfRevision } from './draft-fields.ts'
import { LeastChange } from './draft-parts.tsx'
import { ownModification } from './drafts-kept.ts'
import { draftOnRecord } from './drafts-on-record.ts'
import { incorporateDraft, incorporated } from './incorporate-draft.ts'
import { rebaseNames } from './rebase.page.tsx'
import { rebaseOf } from './rebase.view.ts'
import { choicesOf, rebaseDraft, rebasingOf } from './rebase-draft.ts'
import { redlineOf } from './redline-of-draft.ts'
import { settledMerge } from './settle-conflicts.ts'
import { type ConflictShown, conflictsShown } from './shown-conflicts.ts'

const parsed = (typed: Typed): readonly Settled[] => {
  try {
    const all = JSON.parse(typed.choices || '[]') as Settled[]
    return Array.isArray(all) ? all : []
  } catch {
    return []
  }
}

/** The choices as the controls hold them. */
const asControls = (typed: Typed): Typed =>
  Object.fromEntries(
    parsed(typed).flatMap(({ conflict, choice, words }) => [
      [choiceName(conflict), choice],
      [wordsName(conflict), words ?? ''],
    ]),
  )

export const rebaseBench: Workbench = {
  command: rebaseDraft,
  fill: (asked, { reading }) => {
    const modification = asked.modification ?? ownModification(reading.viewer, reading.code) ?? ''
    const draft = draftOnRecord(reading, modification)
    const of = classOfRevision(reading.viewer, draft?.latest.class)
    return { ...(draft && of ? { class: of } : {}), modification, ...asked }
  },
  gather(typed, { reading }) {
    const fields = Object.fromEntries(
      Object.entries(typed).filter(([name]) => !/^(choice|words) /.test(name)),
    )
    const draft = draftOnRecord(reading, fields.modification ?? '')
    const of = classOfRevision(reading.viewer, draft?.latest.class)
    const known = fields.class || !draft || !of ? fields : { ...fields, class: of }
    const settled = Object.entries(typed).flatMap(([name, choice]): Settled[] => {
      const conflict = /^choice (.+)$/.exec(name)?.[1]
      if (!conflict || !choice) return []
      return [{ conflict, choice: choice as Choice, words: typed[wordsName(conflict)] ?? null }]
    })
    return settled.length > 0 ? { ...known, choices: JSON.stringify(settled) } : known
  },
  arrange(typed, showing) {
    const { reading } = showing
    const rebase = rebaseOf(reading, typed.modification?.trim() ?? '')
    if (!rebase) return { fields: ['modification', 'choices', 'class'] }
    const controls = asControls(typed)
    const conflicts = conflictsMet(typed, showing)
    return {
      title: `Carry the draft of ${rebase.modification} onto the text now in force`,
      fields: ['modification', 'class'],
      controls: (
        <>
          {conflicts.length > 0 && <h2>Conflicts</h2>}
          <ConflictList
            conflicts={conflicts}
            names={rebaseNames}
            under={(conflict, index) => (
              <Settling conflict={conflict} index={index} typed={controls} />
            )}
          />
        </>
      ),
    }
  },
  preview: (typed, showing) => <Carried typed={typed} showing={showing} />,
}

/** Every conflict met on the way to what was chosen, those that a choice brought up too. */
function conflictsMet(typed: Typed, { reading }: Showing): readonly ConflictShown[] {
  const text = textOf(reading)
  const draft = draftOnRecord(reading, typed.modification?.trim() ?? '')
  const rebasing =
    text && draft?.state === 'open' ? rebasingOf(text, draft, reading.asOf) : undefined
  if (!text || !rebasing) return []
  const { found } = settledMerge(text.store, rebasing.sides, choicesOf(parsed(typed)))
  return conflictsShown(text.store, rebasing.sides, found)
}

function Carried({ typed, showing }: { typed: Typed; showing: Showing }): JSX.Element {
  const { reading, link } = showing
  const text = textOf(reading)
  const draft = draftOnRecord(reading, typed.modification?.trim() ?? '')
  const rebasing =
    text && draft?.state === 'open' ? rebasingOf(text, draft, reading.today) : undefined
  if (!text || !rebasing) return <p>Name the modification of an open draft.</p>
  const { root, conflicts } = settledMerge(text.store, rebasing.sides, choicesOf(parsed(typed)))
  return (
    <>
      <p role="status">
        <b>
          {conflicts.length === 0
            ? 'Every conflict is settled.'
            : `${conflicts.length} ${conflicts.length === 1 ? 'conflict is' : 'conflicts are'} still to be settled.`}
        </b>
      </p>
      <h2>The draft on the text now in force</h2>
      <LeastChange redline={redlineOf(text.store, rebasing.onto.root, root)} link={link} />
    </>
  )
}

export const incorporateBench: Workbench = {
  command: incorporateDraft,
  fill: (asked) => ({
    ...(asked.modification ? { reference: `${asked.modification}-1` } : {}),
    ...asked,
  }),
  preview: (typed, { reading, link }) => {
    const text = textOf(reading)
    const draft = draftOnRecord(reading, typed.modification?.trim() ?? '')
    if (!text || draft?.state !== 'open') return <p>Name the modification of an open draft.</p>
    const starts = startingOf(typed.starts ?? '') ?? null
    const made = incorporated(text, draft, { starts }, reading.today)
    if (!made)
      return (
        <p>
          The text has moved under the draft, and the two do not go together as they stand:{' '}
          <a href={link(`/code/drafts/${draft.modification}/rebase`)}>see the conflicts</a>.
        </p>
      )
    return (
      <>
        <h2>What it does to the text</h2>
        <LeastChange redline={redlineOf(text.store, made.base, made.root)} link={link} />
      </>
    )
  },
}
