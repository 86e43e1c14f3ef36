// One body.

import type { JSX } from 'preact'
import { DataTable } from '#web/data-table.tsx'
import { Docket, DocketSection, type Fact } from '#web/docket.tsx'
import { ConfidenceMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { kinds } from './bodies.view.ts'
import { roles } from './body.ts'
import { type BodyShown, bodyView } from './body.view.ts'
import { DecisionTable } from './decisions.page.tsx'
import { KnownBy, Perhaps, StandingMark } from './marks.tsx'
import { printSeats } from './seat.ts'
import { SeatTable } from './seat-table.tsx'

export const bodyPage = page({
  view: bodyView,
  heading: ({ name, short, kind }) => ({
    title: short ? `${name} (${short})` : name,
    kicker: kinds[kind],
    trail: [{ label: 'Bodies', href: '/bodies' }],
  }),
  body: (body, showing) => (
    <Docket
      state={<StandingMark standing={body.standing} status={body.status} />}
      headline={body.purpose ?? 'The rulebook of this day does not name it.'}
      facts={factsOf(body, showing)}
    >
      <DocketSection id="seats" title="Seats">
        {body.seatTable.length === 0 ? (
          <p>The rulebook of this day gives no seats for it.</p>
        ) : (
          <>
            <p>On this day: {printSeats(body.seatTable)}.</p>
            <SeatTable seats={body.seatTable} />
          </>
        )}
      </DocketSection>
      <DocketSection id="powers" title="Powers">
        <Powers body={body} {...showing} />
      </DocketSection>
      <DocketSection id="people" title="Who was appointed">
        <Appointments body={body} {...showing} />
      </DocketSection>
      {body.rules.length > 0 && (
        <DocketSection id="rules" title="What the rulebook says of it">
          <Rules body={body} {...showing} />
        </DocketSection>
      )}
      <DocketSection id="decisions" title="What it decided">
        {body.decisions.length === 0 ? (
          <p>No decision of it is on record by this day.</p>
        ) : (
          <DecisionTable
            caption={`Decisions, ${body.decisions.length} of ${body.decisionsInAll}, newest first`}
            decisions={body.decisions}
            showing={showing}
          />
        )}
        <p>
          <a href={showing.link(`/decisions?body=${body.reference}`)}>All its decisions</a> and{' '}
          <a href={showing.link(`/meetings?body=${body.reference}`)}>its meetings</a>
        </p>
      </DocketSection>
    </Docket>
  ),
})

const decides = {
  determine: 'Determines',
  recommend: 'Recommends',
  advise: 'Advises',
  none: 'Decides nothing',
} as const

function factsOf(body: BodyShown, { link, entries, nameOf }: Showing): Fact[] {
  const { rulebook, basis, chairs } = body
  const entry =
    body.entries.length > 0 ? { label: 'entry', href: entries(body.entries) } : undefined
  const known = basis && basis !== 'decided-here' ? { basis } : {}
  return [
    {
      label: 'Established',
      value: body.established?.words ?? 'not on record',
      entry,
      ...known,
    },
    { label: 'Status', value: body.status ?? 'not stated in the source', entry, ...known },
    {
      label: 'Chair',
      value:
        chairs.length === 0
          ? 'not known'
          : chairs.map(({ person, from, holds, entries: ids }, index) => {
              const name = <a href={entries(ids)}>{nameOf(person)}</a>
              return (
                <span key={person + from.date}>
                  {index > 0 && '; '}
                  {holds === 'possibly' ? <Perhaps since={from}>{name}</Perhaps> : name}
                  {holds === 'certainly' && `, since ${from.words}`}
                </span>
              )
            }),
    },
    ...(rulebook
      ? [
          {
            label: 'Clause',
            value: (
              <>
                {rulebook.clause ?? 'none stated'}{' '}
                {rulebook.clause && (
                  <ConfidenceMark confidence={rulebook.clauseConfidence ?? rulebook.confidence} />
                )}
              </>
            ),
            ...(rulebook.note ? { note: rulebook.note } : {}),
          },
          {
            label: 'What it is for',
            value: (
              <>
                {body.purpose} <ConfidenceMark confidence={rulebook.confidence} />
              </>
            ),
          },
          { label: 'Decides', value: decides[rulebook.decides] },
        ]
      : []),
    { label: 'Quorum', value: body.quorum ?? 'the rulebook does not tell' },
    ...(body.partOf
      ? [
          {
            label: 'Part of',
            value: <a href={link(`/bodies/${body.partOf.id}`)}>{body.partOf.name}</a>,
          },
        ]
      : []),
    ...(body.parts.length > 0
      ? [
          {
            label: 'Its parts',
            value: body.parts.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && '; '}
                <a href={link(`/bodies/${id}`)}>{name}</a>
              </span>
            )),
          },
        ]
      : []),
    { label: 'Source', value: <SourceText source={body.source ?? rulebook?.source ?? null} /> },
    { label: 'Notes', value: body.notes ?? 'none', entry },
  ]
}

type PartProps = { body: BodyShown } & Showing

function Powers({ body: { powers }, link }: PartProps): JSX.Element {
  if (powers.length === 0) return <p>The rulebook of this day gives it none.</p>
  return (
    <DataTable
      caption="Powers, with the clause and where an appeal goes"
      columns={[
        { key: 'power', label: 'Power', names: true, cell: ({ power }) => power },
        { key: 'mode', label: 'It', cell: ({ mode }) => decides[mode].toLowerCase() },
        { key: 'clause', label: 'Clause', cell: ({ clause }) => clause ?? 'none stated' },
        {
          key: 'appeal',
          label: 'Appeal to',
          cell: ({ appealTo }) =>
            appealTo ? (
              <a href={link(`/decisions?body=${appealTo.id}`)}>{appealTo.name}</a>
            ) : (
              'none stated'
            ),
        },
      ]}
      rows={powers}
      rowKey={({ power }) => power}
    />
  )
}

function Appointments({ body: { appointments }, entries, nameOf }: PartProps): JSX.Element {
  if (appointments.length === 0) return <p>Nobody is on record.</p>
  return (
    <DataTable
      caption="Appointments on record"
      columns={[
        { key: 'person', label: 'Who', names: true, cell: ({ person }) => nameOf(person) },
        {
          key: 'role',
          label: 'As',
          cell: ({ role, seat }) => (seat ? `${roles[role]}, ${seat}` : roles[role]),
        },
        {
          key: 'from',
          label: 'From',
          cell: ({ from }) => from.words,
        },
        { key: 'until', label: 'Until', cell: ({ until }) => until?.words ?? 'no end on record' },
        {
          key: 'basis',
          label: 'How we know',
          cell: ({ basis, entries: ids }) => <KnownBy basis={basis} href={entries(ids)} />,
        },
      ]}
      rows={appointments}
      rowKey={({ person, role, from }) => `${role} ${person} ${from.date}`}
    />
  )
}

function Rules({ body: { rules }, link }: PartProps): JSX.Element {
  return (
    <DataTable
      caption="Parameters of the rulebook"
      columns={[
        {
          key: 'name',
          label: 'Parameter',
          names: true,
          cell: ({ name }) => <a href={link(`/rulebook/${name}`)}>{name}</a>,
        },
        { key: 'value', label: 'Value', cell: ({ words }) => words },
        { key: 'clause', label: 'Clause', cell: ({ clause }) => clause ?? 'none stated' },
        {
          key: 'confidence',
          label: 'How sure',
          cell: ({ confidence, verified }) =>
            verified && confidence !== 'seen' ? (
              <StateMark word="Confirmed" tone="approved" />
            ) : confidence ? (
              <ConfidenceMark confidence={confidence} />
            ) : (
              <StateMark word="Value not known" tone="due" />
            ),
        },
      ]}
      rows={rules}
      rowKey={({ name }) => name}
      why={({ says }) => says}
    />
  )
}
