// The front page: what this code is, where it stands on the day, and what happened last.

import { z } from 'zod'
import { bodiesOn } from '#bodies/index.ts'
import { daysBetween, printDay } from '#calendar/day.ts'
import {
  certainty,
  compareKnownDates,
  earliest,
  type KnownDate,
  latest as knownLatest,
} from '#calendar/known-date.ts'
import { inForceOn, versionsOnRecord } from '#legal-text/index.ts'
import { modificationsOnRecord, modificationsOverview } from '#modifications/index.ts'
import { asShown, beneath, shownDate } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import type { Fact } from './fact.ts'
import { factKinds } from './fact-kinds.ts'
import type { ReportedCodes } from './reported-code.ts'
import { yearsWithHappenings } from './years-on-record.ts'

const standing = z.object({ words: z.string(), count: z.int(), entries: z.array(z.string()) })

const happening = z.object({
  when: shownDate,
  kind: z.string(),
  says: z.string(),
  href: z.string().nullable(),
  ...beneath.shape,
})
export type HappeningShown = z.infer<typeof happening>

const front = z.object({
  code: z.object({
    name: z.string(),
    title: z.string(),
    short: z.string(),
    says: z.string().nullable(),
  }),
  on: z.object({ day: z.string(), words: z.string() }),
  empty: z.boolean().meta({ description: 'True where nothing is on record' }),
  version: z
    .object({
      version: z.string(),
      since: shownDate,
      certain: z.boolean(),
      contents: z.string().nullable(),
      ...beneath.shape,
    })
    .nullable()
    .meta({ description: 'The version in force on the day, or the newest that possibly is' }),
  parties: z.object({ count: z.int(), possibly: z.int(), illustrative: z.int() }),
  votingGroups: z.object({ count: z.int() }),
  categories: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
  modifications: z.object({ onRecord: z.int(), standings: z.array(standing) }),
  bodies: z.array(
    z.object({ reference: z.string(), name: z.string(), purpose: z.string().nullable() }),
  ),
  happenings: z.array(happening).meta({ description: 'What happened last, newest first' }),
  report: z
    .object({ year: z.string(), title: z.string(), happened: z.array(z.string()) })
    .nullable()
    .meta({ description: 'The newest year of which much is on record' }),
})
export type Front = z.infer<typeof front>

/** How many of the latest happenings stand on the front page. */
const latestShown = 9

const kindsThatHappen = [
  'versions',
  'directions',
  'releases',
  'decisions',
  'consultations',
  'engagement',
  'exits',
  'events',
] as const

export function frontView(codes: ReportedCodes) {
  return view({
    name: 'front',
    at: '/',
    title: 'Front page',
    says: 'Where the code stands on the day asked for: the version in force, Parties and Voting Groups, proposals, bodies, and what happened last.',
    asked: z.object({}),
    gives: front,
    answer: (reading) => frontOf(reading, codes),
  })
}

function frontOf(reading: Reading, codes: ReportedCodes): Front {
  const code = codes(reading.code)
  const gathered = (kind: string) => factKinds[kind]!.gather(reading)
  const holding = (facts: readonly Fact[]) =>
    facts.filter(({ opens, closes }) => certainty(opens, closes, reading.asOf) === 'certainly')
  const parties = gathered('parties')
  const counted = holding(parties)
  return {
    code: {
      name: reading.code,
      title: code?.title ?? reading.code,
      short: code?.short ?? reading.code,
      says: code?.says ?? null,
    },
    on: { day: reading.asOf, words: printDay(reading.asOf) },
    empty: nothingOnRecord(reading),
    version: versionOn(reading),
    parties: {
      count: counted.length,
      possibly: parties.length - counted.length,
      illustrative: counted.filter(({ basis }) => basis === 'illustrative').length,
    },
    votingGroups: { count: holding(gathered('votingGroups')).length },
    categories: categoriesOf(counted, reading),
    modifications: {
      onRecord: modificationsOnRecord(reading).length,
      standings: standingsOf(reading),
    },
    bodies: asListed(holding(gathered('bodies')), reading).map(({ key, says, fields }) => ({
      reference: key,
      name: says,
      purpose: (fields.purpose as string | null) ?? null,
    })),
    happenings: latest(reading),
    report: reportWith(reading, codes),
  }
}

/** In the order in which the bodies are listed: the Panel first. */
function asListed(bodies: readonly Fact[], reading: Reading): readonly Fact[] {
  const places = new Map(bodiesOn(reading).map(({ reference }, place) => [reference, place]))
  return bodies.toSorted((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0))
}

const nothingOnRecord = (reading: Reading) =>
  Object.values(factKinds).every(({ gather }) => gather(reading).length === 0)

function versionOn(reading: Reading): Front['version'] {
  const versions = versionsOnRecord(reading)
  const found =
    versions.find((one) => inForceOn(one, reading.asOf) === 'certainly') ??
    versions.findLast((one) => inForceOn(one, reading.asOf) === 'possibly')
  if (!found) return null
  const { row, claims, opens } = found
  return {
    version: row.data.version,
    since: asShown(opens),
    certain: inForceOn(found, reading.asOf) === 'certainly',
    contents: row.data.contents,
    basis: row.basis,
    source: row.source,
    entries: [row, ...claims].flatMap(({ entries }) => entries),
  }
}

function categoriesOf(counted: readonly Fact[], { rulebook }: Reading): Front['categories'] {
  return rulebook.partyCategories
    .filter(({ holds }) => holds !== 'not')
    .map(({ id, plural }) => ({
      id,
      label: plural,
      count: counted.filter(({ fields }) => (fields.category as readonly string[]).includes(id))
        .length,
    }))
}

function standingsOf(reading: Reading): Front['modifications']['standings'] {
  const standings = new Map<string, { count: number; entries: string[] }>()
  for (const { words, proposals } of modificationsOverview(reading).flatMap(
    (path) => path.standings,
  )) {
    const found = standings.get(words) ?? { count: 0, entries: [] }
    found.count += proposals.length
    found.entries.push(...proposals.flatMap(({ entries }) => entries))
    standings.set(words, found)
  }
  return [...standings]
    .map(([words, { count, entries }]) => ({ words, count, entries }))
    .toSorted((one, other) => other.count - one.count)
}

function latest(reading: Reading): HappeningShown[] {
  return kindsThatHappen
    .flatMap((kind) => factKinds[kind]!.gather(reading).map((fact) => ({ ...fact, kind })))
    .filter(({ opens }) => certainty(opens, null, reading.asOf) === 'certainly')
    .filter(({ opens }) => isKnownToTheMonth(opens))
    .filter((fact, at, all) => !isToldBefore(fact, all.slice(0, at)))
    .toSorted(
      (one, other) => compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1),
    )
    .slice(0, latestShown)
    .map(({ kind, opens, says, href, basis, source, entries }) => ({
      when: asShown(opens as KnownDate),
      kind: factKinds[kind]!.one,
      says: wordsOf(kind, says),
      href,
      basis,
      source,
      entries: [...entries],
    }))
}

/** What is named only by what it happened to needs a word of what happened. */
function wordsOf(kind: (typeof kindsThatHappen)[number], says: string): string {
  switch (kind) {
    case 'versions':
      return `Version ${says}`
    case 'exits':
      return `${says} left`
    case 'releases':
      return `${says} went live`
    default:
      return says
  }
}

/** The chronicle may tell of what another room has on record too; it comes last of the kinds. */
function isToldBefore({ says, opens }: Fact, before: readonly Fact[]): boolean {
  return before.some((one) => one.says === says && one.opens === opens)
}

/** News has a day, or at least a month; what fell somewhere in a year is told by its report. */
function isKnownToTheMonth(date: KnownDate): boolean {
  const [from, to] = [earliest(date), knownLatest(date)]
  return from !== null && to !== null && daysBetween(from, to) <= 31
}

function reportWith(reading: Reading, codes: ReportedCodes): Front['report'] {
  const code = codes(reading.code)
  if (!code?.report) return null
  const ended = yearsWithHappenings(reading, code).filter(({ year }) => year.to < reading.today)
  const newest = ended.at(-1)
  return newest
    ? {
        year: newest.year.name,
        title: code.report.cover.title,
        happened: newest.happened.map(({ words }) => words),
      }
    : null
}
