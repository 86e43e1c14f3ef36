// The rulebook of a day, out of the files of a code and what has been confirmed since.
import type { Day } from '#calendar/day.ts'
import { certainty, type KnownDate, openedByDefault } from '#calendar/known-date.ts'
import { rulebookOver } from '#rulebook/ask-rulebook.ts'
import {
  type Confirmation,
  type Dated,
  faultOfValue,
  kindOf,
  type Parameter,
  type Rulebook,
  type RulebookContent,
  type RuleClause,
  type Stated,
} from '#rulebook/rulebook.ts'
import type { RulebookFile, Sections } from '#rulebook/rulebook-file.ts'

/**
 * The rulebook of a day, frozen. Files dated by then overlay one another entry by entry in the order of their dates;
 * a confirmation overlays from its day on, until a later file states the parameter anew. The confirmations are those
 * known to whoever asks. Before the first file the rulebook says nothing.
 */
export function rulebookOn(
  files: readonly RulebookFile[],
  confirmations: readonly Confirmation[],
  day: Day,
): Rulebook {
  const applying = files.filter(({ date }) => date <= day).sort(byDate)
  const confirmed = confirmations.filter(({ from }) => from <= day).sort(byDayThenRecorded)
  const { parameters, strayConfirmations, since } = parametersOf(applying, confirmed)
  const dated = <Section extends DatedSection>(section: Section) =>
    [...overlay(applying, section)].map(([id, { entry, ...stated }]) => ({
      ...entry,
      ...stated,
      ...datedOn(entry, stated.from, day),
      id,
    }))
  const bodies = dated('bodies')
  const content: RulebookContent = {
    day,
    since,
    parameters,
    strayConfirmations,
    partyCategories: dated('partyCategories'),
    outsideCounts: dated('outsideCounts'),
    bodies,
    paths: dated('paths'),
    objectives: dated('objectives'),
    informationClasses: dated('informationClasses'),
    seats: [...overlay(applying, 'seats')].flatMap(([body, { entry, file, from }]) =>
      entry.map((seat, index) => ({
        ...seat,
        body,
        ...statedAt(file, from, ['seats', body, index]),
        ...datedOn(
          { ...seat, opens: seat.opens ?? bodies.find(({ id }) => id === body)?.opens },
          from,
          day,
        ),
      })),
    ),
    informationDefaults: [...overlay(applying, 'informationDefaults')].map(
      ([id, { entry, file: _file, ...stated }]) => ({ ...entry, ...stated, id }),
    ),
    clauses: new Map(
      [...overlay(applying, 'clauses')].map(
        ([rule, { entry, file: _file, ...stated }]): [string, RuleClause] => [
          rule,
          { ...entry, ...stated, rule },
        ],
      ),
    ),
    housekeeping: new Set(applying.flatMap(({ sections }) => sections.housekeeping ?? [])),
  }
  return rulebookOver(frozen(content))
}

/** The rulebook of a code that has none: it says nothing, and asking it for a parameter throws. */
export function emptyRulebook(day: Day): Rulebook {
  return rulebookOn([], [], day)
}

type Keyed = Exclude<keyof Sections, 'housekeeping'>
type DatedSection =
  | 'partyCategories'
  | 'outsideCounts'
  | 'bodies'
  | 'paths'
  | 'objectives'
  | 'informationClasses'
type EntryOf<Section extends Keyed> = NonNullable<NonNullable<Sections[Section]>[string]>

interface Overlaid<Entry> extends Stated {
  readonly entry: Entry
  readonly file: RulebookFile
}

/** The entries of a section by name: each as the newest file states it, without those taken out by null. */
function overlay<Section extends Keyed>(
  files: readonly RulebookFile[],
  section: Section,
): ReadonlyMap<string, Overlaid<EntryOf<Section>>> {
  const entries = new Map<string, Overlaid<EntryOf<Section>>>()
  for (const file of files)
    for (const [name, entry] of Object.entries(file.sections[section] ?? {})) {
      if (entry === null) entries.delete(name)
      else
        entries.set(name, {
          entry: entry as EntryOf<Section>,
          file,
          ...statedAt(file, file.date, [section, name]),
        })
    }
  return entries
}

function parametersOf(files: readonly RulebookFile[], confirmations: readonly Confirmation[]) {
  const parameters = new Map<string, Parameter>()
  const strayConfirmations: RulebookContent['strayConfirmations'][number][] = []
  const waiting = [...confirmations]
  const confirmBefore = (date: Day | null) => {
    while (waiting[0] && (date === null || waiting[0].from < date)) {
      const confirmation = waiting.shift()!
      const parameter = parameters.get(confirmation.parameter)
      const why = parameter
        ? faultOfValue(parameter, confirmation.value)
        : `The rulebook of ${confirmation.from} has no parameter '${confirmation.parameter}'`
      if (parameter && !why)
        parameters.set(confirmation.parameter, confirmedBy(parameter, confirmation))
      else strayConfirmations.push({ confirmation, why: why ?? '' })
    }
  }
  for (const file of files) {
    confirmBefore(file.date)
    for (const [name, entry] of Object.entries(file.sections.parameters ?? {})) {
      if (entry === null) parameters.delete(name)
      else parameters.set(name, statedIn(file, name, entry))
    }
  }
  confirmBefore(null)
  const days = [...files.map(({ date }) => date), ...confirmations.map(({ from }) => from)]
  return { parameters, strayConfirmations, since: days.sort().at(-1) ?? null }
}

function statedIn(file: RulebookFile, name: string, entry: EntryOf<'parameters'>): Parameter {
  const { unknown, value, unit, ...rest } = entry
  return {
    ...rest,
    ...statedAt(file, file.date, ['parameters', name]),
    name,
    // The schema lets an entry have either a value or the kind of value that is wanted.
    kind: value === undefined ? unknown! : kindOf(value),
    value,
    unit,
    confirmed: undefined,
    verified: entry.confidence === 'seen',
  }
}

function confirmedBy(parameter: Parameter, confirmation: Confirmation): Parameter {
  return {
    ...parameter,
    value: confirmation.value,
    clause: confirmation.clause ?? parameter.clause,
    clauseConfidence: confirmation.clause ? undefined : parameter.clauseConfidence,
    confirmed: confirmation,
    verified: true,
  }
}

function statedAt(file: RulebookFile, from: Day, path: readonly PropertyKey[]): Stated {
  return { stated: `${file.file}:${file.lineOf(path)}`, from }
}

function datedOn(
  entry: { opens?: KnownDate | undefined; closes?: KnownDate | undefined },
  from: Day,
  day: Day,
): Dated {
  const opens = openedByDefault(entry.opens ?? from, from)
  const closes = entry.closes ?? null
  return { opens, closes, holds: certainty(opens, closes, day) }
}

function byDate(one: RulebookFile, other: RulebookFile): number {
  return compare(one.date, other.date) || compare(one.file, other.file)
}

function byDayThenRecorded(one: Confirmation, other: Confirmation): number {
  return compare(one.from, other.from) || compare(one.recordedAt, other.recordedAt)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of value instanceof Map ? value.values() : Object.values(value)) frozen(part)
  return value
}
