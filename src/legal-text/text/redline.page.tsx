// A redline as one reads it: which texts, a list of changes to step through, and the lines with what was struck and put in.

import type { JSX } from 'preact'
import { addressWith } from '#web/address.ts'
import { ChangeList, Deleted, Inserted } from '#web/change-marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { type RedlineGiven, redlineView } from './redline.view.ts'
import type { RedlineLine } from './redline-lines.ts'

export const redlinePage = page({
  view: redlineView,
  heading: ({ provision }) => ({
    title: provision ? `Compare ${provision.replace(/-/g, ' ')}` : 'Compare two texts of the Code',
    trail: [{ label: 'The Code', href: '/code' }],
  }),
  body: (given, showing) => (
    <div class="redline-page">
      <p class="headline">{headline(given)}</p>
      {[given.from?.note, given.to?.note].filter(Boolean).map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
      <Choose given={given} showing={showing} />
      {given.faults.map((fault) => (
        <p key={fault} class="text-fault">
          {fault}
        </p>
      ))}
      {given.from && given.to && <Takeaway showing={showing} />}
      <RedlineShown
        entries={given.entries}
        lines={given.lines}
        link={showing.link}
        columns={showing.query.columns === '2'}
      />
    </div>
  ),
})

function headline({ from, to, entries }: RedlineGiven): string {
  if (!from || !to) return 'One of the two texts cannot be shown.'
  const count =
    entries.length === 0
      ? 'Nothing differs'
      : entries.length === 1
        ? 'One change'
        : `${entries.length} changes`
  return `${count} from ${from.words} to ${to.words}.`
}

function Choose({ given, showing }: { given: RedlineGiven; showing: Showing }): JSX.Element {
  const { path, query } = showing
  const kept = Object.entries(query).filter(
    ([name]) => !['from', 'to', 'provision', 'all', 'columns'].includes(name),
  )
  return (
    <form class="compare-form" action={path} method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>
        <label for="from">From</label>
        <input
          id="from"
          name="from"
          list="days"
          value={query.from ?? given.from?.asked ?? ''}
          autocomplete="off"
        />
      </p>
      <p>
        <label for="to">To</label>
        <input
          id="to"
          name="to"
          list="days"
          value={query.to ?? given.to?.asked ?? ''}
          autocomplete="off"
        />
      </p>
      <p>
        <label for="provision">Only</label>
        <input id="provision" name="provision" value={given.provision ?? ''} autocomplete="off" />
      </p>
      <datalist id="days">
        {given.days.map((day) => (
          <option key={day} value={day} />
        ))}
      </datalist>
      <p>
        <button type="submit">Compare</button>
      </p>
      <p class="hint">
        A day such as 2016-09-30, the label of a version such as 5.5, draft:SECMP0009, or the first
        digits of a root hash; a provision such as E2.
      </p>
    </form>
  )
}

function Takeaway({ showing: { base, query, path } }: { showing: Showing }): JSX.Element {
  const file = (ending: string) => addressWith(`${base}/code/redline.${ending}`, query)
  const two = query.columns === '2'
  return (
    <p class="takeaway">
      Take it away: <a href={file('docx')}>Word, with tracked changes</a> ·{' '}
      <a href={file('pdf')}>PDF</a> · <a href={file('html')}>a page that stands alone</a> ·{' '}
      <a href={file('txt')}>text</a>. Show{' '}
      <a href={addressWith(path, query, { all: query.all === 'yes' ? null : 'yes' })}>
        {query.all === 'yes' ? 'only what differs' : 'equal provisions too'}
      </a>
      , or in{' '}
      <a href={addressWith(path, query, { columns: two ? null : '2' })}>
        {two ? 'one column' : 'two columns'}
      </a>
      .
    </p>
  )
}

type ShownProps = {
  entries: RedlineGiven['entries']
  lines: readonly RedlineLine[]
  link: Showing['link']
  columns?: boolean
}

/** The list of changes and the lines themselves; usable without colour, without script and with a screen reader. */
export function RedlineShown({
  entries,
  lines,
  link,
  columns = false,
}: ShownProps): JSX.Element | null {
  if (lines.length === 0) return null
  const first = new Map<number, RedlineLine>()
  for (const line of lines)
    if (line.entry !== null && !first.has(line.entry)) first.set(line.entry, line)
  return (
    <div class="redline">
      <ChangeList
        changes={entries
          .filter(({ n }) => first.has(n))
          .map(({ n, words, kind }) => ({
            href: `#change-${n}`,
            label: words || 'The text',
            kind,
          }))}
      />
      <p class="legend">
        <Inserted>Underlined words</Inserted> are put in, <Deleted>struck words</Deleted> are taken
        out; a bar stands beside what differs.
      </p>
      <div class={columns ? 'redline-lines redline-two prose' : 'redline-lines prose'}>
        {columns && (
          <div class="redline-row redline-head" aria-hidden="true">
            <span>From</span>
            <span>To</span>
          </div>
        )}
        {lines.map((line, at) => {
          const anchor =
            line.entry !== null && first.get(line.entry) === line
              ? `change-${line.entry}`
              : undefined
          return columns ? (
            <TwoColumns key={`${at}`} line={line} anchor={anchor} link={link} />
          ) : (
            <OneColumn key={`${at}`} line={line} anchor={anchor} link={link} />
          )
        })}
      </div>
    </div>
  )
}

type LineProps = { line: RedlineLine; anchor: string | undefined; link: Showing['link'] }

const classOf = ({ what, depth, role }: RedlineLine) =>
  `redline-line redline-${what.replaceAll(' ', '-')} depth-${Math.min(depth, 4)} role-${role}`

export function OneColumn({ line, anchor }: LineProps): JSX.Element {
  const { label, runs, what } = line
  return (
    <div class={classOf(line)} id={anchor} tabIndex={anchor ? -1 : undefined}>
      <span class="number">
        <Label before={label.before} after={label.after} />
      </span>
      <p>
        {what.startsWith('moved') && <span class="moved-label">{what}: </span>}
        {runs.map(({ mark, s }, at) =>
          mark === 'ins' ? (
            <Inserted key={`${at}`}>{s}</Inserted>
          ) : mark === 'del' ? (
            <Deleted key={`${at}`}>{s}</Deleted>
          ) : (
            s
          ),
        )}
      </p>
    </div>
  )
}

function TwoColumns({ line, anchor }: LineProps): JSX.Element {
  const { label, runs } = line
  const side = (mark: 'del' | 'ins', number: string | null) => {
    const words = runs.filter((run) => run.mark === 'same' || run.mark === mark)
    const changed =
      mark === 'del'
        ? label.before !== label.after && label.before !== null
        : label.after !== label.before && label.after !== null
    return (
      <p>
        {number !== null && (
          <span class="number">
            {changed ? (
              mark === 'del' ? (
                <Deleted>{number}</Deleted>
              ) : (
                <Inserted>{number}</Inserted>
              )
            ) : (
              number
            )}{' '}
          </span>
        )}
        {words.map((run, at) =>
          run.mark === 'same' ? (
            run.s
          ) : mark === 'del' ? (
            <Deleted key={`${at}`}>{run.s}</Deleted>
          ) : (
            <Inserted key={`${at}`}>{run.s}</Inserted>
          ),
        )}
      </p>
    )
  }
  return (
    <div class={`redline-row ${classOf(line)}`} id={anchor} tabIndex={anchor ? -1 : undefined}>
      {side('del', label.before)}
      {side('ins', label.after)}
    </div>
  )
}

function Label({
  before,
  after,
}: {
  before: string | null
  after: string | null
}): JSX.Element | null {
  if (before === after) return <>{after}</>
  return (
    <>
      {before !== null && <Deleted>{before}</Deleted>}
      {before !== null && after !== null && ' '}
      {after !== null && <Inserted>{after}</Inserted>}
    </>
  )
}
