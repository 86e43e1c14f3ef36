// One proposal as a docket: where it stands, the facts, the steps.

import { Docket, DocketSection, type Fact, type Stage } from '#web/docket.tsx'
import { BasisMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { Timeline } from '#web/timeline.tsx'
import { headlineOf, howStated, toneOf } from './headline.ts'
import { type ModificationGiven, modificationView } from './modification.view.ts'
import type { OutcomeShown } from './modification-shown.ts'

export const modificationPage = page({
  view: modificationView,
  heading: ({ number, title }) => ({
    title,
    kicker: number,
    trail: [{ label: 'Modifications', href: '/modifications' }],
  }),
  body: (given, showing) => (
    <Docket
      state={<StateMark word={given.stands.words} tone={toneOf(given.stands.words)} />}
      headline={headlineOf(given, showing.reading)}
      stages={stagesOf(given)}
      facts={factsOf(given, showing)}
    >
      <DocketSection id="history" title="History">
        <Steps given={given} showing={showing} />
      </DocketSection>
    </Docket>
  ),
})

function Steps({ given, showing }: { given: ModificationGiven; showing: Showing }) {
  if (given.steps.length === 0)
    return (
      <p>
        No step with a day of its own is on record. What was decided, and by whom, stands among the
        facts.
      </p>
    )
  return (
    <Timeline
      label={`Steps of ${given.number}`}
      items={given.steps.map(({ step, date, until, dateBasis, holds, basis, entries }) => ({
        when: until ? `${date.words} to ${until.words}` : date.words,
        ...(/^\d{4}-\d\d-\d\d$/.test(date.date) && !until ? { day: date.date } : {}),
        title: holds === 'possibly' ? `Possibly: ${step}` : step,
        body: dateBasis && dateBasis !== 'stated' ? `Date: ${dateBasis}` : undefined,
        ...marked(basis),
        entry: { label: 'entry', href: showing.entries(entries) },
      }))}
    />
  )
}

/** The stages that a source tells of, and no other: what it leaves out may have happened. */
function stagesOf({ raised, stands, outcomes }: ModificationGiven): readonly Stage[] {
  const reached = (name: string, outcome: OutcomeShown | null): Stage[] =>
    outcome
      ? [
          {
            name,
            standing: outcome.holds === 'certainly' ? 'done' : 'possibly',
            actual: outcome.on.words,
            note: outcome.by ? (outcome.outcome ?? undefined) : undefined,
          },
        ]
      : []
  if (stands.raised === 'not') return []
  return [
    {
      name: 'Raised',
      standing: stands.raised === 'certainly' ? 'done' : 'possibly',
      actual: raised.words,
    },
    ...reached(outcomes.changeBoard?.by ?? '', outcomes.changeBoard),
    ...reached(outcomes.authority?.by ?? '', outcomes.authority),
    ...reached('Implemented', outcomes.implementation),
  ]
}

function factsOf(given: ModificationGiven, { link, entries }: Showing): readonly Fact[] {
  const { proposer, path, urgent, raised, status, outcomes, impacted, sectionsAffected } = given
  const entered = {
    entry: { label: 'entry', href: entries(given.entries) },
    ...marked(given.basis),
  }
  const unknown = { value: <BasisMark basis="not-known" />, entry: entered.entry }
  const outcome = (label: string, found: OutcomeShown | null, value: Fact['value']): Fact =>
    found
      ? {
          label,
          value,
          note: found.on.words + (found.holds === 'possibly' ? ', so possibly by this day' : ''),
          entry: { label: 'entry', href: entries(found.entries) },
          ...marked(found.basis),
        }
      : { label, value: 'nothing on record by this day' }
  const { changeBoard, authority, implementation } = outcomes
  return [
    {
      label: 'Proposer',
      ...(proposer
        ? { value: proposer.organisation, note: howStated(proposer.basis), ...entered }
        : unknown),
    },
    {
      label: 'Path',
      ...(path
        ? {
            value: path.name,
            note: sameWords(path.words, path.name) ? undefined : `as worded: ${path.words}`,
            ...entered,
          }
        : unknown),
    },
    {
      label: 'Urgent',
      ...(urgent === null ? unknown : { value: urgent ? 'Yes' : 'No', ...entered }),
    },
    { label: 'Raised', value: raised.words, ...entered },
    {
      label: 'Parts of the Code affected',
      ...(sectionsAffected.length > 0
        ? { value: sectionsAffected.join('; '), ...entered }
        : unknown),
    },
    {
      label: 'Impacted categories',
      ...(impacted.length > 0
        ? { value: impacted.map(({ label }) => label).join('; '), ...entered }
        : unknown),
    },
    outcome(changeBoard?.by ?? 'Change Board', changeBoard, changeBoard?.outcome),
    outcome(authority?.by ?? 'Authority', authority, authority?.outcome),
    outcome(
      'Implemented',
      implementation,
      implementation?.outcome ? (
        <a href={link(`/code/versions/${implementation.outcome}`)}>
          in version {implementation.outcome}
        </a>
      ) : (
        'in a version not named'
      ),
    ),
    {
      label: 'Status',
      ...(status
        ? {
            value: status.words,
            note: [`on ${status.on.words}`, howStated(status.basis)].filter(Boolean).join(': '),
            entry: { label: 'entry', href: entries(status.entries) },
            ...marked(given.basis),
          }
        : { value: <BasisMark basis="not-known" /> }),
    },
    { label: 'Source', value: <SourceText source={given.source} />, entry: entered.entry },
    { label: 'Notes', value: given.notes ?? 'none', entry: entered.entry },
  ]
}

// A colon or a bracket between the same words says nothing.
function sameWords(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/\w+/g)?.join(' ')
  return words(one) === words(other)
}

function marked(basis: ModificationGiven['basis']) {
  return basis === 'decided-here' ? {} : { basis }
}
