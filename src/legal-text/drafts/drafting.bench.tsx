// The drafting page: an amendment by editing the text or as instructions, with what it does shown as one types.

import type { JSX } from 'preact'
import type { Showing } from '#web/page.ts'
import type { Typed, Workbench } from '#web/workbench.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { clashRadar, gradesInWords } from './clash-radar.ts'
import { consequencesOf } from './consequences.ts'
import { whatItDoes } from './draft.view.ts'
import { Clashes, Consequences, Findings, LeastChange } from './draft-parts.tsx'
import type { Drafting } from './drafting.ts'
import { type DraftingGround, draftingTyped, filled, groundTyped } from './drafting-typed.ts'
import { enterDraft } from './enter-draft.ts'
import { formsAgree, instructionsInWords } from './instructions.ts'
import { openDrafts } from './open-drafts.ts'

export const draftingBench: Workbench = {
  command: enterDraft,
  at: '/code/drafting',
  fill(asked, { reading }) {
    const typed = filled(reading, asked)
    return asked.add ? withConsequence(typed, Number(asked.add) - 1, reading) : typed
  },
  gather(typed, { reading }, pressed) {
    const { form: _form, draft: _draft, add: _add, ...fields } = typed
    const [what, which] = pressed?.split(' ') ?? []
    return what === 'add' ? withConsequence(fields, Number(which), reading) : fields
  },
  arrange(typed, showing) {
    const form = formOf(typed)
    return {
      title: typed.modification
        ? `Draft an amendment for ${typed.modification}`
        : 'Draft an amendment',
      fields: [
        ...['modification', 'title', 'starts', 'layer', 'class'],
        form === 'choose' ? 'instructions' : form,
      ],
      needed: [form],
      before: <Choose typed={typed} showing={showing} />,
    }
  },
  preview: (typed, showing) => <WhatItDoes typed={typed} showing={showing} />,
}

type Form = 'edited' | 'instructions' | 'ops' | 'choose'

function formOf(typed: Typed): Form {
  if (typed.edited || typed.provision) return 'edited'
  if (typed.ops) return 'ops'
  return typed.instructions || typed.form === 'instructions' ? 'instructions' : 'choose'
}

/** Which provision to edit: its words are then in the form. */
function Choose({ typed, showing }: { typed: Typed; showing: Showing }): JSX.Element {
  const { link } = showing
  const instructions = new URLSearchParams({
    form: 'instructions',
    ...(typed.modification ? { draft: typed.modification } : {}),
  })
  return (
    <form class="compare-form" action={`${showing.base}/code/drafting`} method="get">
      {typed.modification && <input type="hidden" name="draft" value={typed.modification} />}
      <p>
        <label for="edit-provision">Edit the words of</label>
        <input
          id="edit-provision"
          name="provision"
          value={typed.provision ?? ''}
          placeholder="E2.1"
          autocomplete="off"
        />
      </p>
      <p>
        <button type="submit">Open its words</button>
      </p>
      <p class="hint">
        A provision by its number, with everything under it; or{' '}
        <a href={link(`/code/drafting?${instructions}`)}>write instructions</a>. What is typed below
        and not entered is not carried over.
      </p>
    </form>
  )
}

/** The instructions of the draft so far, and the one that puts a consequence right. */
function withConsequence(typed: Typed, which: number, reading: Showing['reading']): Typed {
  const found = groundTyped(reading, typed)
  const drafted = found && draftingTyped(found, typed)
  if (!found || !drafted || 'faults' in drafted) return typed
  const { store } = found.text
  const consequence = consequencesOf(drafted.base, drafted.root)[which]
  if (!consequence) return typed
  const ops = [...drafted.ops, consequence.op]
  const before = { ...typed, edited: '', provision: '', upon: '', ops: '', instructions: '' }
  return formsAgree(store, drafted.base, drafted.ops, drafted.root) === 'agree'
    ? {
        ...before,
        instructions: typed.instructions
          ? `${typed.instructions.trimEnd()}\n${consequence.instruction}`
          : instructionsInWords(store, drafted.base, ops).join('\n'),
      }
    : { ...before, ops: JSON.stringify(ops, null, 1) }
}

function WhatItDoes({ typed, showing }: { typed: Typed; showing: Showing }): JSX.Element {
  const found = groundTyped(showing.reading, typed)
  if (!found) return <p>The text of this code has not begun, so nothing can be drafted on it.</p>
  const drafted = draftingTyped(found, typed)
  if (!drafted)
    return (
      <p class="hint" role="status">
        What the draft does to the text is shown here: its redline, what the checks find, what it
        makes necessary elsewhere, and which open drafts it clashes with.
      </p>
    )
  if ('faults' in drafted)
    return (
      <>
        <p role="status">
          <b>
            {drafted.faults.length === 1
              ? 'One thing stands in the way.'
              : `${drafted.faults.length} things stand in the way.`}
          </b>
        </p>
        <ul class="draft-faults">
          {drafted.faults.map(({ line, says, expected, came }) => (
            <li key={`${line} ${says}`} class="fault">
              {line === null ? '' : `Line ${line}: `}
              {says}; expected {expected}; it came as “{came}”.
            </li>
          ))}
        </ul>
      </>
    )
  return <Drafted found={found} drafted={drafted} typed={typed} showing={showing} />
}

type DraftedProps = { found: DraftingGround; drafted: Drafting; typed: Typed; showing: Showing }

function Drafted({ found, drafted, typed, showing }: DraftedProps): JSX.Element {
  const { text } = found
  const { base, root, ops } = drafted
  const { link } = showing
  if (base === root) return <p role="status">It leaves the text as it is.</p>
  const does = whatItDoes(text, drafted, ops)
  const clashes = clashesTyped(found, drafted, typed, showing)
  const changes = does.redline.entries.length
  const agree = formsAgree(text.store, base, ops, root)
  return (
    <>
      <p role="status">
        <b>
          {changes === 1 ? 'One change' : `${changes} changes`};{' '}
          {told(does.findings.length, 'finding')}, {told(does.consequences.length, 'consequence')},{' '}
          {told(clashes.length, 'clash')}.
        </b>
      </p>
      <h2>In words</h2>
      <ol class="draft-steps">
        {does.steps.map(({ instruction }, at) => (
          <li key={`${at}`} class="instruction">
            {instruction}
          </li>
        ))}
      </ol>
      {agree !== 'agree' && (
        <p class="hint">
          {agree === 'not-in-words'
            ? 'Not every operation can be said in words alone; the operations are what is entered.'
            : 'Read again, these words do not give the text; the operations are what is entered.'}
        </p>
      )}
      <h2>Redline</h2>
      <LeastChange redline={does.redline} link={link} />
      <h2>What the checks find</h2>
      <Findings findings={does.findings} />
      <h2>What it makes necessary elsewhere</h2>
      <Consequences
        consequences={does.consequences}
        act={(index) => (
          <button type="submit" class="secondary" name="step" value={`preview:add ${index}`}>
            Put this into the draft
          </button>
        )}
      />
      <h2>Other open drafts</h2>
      <Clashes clashes={clashes} link={link} of={typed.modification ?? ''} />
    </>
  )
}

const told = (count: number, noun: string) =>
  `${count === 0 ? 'no' : count} ${count === 1 ? noun : noun.endsWith('sh') ? `${noun}es` : `${noun}s`}`

/** What the draft as typed has to do with every other open draft. */
function clashesTyped(
  { text, draft }: DraftingGround,
  { base, root }: Drafting,
  typed: Typed,
  { reading }: Showing,
) {
  const modification = typed.modification?.trim() || 'this draft'
  const others = openDrafts(reading, text).filter((one) => one.draft.modification !== modification)
  if (others.length === 0) return []
  const like = draft?.latest ?? others[0]!.draft.latest
  const asOpen = {
    texts: { base, root },
    draft: {
      modification,
      revisions: [like],
      latest: {
        ...like,
        entries: [root.treeHash],
        data: {
          ...like.data,
          modification,
          layer: typed.layer === 'variation' ? ('variation' as const) : ('permanent' as const),
        },
      },
      state: 'open' as const,
      withdrawal: null,
      effects: [],
    },
  }
  const radar = clashRadar(text, [...others, asOpen], reading.today)
  const numbers = numbersOf(radar.baseline)
  return radar.clashes
    .filter(({ between }) => between.includes(modification))
    .map(({ between, grade, grades }) => {
      const other = between.find((one) => one !== modification)!
      return {
        with: other,
        title: others.find((one) => one.draft.modification === other)!.draft.latest.data.title,
        grade,
        ...gradesInWords[grade],
        provisions: (grades.get(grade) ?? []).map((id) => ({ id, number: numbers.numberOf(id) })),
      }
    })
}
