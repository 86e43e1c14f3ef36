// One provision as in force on a day and as known at an instant: its words, what made them, what varies it, what it
// defines and refers to, and the open proposals that touch it.

import { z } from 'zod'
import { addDays, type Day, printDay } from '#calendar/day.ts'
import { certainty, printKnownDate } from '#calendar/known-date.ts'
import type { Reading } from '#reading/reading.ts'
import { StandsAt, view } from '#reading/view.ts'
import { partsKept } from '../code-kept.ts'
import { type ProvisionId, type Tree, wordsOf } from '../engine/index.ts'
import { changesOf } from './changes-of-text.ts'
import { askedNumber, bareNumber } from './cited-number.ts'
import { effectShown, effectsTouching, shownEffect } from './effect-shown.ts'
import { instrumentShown } from './instrument-in-words.ts'
import { calledOf } from './numbers-of-text.ts'
import type { ProposalsBeside } from './proposals-beside.ts'
import { regionsOf, strangeRegions } from './regions.ts'
import { type TextAt, textAt } from './text-at.ts'
import { lineShown, linesOf } from './text-lines.ts'
import { writtenBy } from './text-on-record.ts'
import { madeRuns } from './words-by-instrument.ts'

const named = z.object({ called: z.string(), href: z.string() })
const stretchShown = z.object({
  from: z.string(),
  /** The last day on which it stood so; null while it goes on. */
  until: z.string().nullable(),
  words: z.string(),
  madeBy: z.array(z.object({ words: z.string(), href: z.string().nullable() })),
  entries: z.array(z.string()),
  /** The redline from the text before; null for the first. */
  redline: z.string().nullable(),
})

/** How many provisions a page shows at once before it shows contents instead, unless the whole is asked for. */
const mostLines = 400

const gives = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  version: z.string().meta({ description: 'The root hash of the text that it was read from' }),
  trail: z.array(named),
  before: named.nullable(),
  after: named.nullable(),
  lines: z.array(lineShown),
  contents: z.array(named).meta({ description: 'What stands in it, one level down' }),
  isWhole: z.boolean(),
  certainty: z.string().nullable(),
  effects: z.array(effectShown),
  history: z.array(stretchShown),
  makers: z.array(
    z.object({ words: z.string(), by: z.string(), href: z.string().nullable(), since: z.string() }),
  ),
  proposals: z.array(
    z.object({ reference: z.string(), title: z.string(), how: z.string(), href: z.string() }),
  ),
  faults: z.array(z.string()),
  regions: z.array(z.string()),
  region: z.string().nullable(),
  illustrative: z.boolean(),
})
export type ProvisionGiven = z.infer<typeof gives>

export type ProvisionView = ReturnType<typeof provisionView>

/** The view of one provision; `beside` tells of open proposals, which other rooms know. */
export function provisionView(beside: ProposalsBeside) {
  return view({
    name: 'provision',
    at: '/code/:provision',
    title: 'A provision of the Code',
    says: 'One provision by its number, as in force on the day asked for: its words, their history, what varies it, and the open proposals that touch it.',
    asked: z.object({
      provision: z
        .string()
        .trim()
        .min(1, 'Name a provision, such as D8.20')
        .max(300, 'Name a provision in 300 characters at most'),
      region: z.string().trim().max(80).optional().meta({ label: 'Region' }),
      whole: z.enum(['yes']).optional().meta({ label: 'All of it on one page' }),
    }),
    gives,
    answer(reading, { provision, region, whole }) {
      if (region && strangeRegions(reading.rulebook, [region])) return undefined
      const at = textAt(reading, { region: region || undefined })
      if (!at) return undefined
      const id = provisionAsked(at, provision)
      const tree = id && at.numbers.tree(id)
      return tree ? answerOf(reading, at, tree, beside, { region, whole }) : undefined
    },
    each(reading) {
      const at = textAt(reading)
      return at ? addressesOf(at).map((provision) => ({ provision })) : []
    },
  })
}

/**
 * The provision that an address asks for on this day. Throws StandsAt where it stands under another number now, or is
 * asked for by another of its names.
 */
function provisionAsked(at: TextAt, asked: string): ProvisionId | undefined {
  const { numbers, root } = at
  const byName = numbers.named(askedNumber(asked)) ?? numbers.named(asked)
  if (byName) {
    const address = numbers.addressOf(byName)
    if (
      address !== `/code/${encodeURIComponent(asked)}` &&
      decodeURIComponent(address) !== `/code/${asked}`
    )
      throw new StandsAt(address)
    return byName
  }
  const byId = asked as ProvisionId
  if (numbers.tree(byId)) {
    if (byId === root.id) throw new StandsAt('/code')
    if (numbers.addressOf(byId) !== `/code/${encodeURIComponent(asked)}`)
      throw new StandsAt(numbers.addressOf(byId))
    return byId
  }
  const moved = [
    ...changesOf(at.text).formerly(askedNumber(asked)),
    ...changesOf(at.text).formerly(asked),
  ]
  const standing = moved.find((id) => numbers.tree(id))
  if (standing) throw new StandsAt(numbers.addressOf(standing))
  return undefined
}

function answerOf(
  reading: Reading,
  at: TextAt,
  tree: Tree,
  beside: ProposalsBeside,
  { region, whole }: { region?: string | undefined; whole?: 'yes' | undefined },
): ProvisionGiven {
  const { numbers } = at
  const number = numbers.numberOf(tree.id)
  const path = numbers.pathOf(tree.id)
  const isWhole = whole === 'yes' || tree.size <= mostLines
  const lines = isWhole ? linesOf(tree, at) : linesOf({ ...tree, kids: [] }, at)
  const siblings = path.at(-2)?.kids ?? []
  const place = siblings.findIndex(({ id }) => id === tree.id)
  const nameOf = (one: Tree | undefined) =>
    one
      ? { called: calledOf(one, numbers.numberOf(one.id)), href: numbers.addressOf(one.id) }
      : null
  return {
    id: tree.id,
    number,
    title: tree.own.heading ? wordsOf(tree.own.heading) : '',
    kind: tree.own.kind,
    version: at.interval.version,
    trail: path.slice(1, -1).map((one) => nameOf(one)!),
    before: nameOf(siblings[place - 1]),
    after: nameOf(siblings[place + 1]),
    lines: [...lines],
    contents: tree.kids.filter(({ own }) => own.heading || own.label).map((one) => nameOf(one)!),
    isWhole,
    certainty: certaintyOf(reading, path),
    effects: effectsTouching(tree, number, at).map((effect) => shownEffect(effect, at, reading)),
    history: historyOf(reading, at, tree),
    makers: makersOf(reading, at, tree),
    proposals: [...beside(reading, at, tree, number)],
    faults: at.interval.faults.flatMap(({ effect, faults }) =>
      faults
        .filter(
          ({ provision }) =>
            numbers.pathOf(provision).some(({ id }) => id === tree.id) || provision === tree.id,
        )
        .map(
          ({ expected, found }) =>
            `${effect} could not be applied here: expected ${expected}, found ${found}`,
        ),
    ),
    regions: [...regionsOf(reading.rulebook)],
    region: region ?? null,
    illustrative: lines.some((line) => line.illustrative),
  }
}

function historyOf(reading: Reading, at: TextAt, tree: Tree): ProvisionGiven['history'] {
  const { text, numbers } = at
  const stretches = changesOf(text).stretchesOf(tree.id)
  return stretches.map(({ from, to, effects }, index) => {
    const began = effects
      .map((id) => text.effects.get(id)!)
      .filter((effect) => effect.instrument === null || startsOn(text, effect.id, from))
    const within = new Set<ProvisionId>([tree.id])
    idsIn(stretches[index - 1]?.tree, within)
    idsIn(stretches[index]!.tree, within)
    const touching = began.filter(({ ops }) => ops.flatMap(writtenBy).some((id) => within.has(id)))
    const by = touching.flatMap(({ instrument }) =>
      instrument ? [instrumentShown(instrument, reading)] : [],
    )
    const before = stretches[index - 1]
    return {
      from,
      until: to,
      words: `from ${printDay(from as Day)}${to === null ? '' : ` until ${printDay(to as Day)}`}`,
      madeBy: [...new Map(by.map((one) => [one.words, one])).values()],
      entries: [...new Set(touching.flatMap(({ entries }) => entries))].slice(0, 20),
      redline: before
        ? `/code/redline?from=${addDays(from as Day, -1)}&to=${from}&provision=${numbers.addressOf(tree.id).slice('/code/'.length)}`
        : null,
    }
  })
}

const startsOn = (text: TextAt['text'], id: string, day: string) =>
  text.timeline.intervals().find(({ effects }) => effects.includes(id))?.from === day

/** Every identity that stands in a tree; none for one that is too large to walk for a page. */
function idsIn(tree: Tree | undefined, ids: Set<ProvisionId>): void {
  if (!tree || tree.size > 5_000) return
  ids.add(tree.id)
  for (const kid of tree.kids) idsIn(kid, ids)
}

function makersOf(reading: Reading, { text, day }: TextAt, tree: Tree): ProvisionGiven['makers'] {
  const stretches = changesOf(text)
    .stretchesOf(tree.id)
    .filter(({ from }) => from <= day)
  return madeRuns(stretches, text.store).map(({ words, stretch }) => {
    const { from, effects } = stretches[stretch]!
    const maker = effects
      .map((id) => text.effects.get(id)!)
      .filter(({ ops }) => ops.length > 0)
      .find((effect) => text.made.get(tree.id)?.includes(effect) && startsOn(text, effect.id, from))
    const by = maker?.instrument ? instrumentShown(maker.instrument, reading) : null
    return {
      words,
      by:
        by?.words ??
        (maker?.basis === 'illustrative' ? 'invented to show' : 'the text as first entered'),
      href: by?.href ?? null,
      since: from,
    }
  })
}

/** Where it is only possible that the part is in the Code on the day: a sentence. */
function certaintyOf(reading: Reading, path: readonly Tree[]): string | null {
  const label = path[1]?.own.label?.raw
  const part = reading
    .rows(partsKept)
    .find(({ data }) => label !== undefined && bareNumber(data.reference) === bareNumber(label))
  if (!part || certainty(part.opens, part.closes, reading.asOf) === 'certainly') return null
  return `${part.data.reference} is known to be in the Code ${printKnownDate(part.opens)}; on this day it possibly was.`
}

/** Addresses of the provisions that have a number, parts first, as far as a list is of use. */
function addressesOf({ root, numbers }: TextAt): readonly string[] {
  const out: string[] = []
  const visit = (tree: Tree, depth: number): void => {
    if (tree !== root && tree.own.label)
      out.push(decodeURIComponent(numbers.addressOf(tree.id).slice('/code/'.length)))
    if (depth < 4) for (const kid of tree.kids) visit(kid, depth + 1)
  }
  visit(root, 0)
  return [...new Set(out)]
}
