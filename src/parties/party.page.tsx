// One Party.

import type { ComponentChildren } from 'preact'
import { Docket, DocketSection, type Fact } from '#web/docket.tsx'
import { BasisMark, PossiblyMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { type Happening, Timeline } from '#web/timeline.tsx'
import { dayOf } from './accessions-and-exits.view.ts'
import { IllustrativeNote } from './illustrative-note.tsx'
import { titleOf } from './parties.view.ts'
import { type OwnershipShown, partyView } from './party.view.ts'
import { standingWords } from './party-shown.ts'

type Answer = NonNullable<ReturnType<typeof partyView.answer>>

export const partyPage = page({
  view: partyView,
  heading: (party) => ({
    title: titleOf(party),
    kicker: party.reference,
    trail: [{ label: 'Parties', href: '/parties' }],
  }),
  body: (party, showing) => (
    <Docket
      state={<StateMark word={standingWords[party.standing]} tone={tones[party.standing]} />}
      headline={headlineOf(party)}
      facts={factsOf(party, showing)}
    >
      <IllustrativeNote
        some={party.basis === 'illustrative'}
        what="This Party is illustrative in name, category, days and ownership"
      />
      <DocketSection id="voting-groups" title="Voting Groups on the day">
        <VotingGroups party={party} showing={showing} />
      </DocketSection>
      <DocketSection id="ownership" title="Ownership on the day">
        <Ownership party={party} showing={showing} />
      </DocketSection>
      {party.licences.length > 0 && (
        <DocketSection id="licences" title="Licences">
          <Timeline label="Licences" items={licencesOf(party, showing)} />
        </DocketSection>
      )}
      {party.defaults.length > 0 && (
        <DocketSection id="defaults" title="Events of Default">
          <Timeline label="Events of Default" items={defaultsOf(party, showing)} />
        </DocketSection>
      )}
      <DocketSection id="history" title="History">
        <Timeline label="History" items={historyOf(party, showing)} />
      </DocketSection>
    </Docket>
  ),
})

const tones = { party: 'approved', possibly: 'due', left: 'ended', ahead: 'open' } as const

function headlineOf({ standing, acceded, left, ...party }: Answer): string {
  switch (standing) {
    case 'party':
      return `A Party since ${acceded.words}, ${party.outsideCounts ? 'outside all counts' : `in the category ${categoriesOf(party)}`}.`
    case 'possibly':
      return left
        ? `It left ${left.date.words}; on this day it was possibly still a Party.`
        : `It acceded ${acceded.words}; on this day it was possibly a Party already.`
    case 'left':
      return `Left by ${left?.mechanism ?? 'a way that is not known'} on ${left?.date.words}${left?.cause ? `, ${left.cause}` : ''}.`
    case 'ahead':
      return `Not a Party on this day: it accedes on ${acceded.words}.`
  }
}

function categoriesOf({
  categories,
  categoryIsCertain,
}: Pick<Answer, 'categories' | 'categoryIsCertain'>): string {
  const labels = categories.map(({ label }) => label)
  return categoryIsCertain ? labels.join(' and ') : `possibly ${labels.join(' or ')}`
}

function factsOf(party: Answer, { entries, nameOf }: Showing): readonly Fact[] {
  const { company, left, notes, outsideBecause, outsideCounts } = party
  const entry = { label: 'entries', href: entries(party.entries) }
  const basis = party.basis === 'decided-here' ? {} : { basis: party.basis }
  const facts: Fact[] = [
    {
      label: 'Party Category',
      value: outsideCounts ? 'none: outside all counts' : categoriesOf(party),
      entry,
      ...basis,
      ...(outsideBecause ? { note: outsideBecause } : {}),
    },
    { label: 'Acceded', value: party.acceded.words, entry, ...basis },
    {
      label: 'Instrument',
      value: party.instrument ?? 'not known',
      entry,
      ...(party.original ? { note: 'An Original Party' } : {}),
    },
    {
      label: party.person ? 'Person' : 'Company',
      value: party.person ? nameOf(party.person) : (company?.name ?? 'not on record'),
      entry,
      ...(company ? { note: company.reference } : {}),
    },
  ]
  if (left)
    facts.push(
      { label: 'Left', value: left.date.words, entry, ...basis },
      { label: 'Mechanism', value: left.mechanism, entry, ...basis },
      { label: 'Cause', value: left.cause ?? 'not known', entry, ...basis },
    )
  facts.push(
    { label: 'Source', value: <SourceText source={party.source} />, entry },
    { label: 'Notes', value: notes ?? 'none', entry },
  )
  return facts
}

function VotingGroups({ party, showing }: { party: Answer; showing: Showing }) {
  if (party.votingGroups.length === 0) return <p>None: {noGroupBecause(party)}.</p>
  return (
    <>
      {party.votingGroups.map(({ category, members }) => (
        <div key={category.id}>
          <p>
            {members.length === 1
              ? `In ${category.label} it is a Voting Group by itself.`
              : `In ${category.label} it forms one Voting Group of ${members.length} Parties:`}
          </p>
          {members.length > 1 && (
            <ul>
              {members.map(({ reference, name }) => (
                <li key={reference}>
                  {reference === party.reference ? (
                    <b>{name}</b>
                  ) : (
                    <a href={showing.link(`/parties/${reference}`)}>{name}</a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  )
}

function noGroupBecause({ outsideCounts, standing }: Answer): string {
  if (outsideCounts) return 'it stands outside all counts'
  if (standing === 'left') return 'it had left by this day'
  return standing === 'ahead' ? 'it is not a Party yet' : 'what it is on this day is known in part'
}

function Ownership({ party, showing }: { party: Answer; showing: Showing }) {
  const links = [...party.ownedBy, ...party.owns]
  if (links.length === 0) return <p>Nothing is on record of who owns it or what it owns.</p>
  return (
    <ul>
      {links.map((one) => (
        <li key={`${one.owner.reference} ${one.owned.reference}`}>
          <OneOwnership ownership={one} showing={showing} />
        </li>
      ))}
    </ul>
  )
}

function OneOwnership({ ownership, showing }: { ownership: OwnershipShown; showing: Showing }) {
  const { owner, owned, from, possibly, basis, entries } = ownership
  const said = (
    <>
      {named(owner, showing)} owns {named(owned, showing)} since {from.words}
    </>
  )
  return (
    <>
      {possibly ? <PossiblyMark because="its dates are known in part">{said}</PossiblyMark> : said}{' '}
      {basis !== 'decided-here' && <BasisMark basis={basis} />}{' '}
      <a class="fact-entry" href={showing.entries(entries)}>
        entry
      </a>
    </>
  )
}

function named(company: OwnershipShown['owner'], { link }: Showing): ComponentChildren {
  return company.party ? (
    <a href={link(`/parties/${company.party}`)}>{company.name}</a>
  ) : (
    company.name
  )
}

function historyOf(party: Answer, { entries }: Showing): readonly Happening[] {
  const basis = party.basis === 'decided-here' ? {} : { basis: party.basis }
  const [accession] = party.entries
  const exit = party.entries.at(-1)!
  return [
    {
      when: party.acceded.words,
      day: dayOf(party.acceded),
      title: party.instrument ? `Acceded by ${party.instrument}` : 'Acceded',
      ahead: party.standing === 'ahead',
      entry: { label: 'entry', href: entries([accession!]) },
      ...basis,
    },
    ...party.categoryHistory.map((one) => ({
      when: one.from.words,
      day: dayOf(one.from),
      title:
        one.categories.length > 0
          ? `In the category ${one.categories.map(({ label }) => label).join(' and ')}`
          : 'In no category: outside all counts',
      entry: { label: 'entry', href: entries(one.entries) },
      ...(one.basis === 'decided-here' ? {} : { basis: one.basis }),
    })),
    ...(party.left
      ? [
          {
            when: party.left.date.words,
            day: dayOf(party.left.date),
            title: `Left by ${party.left.mechanism}${party.left.cause ? `: ${party.left.cause}` : ''}`,
            entry: { label: 'entry', href: entries([exit]) },
            ...basis,
          },
        ]
      : []),
  ]
}

function licencesOf({ licences }: Answer, { entries }: Showing): readonly Happening[] {
  return licences.map(({ licence, from, until, ended, entries: ids }) => ({
    when: from.words,
    day: dayOf(from),
    title: until ? `${licence}: until ${until.words}${ended ? `, ${ended}` : ''}` : licence,
    entry: { label: 'entries', href: entries(ids) },
  }))
}

function defaultsOf({ defaults }: Answer, { entries }: Showing): readonly Happening[] {
  return defaults.map(({ event, from, until, notes, entries: ids }) => ({
    when: from.words,
    day: dayOf(from),
    title: `Event of Default (${event})${until ? `, remedied ${until.words}` : ''}`,
    body: notes,
    entry: { label: 'entries', href: entries(ids) },
  }))
}
