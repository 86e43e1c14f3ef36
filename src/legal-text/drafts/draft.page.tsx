// One draft as a docket.

import { Docket, DocketSection, type Fact } from '#web/docket.tsx'
import { ClassMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { printInstant } from '#web/printed.ts'
import { SourceText } from '#web/source-text.tsx'
import { Timeline } from '#web/timeline.tsx'
import { type DraftShown, draftView } from './draft.view.ts'
import { Clashes, Consequences, Due, Findings, LeastChange, Steps } from './draft-parts.tsx'
import { stateTones } from './drafts.page.tsx'
import { stateWords } from './drafts.view.ts'
import { draftStream } from './drafts-kept.ts'
import { enterDraft } from './enter-draft.ts'
import { incorporateDraft } from './incorporate-draft.ts'
import { withdrawDraft } from './withdraw-draft.ts'

export const draftPage = page({
  view: draftView,
  heading: ({ modification, title }) => ({
    title,
    kicker: `Draft of ${modification}`,
    trail: [
      { label: 'The Code', href: '/code' },
      { label: 'Drafts', href: '/code/drafts' },
    ],
  }),
  body: (draft, showing) => (
    <Docket
      state={
        <>
          <StateMark word={stateWords[draft.state]} tone={stateTones[draft.state]} />{' '}
          {draft.class !== 'white' && <ClassMark label={draft.class} open={false} />}
        </>
      }
      headline={headline(draft)}
      facts={factsOf(draft, showing)}
    >
      {draft.state === 'open' && <Moved draft={draft} showing={showing} />}
      {draft.readable ? (
        <Matter draft={draft} showing={showing} />
      ) : (
        <p>
          The text that it amends is not on record as far as you may read it, so that its words
          cannot be laid over one another here.
        </p>
      )}
      <DocketSection id="revisions" title="Revisions">
        <Timeline
          label={`Revisions of the draft of ${draft.modification}`}
          items={draft.revisions.toReversed().map((revision) => ({
            when: revision.drafted.words,
            title: `Revision ${revision.number}: ${revision.title}`,
            body: revisionNote(revision),
            ...(revision.basis === 'decided-here' ? {} : { basis: revision.basis }),
            entry: { label: 'entry', href: showing.entries(revision.entries) },
          }))}
        />
      </DocketSection>
    </Docket>
  ),
})

const revisionNote = ({ class: of, drafted, settled }: DraftShown['revisions'][number]) =>
  [
    `${of === 'white' ? 'published' : `for ${of} readers`}, recorded ${printInstant(drafted.recordedAt)}`,
    ...(settled.length > 0
      ? [`${settled.length} ${settled.length === 1 ? 'conflict' : 'conflicts'} settled by a person`]
      : []),
  ].join('; ')

function headline({
  state,
  starts,
  touches,
  clashes,
  moved,
  effects,
  withdrawn,
  layer,
}: DraftShown) {
  const what = layer === 'variation' ? 'vary' : 'amend'
  const numbers = touches.map(({ number }) => number).filter(Boolean)
  const where =
    numbers.length === 0
      ? touches.length > 0
        ? 'a definition'
        : 'the Code'
      : numbers.length > 4
        ? `${numbers.slice(0, 3).join(', ')} and ${numbers.length - 3} more`
        : [numbers.slice(0, -1).join(', '), numbers.at(-1)].filter(Boolean).join(' and ')
  if (state === 'withdrawn')
    return `Withdrawn${withdrawn?.reason ? `: ${withdrawn.reason.replace(/\.$/, '')}` : ''}. It would have ${what === 'vary' ? 'varied' : 'amended'} ${where}.`
  if (state === 'incorporated')
    return `Part of the text: ${effects.join(', ')} ${effects.length === 1 ? 'makes' : 'make'} it, ${starts.words}.`
  const grave = clashes.filter(({ grade }) => grade === 1)
  const next =
    moved && moved.conflicts > 0
      ? ` The text has moved under it, and ${moved.conflicts} ${moved.conflicts === 1 ? 'conflict waits' : 'conflicts wait'} for a person.`
      : grave.length > 0
        ? ` It cannot be made together with ${grave.map((one) => one.with).join(', ')} as they stand.`
        : clashes.length > 0
          ? ` It has to do with ${clashes.map((one) => one.with).join(', ')}.`
          : ''
  return `It would ${what} ${where} ${starts.words}.${next}`
}

function Moved({ draft, showing }: { draft: DraftShown; showing: Showing }) {
  const { moved, modification } = draft
  if (!moved) return null
  const href = showing.link(`/code/drafts/${modification}/rebase`)
  return (
    <Due>
      The text has moved under it: {moved.changes} {moved.changes === 1 ? 'change' : 'changes'}{' '}
      until {moved.words},{' '}
      {moved.conflicts === 0 ? 'none in its way' : `${moved.conflicts} in its way`}.{' '}
      <a href={href}>
        {moved.conflicts === 0 ? 'See it on the text now in force' : 'See the conflicts'}
      </a>
    </Due>
  )
}

function Matter({ draft, showing }: { draft: DraftShown; showing: Showing }) {
  const { link } = showing
  const { modification } = draft
  return (
    <>
      <DocketSection id="instructions" title="As instructed">
        {draft.typed !== null && (
          <details>
            <summary>As it was typed</summary>
            <pre class="typed">{draft.typed}</pre>
          </details>
        )}
        <Steps steps={draft.steps} link={link} />
        <p class="hint">{agreements[draft.agree]}</p>
      </DocketSection>
      <DocketSection id="least-change" title="The least change">
        <LeastChange redline={draft.redline} link={link} />
      </DocketSection>
      <DocketSection id="checks" title="What the checks find">
        <Findings findings={draft.findings} />
      </DocketSection>
      <DocketSection id="consequences" title="What it makes necessary elsewhere">
        <Consequences
          consequences={draft.consequences}
          {...(mayDraft(draft, showing)
            ? {
                act: (index: number) => (
                  <a
                    class="button"
                    href={link(
                      `/code/drafting?draft=${modification}&form=instructions&add=${index + 1}`,
                    )}
                  >
                    Put this into the draft
                  </a>
                ),
              }
            : {})}
        />
      </DocketSection>
      {draft.state === 'open' && (
        <DocketSection id="clashes" title="Other open drafts">
          <Clashes clashes={draft.clashes} link={link} of={modification} />
        </DocketSection>
      )}
    </>
  )
}

const agreements = {
  agree: 'These instructions, read again, give the drafted text to the letter.',
  'not-in-words':
    'Not every operation can be said in words alone (new words carry references or emphasis), so the operations are what counts.',
  differ: 'Read again, these words do not give the drafted text; the operations are what counts.',
}

/** Whether this viewer may go on with the draft. */
const mayDraft = (draft: DraftShown, { may }: Showing) =>
  draft.state === 'open' && may(enterDraft, draftStream(draft))

function factsOf(draft: DraftShown, showing: Showing): readonly Fact[] {
  const { link, entries } = showing
  const entry = { label: 'entry', href: entries(draft.entries) }
  const { modification, basis, source } = draft
  const known = basis === 'decided-here' ? {} : { basis }
  const file = (name: string) => link(`/code/drafts/${modification}/${name}`)
  const redline = (ending: string) =>
    link(`/code/redline${ending}?from=baseline:${modification}&to=draft:${modification}`)
  return [
    {
      label: 'Modification',
      value: <a href={link(`/modifications/${modification}`)}>{modification}</a>,
      entry,
      ...known,
    },
    { label: 'Starts', value: draft.starts.words.replace(/^on (?=\d)/, ''), entry, ...known },
    { label: 'Drafted on the text', value: `in force on ${draft.baseline.words}`, entry },
    {
      label: 'Layer',
      value: draft.layer === 'permanent' ? 'permanent text' : 'variation over it',
      entry,
    },
    {
      label: 'Touches',
      value: draft.touches.map(({ id, number, href, how }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          {how} <a href={link(href)}>{number || 'a definition'}</a>
        </span>
      )),
      entry,
    },
    ...(source ? [{ label: 'Source', value: <SourceText source={source} />, entry }] : []),
    {
      label: 'Take it away',
      value: (
        <>
          the <a href={redline('')}>redline</a> as{' '}
          <a href={redline('.docx')}>Word, with tracked changes</a>,{' '}
          <a href={redline('.pdf')}>PDF</a>, <a href={redline('.html')}>a page that stands alone</a>{' '}
          or <a href={redline('.txt')}>text</a>; the{' '}
          <a href={file('instructions.txt')}>instructions</a>;{' '}
          <a href={file('amendment.xml')}>an amending document in Akoma Ntoso</a>;{' '}
          <a href={link(`/api/v1/code/drafts/${modification}`)}>data</a>
        </>
      ),
      note: `root hash ${draft.gives.slice(0, 12)}`,
    },
    ...(mayDraft(draft, showing)
      ? [{ label: 'What can be done', value: <Acts draft={draft} showing={showing} /> }]
      : []),
  ]
}

function Acts({ draft, showing }: { draft: DraftShown; showing: Showing }) {
  const { link, may, reading } = showing
  const { modification } = draft
  const acts = [
    {
      label: 'Revise its instructions',
      href: `/code/drafting?draft=${modification}&form=instructions`,
    },
    ...draft.touches
      .filter(({ number }) => number)
      .slice(0, 5)
      .map(({ number }) => ({
        label: `edit ${number}`,
        href: `/code/drafting?draft=${modification}&provision=${number}`,
      })),
    ...[
      { command: incorporateDraft, label: 'incorporate it' },
      { command: withdrawDraft, label: 'withdraw it' },
    ]
      .filter(({ command }) => may(command, draftStream(draft)))
      .map(({ command, label }) => ({
        label,
        href: `/desk/${command.name}?modification=${modification}`,
      })),
    ...(reading.viewer.name === 'operator'
      ? [
          {
            label: 'let its proposer draft it',
            href: `/code/drafting-keys?modification=${modification}`,
          },
        ]
      : []),
  ]
  return (
    <>
      {acts.map(({ label, href }, at) => (
        <span key={href}>
          {at > 0 && ', '}
          <a href={link(href)}>{label}</a>
        </span>
      ))}
    </>
  )
}
