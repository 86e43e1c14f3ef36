// A docket: one thing, where it stands, what happens next and when, and every fact with its entry.

import type { ComponentChildren, JSX } from 'preact'
import { type Basis, BasisMark, Shape, type Tone } from '#web/marks.tsx'

/** One stage. Dates are in words; `actual` is when it ended or was reached, `planned` when it should. */
export type Stage = {
  name: string
  standing: StageStanding
  actual?: string | undefined
  planned?: string | undefined
  note?: string | undefined
}

export type StageStanding = 'done' | 'now' | 'ahead' | 'late' | 'stopped' | 'skipped' | 'possibly'

/** A fact, its value ('' where there is none to show), the entry that put it on record, and its basis where that is not the office's own act. */
export type Fact = {
  label: string
  value: ComponentChildren
  entry?: { label: string; href: string } | undefined
  basis?: Basis | undefined
  note?: string | undefined
}

export type DocketProps = {
  /** Where it stands and what happens next and when, in one sentence. */
  headline: ComponentChildren
  /** Its state as a mark, shown before the headline. */
  state?: ComponentChildren
  stages?: readonly Stage[] | undefined
  facts: readonly Fact[]
  /** Text, papers, votes, people, history: usually DocketSections. */
  children?: ComponentChildren
}

/** A docket page's matter, below the page's title. */
export function Docket({ headline, state, stages, facts, children }: DocketProps): JSX.Element {
  return (
    <div class="docket">
      {state && <p class="docket-state">{state}</p>}
      <p class="headline">{headline}</p>
      {stages && stages.length > 0 && <StageTrack stages={stages} />}
      <div class="docket-body">
        <section class="docket-facts" aria-labelledby="facts">
          <h2 id="facts">Facts</h2>
          <FactList facts={facts} />
        </section>
        <div class="docket-matter">{children}</div>
      </div>
    </div>
  )
}

/** A part of a docket under its own heading. */
export function DocketSection(props: {
  id: string
  title: string
  children: ComponentChildren
}): JSX.Element {
  return (
    <section class="docket-section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

const standings: Record<StageStanding, { word: string; tone: Tone }> = {
  done: { word: 'Done', tone: 'approved' },
  now: { word: 'Now', tone: 'open' },
  ahead: { word: 'Ahead', tone: 'ended' },
  late: { word: 'Late', tone: 'due' },
  stopped: { word: 'Stopped here', tone: 'rejected' },
  skipped: { word: 'Not needed', tone: 'ended' },
  possibly: { word: 'Possibly', tone: 'due' },
}

/** The stages in their order, each with its standing as word, shape and colour, and its dates. */
export function StageTrack({ stages }: { stages: readonly Stage[] }): JSX.Element {
  return (
    <ol class="track" aria-label="Stages">
      {stages.map(({ name, standing, actual, planned, note }) => (
        <li
          key={name}
          class={`stage stage-${standing} tone-${standings[standing].tone}`}
          aria-current={standing === 'now' ? 'step' : undefined}
        >
          <span class="stage-standing">
            <Shape tone={standings[standing].tone} />
            {standings[standing].word}
          </span>
          <span class="stage-name">{name}</span>
          {actual && <span class="stage-date">{actual}</span>}
          {planned && <span class="stage-date stage-planned">planned {planned}</span>}
          {note && <span class="stage-note">{note}</span>}
        </li>
      ))}
    </ol>
  )
}

/** Facts as term and value; each opens to the entry that put it on record. */
export function FactList({ facts }: { facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(({ label, value, entry, basis, note }) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd>
            {value !== '' && <span class="fact-value">{value}</span>}
            {basis && <BasisMark basis={basis} />}
            {note && <span class="fact-note">{note}</span>}
            {entry && (
              <a class="fact-entry" href={entry.href}>
                {entry.label}
                <span class="unseen">, which put “{label}” on record</span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
