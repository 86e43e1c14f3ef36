// What went live, as a register, and one release as a docket.

import { printDay } from '#calendar/day.ts'
import { type KnownDate, printWhen } from '#calendar/known-date.ts'
import type { ShownDate } from '#reading/given.ts'
import { Docket, DocketSection, type Fact } from '#web/docket.tsx'
import { StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { SourceText } from '#web/source-text.tsx'
import { type ReleaseShown, releasesView, releaseView } from './releases.view.ts'

export const releasesPage = page({
  view: releasesView,
  heading: () => ({ title: 'Releases' }),
  body: ({ releases, total, next, kinds, regions }, { link, entries, path, query }) => (
    <Register<ReleaseShown>
      path={path}
      query={query}
      noun={{ one: 'release', many: 'releases' }}
      count={total}
      headline={headline(kinds)}
      facets={[
        { name: 'kind', label: 'Kind', options: kinds },
        { name: 'region', label: 'Region', options: regions },
      ]}
      columns={[
        {
          key: 'release',
          label: 'What',
          names: true,
          cell: (release) => (
            <a href={link(`/releases/${release.reference}`)}>{titleOf(release)}</a>
          ),
        },
        {
          key: 'live',
          label: 'Live',
          cell: ({ wentLive, contents, from }) =>
            wentLive.length === 0 ? (
              <a href={entries(contents.flatMap((one) => one.entries))}>{from.words}</a>
            ) : (
              wentLive
                .filter(({ holds }) => holds !== 'not')
                .map(({ region, live, holds, ...one }) => (
                  <div key={region}>
                    <a href={entries(one.entries)}>
                      {region ?? 'Everywhere'}: {holds === 'possibly' && 'possibly '}
                      {live.words}
                    </a>
                  </div>
                ))
            ),
        },
        {
          key: 'brought',
          label: 'What it brought',
          long: true,
          cell: (release) => <Brought release={release} link={link} />,
        },
      ]}
      rows={releases}
      rowKey={({ reference }) => reference}
      sort={null}
      pages={{ from: 1, to: releases.length, ...(next ? { next: { after: next } } : {}) }}
      csv={link('/releases.csv')}
      empty={{
        sentence:
          'Nothing is on record as having gone live by this day. A release comes onto the record when it is entered or a register of releases is imported.',
      }}
    />
  ),
})

/** What it brought in one line; for a release that is told of with what carried it, what did. */
function Brought({ release, link }: { release: ReleaseShown; link: Showing['link'] }) {
  const { contents, broughtBy } = release
  const carried = broughtBy.map(({ name, reference }) => ({
    item: named(name),
    href: `/releases/${reference}`,
  }))
  const listed = contents.length > 0 ? contents : carried
  return (
    <>
      {contents.length === 0 && (carried.length > 0 ? 'brought by ' : 'not told by a source')}
      {listed.map(({ item, href }, index) => (
        <span key={item}>
          {index > 0 && ', '}
          {href ? <a href={link(href)}>{item}</a> : item}
        </span>
      ))}
    </>
  )
}

/** '1 release and 7 versions of which it is known what they brought.' */
function headline(kinds: readonly { value: 'release' | 'version'; count: number }[]): string {
  const of = (kind: 'release' | 'version') => kinds.find(({ value }) => value === kind)?.count ?? 0
  const [releases, versions] = [of('release'), of('version')]
  return `${releases} ${releases === 1 ? 'release' : 'releases'} on record, and ${versions} ${versions === 1 ? 'version' : 'versions'} of the Code of which a source tells what they brought.`
}

const titleOf = ({ kind, name }: ReleaseShown) => (kind === 'version' ? `Version ${name}` : name)

// A version is named by its number alone.
const named = (name: string) => (/^[\d.]+$/.test(name) ? `Version ${name}` : name)

export const releasePage = page({
  view: releaseView,
  heading: (release) => ({
    title: titleOf(release),
    kicker: release.kind === 'version' ? 'Version of the Code' : 'Release',
    trail: [{ label: 'Releases', href: '/releases' }],
  }),
  body: (release, showing) => (
    <Docket
      state={<StateMark {...states[release.holds]} />}
      headline={standing(release, showing)}
      stages={release.wentLive
        .filter(({ holds }) => holds !== 'not')
        .map(({ region, live, holds }) => ({
          name: region ?? 'Everywhere',
          standing: holds === 'certainly' ? ('done' as const) : ('possibly' as const),
          actual: live.words,
        }))}
      facts={factsOf(release, showing)}
    >
      <DocketSection id="contents" title="What it brought">
        <Contents release={release} showing={showing} />
      </DocketSection>
    </Docket>
  ),
})

const states = {
  certainly: { word: 'Live', tone: 'approved' },
  possibly: { word: 'Possibly live', tone: 'due' },
  not: { word: 'Not live', tone: 'ended' },
} as const

function standing(release: ReleaseShown, { reading }: Showing): string {
  const { wentLive, from, kind } = release
  const day = printDay(reading.asOf)
  if (release.holds === 'not') return `Not live on ${day}: it went live ${when(from)}.`
  if (kind === 'version') return `Came into force ${when(from)}.`
  const live = wentLive.filter(({ holds }) => holds === 'certainly')
  const places = live.map(
    ({ region, live: since }) => `${region ? `in ${region}` : 'everywhere'} ${when(since)}`,
  )
  const later = wentLive.length - live.length
  const rest = later === 0 ? '' : ` In ${later} of ${wentLive.length} regions not by ${day}.`
  return live.length === 0
    ? `Possibly live on ${day}: it went live ${when(from)}.`
    : `Went live ${places.join('; ')}.${rest}`
}

const when = ({ date }: ShownDate) => printWhen(date as KnownDate)

function Contents({ release, showing }: { release: ReleaseShown; showing: Showing }) {
  const { link, entries } = showing
  const { contents, broughtBy } = release
  if (contents.length === 0)
    return (
      <p>
        {broughtBy.length > 0
          ? 'What it brought is stated with what carried it:'
          : 'No source on record tells what it brought.'}{' '}
        {broughtBy.map(({ name, reference }) => (
          <a key={reference} href={link(`/releases/${reference}`)}>
            {named(name)}
          </a>
        ))}
      </p>
    )
  return (
    <ul>
      {contents.map(({ item, href, ...one }) => (
        <li key={item}>
          {href ? <a href={link(href)}>{item}</a> : item}{' '}
          <a class="fact-entry" href={entries(one.entries)}>
            entry<span class="unseen"> that put {item} on record</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function factsOf(release: ReleaseShown, { link, entries }: Showing): readonly Fact[] {
  const { kind, name, from, wentLive, contents } = release
  if (kind === 'version')
    return [
      {
        label: 'In force from',
        value: <a href={link(`/code/versions/${name}`)}>{from.words}</a>,
        entry: { label: 'entry', href: entries(contents.flatMap((one) => one.entries)) },
      },
      { label: 'Source', value: <SourceText source={contents[0]?.source ?? null} /> },
    ]
  return wentLive
    .filter(({ holds }) => holds !== 'not')
    .map(({ region, live, basis, source, notes, ...one }) => ({
      label: region ? `Live in ${region}` : 'Live',
      value: (
        <>
          {live.words}
          {notes && ` (${notes})`}; <SourceText source={source} />
        </>
      ),
      entry: { label: 'entry', href: entries(one.entries) },
      ...(basis === 'decided-here' ? {} : { basis }),
    }))
}
