// The versions of the Code as a register, and one version by itself.

import { printDay } from '#calendar/day.ts'
import { type KnownDate, printWhen } from '#calendar/known-date.ts'
import type { ShownDate } from '#reading/given.ts'
import { Docket, DocketSection, type Fact } from '#web/docket.tsx'
import { BasisMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { type Column, Register } from '#web/register.tsx'
import { SourceText } from '#web/source-text.tsx'
import { Timeline } from '#web/timeline.tsx'
import { type VersionShown, versionsView, versionView } from './versions.view.ts'
import { versionsInWords } from './versions-in-words.ts'

export const versionsPage = page({
  view: versionsView,
  heading: () => ({
    title: 'Versions of the Code',
    trail: [{ label: 'The Code', href: '/code' }],
  }),
  body: ({ versions, total, next, makers }, { link, entries, path, query }) => (
    <Register<VersionShown>
      path={path}
      query={query}
      noun={{ one: 'version', many: 'versions' }}
      count={total}
      headline={`${total} ${total === 1 ? 'version' : 'versions'} on record by this day.`}
      search={{ name: 'q', label: 'Find in the versions' }}
      facets={[{ name: 'madeBy', label: 'Made by', options: makers }]}
      columns={columns(link, entries)}
      rows={versions}
      rowKey={({ version }) => version}
      why={({ contents }) => contents}
      sort={{ key: 'date', falling: query.sort !== 'date' }}
      pages={{ from: 1, to: versions.length, ...(next ? { next: { after: next } } : {}) }}
      csv={link('/code/versions.csv')}
      empty={{
        sentence:
          'No version of the Code is on record for this day. One comes onto it when it is entered or a register of versions is imported.',
      }}
    />
  ),
})

function columns(
  link: Showing['link'],
  entries: Showing['entries'],
): readonly Column<VersionShown>[] {
  return [
    {
      key: 'version',
      label: 'Version',
      names: true,
      cell: ({ version }) => <a href={link(`/code/versions/${version}`)}>{version}</a>,
    },
    {
      key: 'date',
      label: 'In force from',
      sortable: true,
      long: true,
      cell: ({ effective, claims }) => (
        <a href={entries(claims.flatMap((claim) => claim.entries))}>
          {effective.words}
          {claims.length > 1 && ' (sources disagree)'}
        </a>
      ),
    },
    {
      key: 'in-force',
      label: 'On this day',
      cell: ({ inForce }) => <StateMark {...standings[inForce]} />,
    },
    {
      key: 'made-by',
      label: 'Made by',
      long: true,
      cell: ({ madeBy }) => madeBy ?? <BasisMark basis="not-known" />,
    },
  ]
}

const standings = {
  certainly: { word: 'In force', tone: 'approved' },
  possibly: { word: 'Possibly in force', tone: 'due' },
  not: { word: 'Not in force', tone: 'ended' },
} as const

export const versionPage = page({
  view: versionView,
  heading: ({ version }) => ({
    title: `Version ${version}`,
    kicker: 'The Code',
    trail: [
      { label: 'The Code', href: '/code' },
      { label: 'Versions', href: '/code/versions' },
    ],
  }),
  body: (version, showing) => (
    <Docket
      state={<StateMark {...standings[version.inForce]} />}
      headline={headline(version, showing)}
      facts={factsOf(version, showing)}
    >
      {version.claims.length > 1 && <Claims version={version} showing={showing} />}
    </Docket>
  ),
})

function headline(version: VersionShown, { reading }: Showing): string {
  const { effective, until, next, inForce } = version
  const day = printDay(reading.asOf)
  if (inForce === 'certainly' || (inForce === 'possibly' && version.gapAfter))
    return versionsInWords([version], day)
  const taken = until ? ` Version ${next}, the next on record, took its place ${when(until)}.` : ''
  return inForce === 'possibly'
    ? `Possibly in force on ${day}: it came into force ${when(effective)}.${taken}`
    : `Came into force ${when(effective)}.${taken}`
}

const when = ({ date }: ShownDate) => printWhen(date as KnownDate)

function Claims({ version, showing }: { version: VersionShown; showing: Showing }) {
  return (
    <DocketSection id="claims" title="Sources disagree on the date">
      <p>Each date stands as its source gives it. Between them the version is possibly in force.</p>
      <Timeline
        label={`Dates of version ${version.version}`}
        items={version.claims.map(({ date, notes, source, entries, basis }) => ({
          when: date.words,
          title: <SourceText source={source} />,
          body: notes,
          ...(basis === 'decided-here' ? {} : { basis }),
          entry: { label: 'entry', href: showing.entries(entries) },
        }))}
      />
    </DocketSection>
  )
}

function factsOf(version: VersionShown, { link, entries }: Showing): readonly Fact[] {
  const { next, until, basis } = version
  const entry = { label: 'entry', href: entries(version.entries) }
  const known = (label: string, value: string | null): Fact =>
    value === null
      ? { label, value: <BasisMark basis="not-known" />, entry }
      : { label, value, entry, ...(basis === 'decided-here' ? {} : { basis }) }
  return [
    {
      ...known('In force from', version.claims.map(({ date }) => date.words).join(', or ')),
      note: version.dateBasis === 'stated' ? undefined : (version.dateBasis ?? undefined),
    },
    {
      label: 'Followed by',
      value: next ? (
        <>
          <a href={link(`/code/versions/${next}`)}>version {next}</a>, {until?.words}
        </>
      ) : (
        'no later version is on record'
      ),
      note: version.gapAfter ? 'versions between the two are not on record' : undefined,
    },
    known('Made by', version.madeBy),
    known('What it brought', version.contents),
    { label: 'Source', value: <SourceText source={version.source} />, entry },
    { label: 'Notes', value: version.notes ?? 'none', entry },
  ]
}
