// Type for what is read at length: reports and the text of the code, with numbers hanging in the margin.

import type { ComponentChildren, JSX } from 'preact'

/** Text set to be read: serif, 66 to 72 characters a line. */
export function Prose({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="prose">{children}</div>
}

/** Contents at the left where there is place, above where there is not; the text beside them, with its margin. */
export function Folio(props: {
  contents: readonly ContentsEntry[]
  children: ComponentChildren
}): JSX.Element {
  return (
    <div class="folio">
      <Contents entries={props.contents} />
      <div class="folio-text">
        <Prose>{props.children}</Prose>
      </div>
    </div>
  )
}

/** A line of contents; those beneath it stand under it. */
export type ContentsEntry = {
  number?: string | undefined
  label: string
  href: string
  under?: readonly ContentsEntry[] | undefined
}

/** The contents of a long page. */
export function Contents({ entries }: { entries: readonly ContentsEntry[] }): JSX.Element {
  return (
    <nav class="contents" aria-label="Contents">
      <ContentsList entries={entries} />
    </nav>
  )
}

function ContentsList({ entries }: { entries: readonly ContentsEntry[] }): JSX.Element {
  return (
    <ol>
      {entries.map(({ number, label, href, under }) => (
        <li key={href}>
          <a href={href}>
            {number && <span class="number">{number}</span>}
            <span>{label}</span>
          </a>
          {under && under.length > 0 && <ContentsList entries={under} />}
        </li>
      ))}
    </ol>
  )
}

export type SectionProps = {
  id: string
  /** Such as '3.3.1'; hangs in the margin. */
  number?: string | undefined
  title: string
  /** The level of its heading; 2 stands right under the page's title. */
  level?: 2 | 3 | 4 | undefined
  children?: ComponentChildren
}

/** A section of a report under its numbered heading. */
export function Section({ id, number, title, level = 2, children }: SectionProps): JSX.Element {
  const Heading = `h${level}` as const
  return (
    <section class="prose-section" aria-labelledby={id}>
      <Heading id={id}>
        {number && <span class="number">{number} </span>}
        {title}
      </Heading>
      {children}
    </section>
  )
}

export type ClauseProps = {
  id: string
  /** The label as the code writes it, such as 'D6.8' or '(a)'. */
  label: string
  /** 0 for a clause, 1 for its paragraphs, 2 for what is beneath them; deeper ones are set as 3. */
  depth: number
  heading?: string | undefined
  /** What stands beside it in the margin: its versions, variations, open proposals, definitions. */
  margin?: ComponentChildren
  children?: ComponentChildren
}

/** One provision of the code; its label hangs in the margin and is the link to it. */
export function Clause({ id, label, depth, heading, margin, children }: ClauseProps): JSX.Element {
  return (
    <div class={`clause clause-${Math.min(Math.max(depth, 0), 3)}`} id={id}>
      <a class="number" href={`#${id}`}>
        {label}
      </a>
      <div class="clause-text">
        {margin && (
          <div class="clause-margin" role="note" aria-label={`Notes on ${label}`}>
            {margin}
          </div>
        )}
        {heading && <p class="clause-heading">{heading}</p>}
        {children}
      </div>
    </div>
  )
}

export type GlossaryTerm = { id: string; term: string; meaning: ComponentChildren }

/** Words and what they mean, each at its own address on the page. */
export function Glossary({ terms }: { terms: readonly GlossaryTerm[] }): JSX.Element {
  return (
    <dl class="glossary">
      {terms.map(({ id, term, meaning }) => (
        <div key={id} class="glossary-entry">
          <dt id={id}>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
