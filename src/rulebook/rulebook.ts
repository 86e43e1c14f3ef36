// The rulebook of one day: what a code's governance said then, with its clause, how sure we are of it and where it is
// stated. Nothing in it changes once made; it is made by rulebook-on.ts.
import type { Day } from '#calendar/day.ts'
import type { Certainty, KnownDate } from '#calendar/known-date.ts'
import type { Evidence, ParameterRow, ParameterValue, Sections } from '#rulebook/rulebook-file.ts'

/** Where an entry is stated ('file:line') and the day from which its file holds. */
export interface Stated {
  readonly stated: string
  readonly from: Day
}

/** When an entry opens and closes, as far as known, and how surely it holds on the rulebook's day. */
export interface Dated {
  readonly opens: KnownDate
  readonly closes: KnownDate | null
  readonly holds: Certainty
}

type EntryOf<Section extends keyof Sections> = NonNullable<
  NonNullable<Sections[Section]>[keyof Sections[Section]]
>
type DatedEntry<Section extends keyof Sections> = Readonly<
  Omit<EntryOf<Section>, 'opens' | 'closes'>
> &
  Dated &
  Stated & { readonly id: string }

export type PartyCategory = DatedEntry<'partyCategories'>
export type Body = DatedEntry<'bodies'>
export type Path = DatedEntry<'paths'>
export type Objective = DatedEntry<'objectives'>
export type InformationClass = DatedEntry<'informationClasses'>
export type InformationDefault = Readonly<EntryOf<'informationDefaults'>> &
  Stated & { readonly id: string }
export type RuleClause = Readonly<EntryOf<'clauses'>> & Stated & { readonly rule: string }
/** A kind of seat on a body. Without a number, and unless it is one per Voting Group, their number is not known. */
export type Seat = Readonly<
  Omit<
    NonNullable<Sections['seats']>[string] extends (infer S)[] | null ? S : never,
    'opens' | 'closes'
  >
> &
  Dated &
  Stated & { readonly body: string }

/** A value confirmed by a command; it overlays the file from a day on. `recordedAt` is when it was entered. */
export interface Confirmation {
  readonly parameter: string
  readonly value: ParameterValue
  readonly clause: string | null
  readonly from: Day
  readonly by: string
  readonly recordedAt: string
}

type PerhapsEvidence = { readonly [Field in keyof Evidence]?: Evidence[Field] | undefined }

/** A parameter as it stands on the rulebook's day; one without a value is not known. */
export interface Parameter extends PerhapsEvidence, Stated {
  readonly name: string
  readonly says: string
  readonly kind: ParameterKind
  readonly value: ParameterValue | undefined
  readonly unit: string | undefined
  readonly confirmed: Confirmation | undefined
  /** Seen in a source, or confirmed since. */
  readonly verified: boolean
}

export type ParameterKind = 'number' | 'text' | 'flag' | 'list' | 'table'

/** Anything the rulebook says, in one shape for the page that shows it all. */
export interface RulebookEntry extends PerhapsEvidence, Stated {
  readonly section: keyof Sections
  readonly name: string
  readonly says: string
  readonly value: ParameterValue | undefined
  readonly unit: string | undefined
  readonly holds: Certainty
  readonly confirmed: Confirmation | undefined
  readonly verified: boolean
}

/** What the rulebook of a day holds. Lists keep the order of the files and also hold what is past or to come: ask `holds`. */
export interface RulebookContent {
  /** The day that was asked for. */
  readonly day: Day
  /** The day since which the rulebook reads so: that of the newest file or confirmation in it; null where there is none. */
  readonly since: Day | null
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly partyCategories: readonly PartyCategory[]
  /** Kinds of Party that no count of Parties or Voting Groups includes. */
  readonly outsideCounts: readonly PartyCategory[]
  readonly bodies: readonly Body[]
  readonly seats: readonly Seat[]
  readonly paths: readonly Path[]
  readonly objectives: readonly Objective[]
  readonly informationClasses: readonly InformationClass[]
  readonly informationDefaults: readonly InformationDefault[]
  readonly clauses: ReadonlyMap<string, RuleClause>
  readonly housekeeping: ReadonlySet<string>
  /** Confirmations that no longer fit a parameter, with the reason; they change nothing and are shown. */
  readonly strayConfirmations: readonly {
    readonly confirmation: Confirmation
    readonly why: string
  }[]
}

/** A rulebook to ask. Asking for a parameter that it lacks, whose value is not known, or that is of another kind throws. */
export interface Rulebook extends RulebookContent {
  readonly number: (name: string) => number
  readonly text: (name: string) => string
  readonly flag: (name: string) => boolean
  readonly list: (name: string) => readonly (string | number)[]
  readonly table: (name: string) => readonly ParameterRow[]
  /** Whether a parameter is stated and its value known, so that asking for it will not throw. */
  readonly knows: (name: string) => boolean
  /** The clause that a rule of the program carries out; nothing for housekeeping and for a rule it does not name. */
  readonly clauseOf: (ruleName: string) => RuleClause | undefined
  /** Whether it names a rule, with a clause or as housekeeping. */
  readonly namesRule: (ruleName: string) => boolean
  /** The Party Category, or kind of Party outside the counts, that a text names by id, label, plural or synonym. */
  readonly partyCategoryNamed: (text: string) => PartyCategory | undefined
  /** Everything it says, section by section. */
  readonly entries: () => readonly RulebookEntry[]
}

/** Every text that names a category, in small letters. */
export function namesOf(
  category: Pick<PartyCategory, 'id' | 'label' | 'plural' | 'synonyms'>,
): readonly string[] {
  const { id, label, plural, synonyms = [] } = category
  return [...new Set([id, label, plural, ...synonyms].map((name) => name.trim().toLowerCase()))]
}

/** What kind of value a parameter's value is. */
export function kindOf(value: ParameterValue): ParameterKind {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'flag'
  return value.every((item) => typeof item === 'object') ? 'table' : 'list'
}

/** Why a value cannot be confirmed for a parameter, as a sentence; nothing where it can. */
export function faultOfValue(parameter: Parameter, value: ParameterValue): string | undefined {
  const kind = kindOf(value)
  if (kind === 'number' && !Number.isFinite(value)) return `${value} is not a number`
  if (kind === parameter.kind) return undefined
  return `'${parameter.name}' is a ${parameter.kind}, but the value is a ${kind}`
}
