// What the Code is: the version in force, its history in one picture, and its contents.

import { printDay } from '#calendar/day.ts'
import { ChartFigure } from '#web/chart.tsx'
import { type Column, DataTable } from '#web/data-table.tsx'
import { ConfidenceMark, PossiblyMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { type CodeGiven, codeView, type PartShown } from './code.view.ts'
import { timelineFinding } from './code-timeline.ts'
import { TextContents } from './text/text-contents.tsx'
import { versionsInWords } from './versions-in-words.ts'

export const codePage = page({
  view: codeView,
  heading: () => ({ title: 'The Code' }),
  body: (given, showing) => {
    const { link, reading } = showing
    if (given.versions === 0 && given.parts.length === 0 && given.contents.length === 0)
      return (
        <div class="nothing">
          <p>
            Nothing of the Code is on record for this day. It comes onto the record when a version
            is entered or a register of versions is imported.
          </p>
        </div>
      )
    return (
      <>
        <p class="headline">{versionsInWords(given.inForce, printDay(reading.asOf))}</p>
        <p>
          <a href={link('/code/versions')}>{counted(given.versions, 'version')}</a> and{' '}
          <a href={link('/code/directions')}>{counted(given.directions, 'direction')}</a> are on
          record by this day. A version changes the text; a direction changes what of it has effect.
        </p>
        <Ways showing={showing} />
        <History given={given} showing={showing} />
        {given.parts.length > 0 && <Contents given={given} showing={showing} />}
        {given.contents.length > 0 && (
          <>
            <h2>{given.parts.length > 0 ? 'Also in the text' : 'Contents'}</h2>
            <TextContents contents={given.contents} link={link} />
          </>
        )}
      </>
    )
  },
})

type Part = { given: CodeGiven; showing: Showing }

/** What one comes for: a provision by its number, words in the text, what changed between two days. */
function Ways({ showing: { base, link, query } }: { showing: Showing }) {
  const time = ['as-of', 'known-at'].flatMap((name) => (query[name] ? [[name, query[name]]] : []))
  return (
    <div class="ways">
      <form class="compare-form" action={`${base}/code/search`} method="get">
        {time.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <label for="find">Find in the Code</label>
          <input id="find" name="q" type="search" autocomplete="off" />
        </p>
        <p>
          <button type="submit">Find</button>
        </p>
        <p class="hint">
          A number such as D8.20, words, or a “phrase”. Or{' '}
          <a href={link('/code/redline')}>compare two texts</a>, see{' '}
          <a href={link('/code/effects')}>what has been done to the text</a>,{' '}
          <a href={link('/code/drafts')}>what is drafted</a> and{' '}
          <a href={link('/code/clashes')}>how drafts clash</a>,{' '}
          <a href={link('/code/checks')}>check its references and terms</a>, or{' '}
          <a href={link('/code/text')}>take all of it away</a>.
        </p>
      </form>
    </div>
  )
}

function History({ given: { timeline, versions }, showing: { link } }: Part) {
  if (!timeline) return null
  const finding = timelineFinding(timeline, versions)
  return (
    <ChartFigure
      id="history"
      finding={finding}
      chart={{
        kind: 'events',
        from: timeline.from,
        to: timeline.to,
        groups: timeline.groups.map(({ label, events }) => ({
          label,
          events: events.map(({ entries: _entries, href, ...event }) => ({
            ...event,
            href: link(href),
          })),
        })),
      }}
      note="A hollow bar is a date known in part: the version came at some time within it."
    />
  )
}

function Contents({ given: { parts }, showing: { entries, link } }: Part) {
  const kinds = Map.groupBy(parts, ({ kind }) => kind)
  return (
    <>
      <h2>Contents</h2>
      <p>
        The parts that the Code is known to have on this day. Where a title is recalled, nobody has
        read it in a source yet.
      </p>
      {[...kinds].map(([kind, of]) => (
        <DataTable<PartShown>
          key={kind}
          caption={`${counted(of.length, kind)} on record`}
          columns={columns(entries, link)}
          rows={of}
          rowKey={({ reference }) => reference}
        />
      ))}
    </>
  )
}

function columns(entries: Showing['entries'], link: Showing['link']): readonly Column<PartShown>[] {
  return [
    {
      key: 'part',
      label: 'Part',
      names: true,
      cell: ({ reference, href }) => (href ? <a href={link(href)}>{reference}</a> : reference),
    },
    {
      key: 'title',
      label: 'Title',
      long: true,
      cell: ({ title, holds, from }) =>
        holds === 'certainly' ? (
          (title ?? 'title not known')
        ) : (
          <PossiblyMark because={from.words}>{title ?? 'title not known'}</PossiblyMark>
        ),
    },
    {
      key: 'confidence',
      label: 'Title is',
      cell: ({ confidence }) => <ConfidenceMark confidence={confidence} />,
    },
    {
      key: 'from',
      label: 'In the Code',
      cell: ({ from, entries: ids }) => <a href={entries(ids)}>{from.words}</a>,
    },
  ]
}

/** '1 version', '3 appendices'. */
function counted(count: number, noun: string): string {
  const many = /ix$/.test(noun) ? noun.replace(/ix$/, 'ices') : `${noun}s`
  return `${count} ${count === 1 ? noun : many}`
}
