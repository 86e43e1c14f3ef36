// What a legal text is made of: provisions that keep their identity while their numbers, words and places change.

/** Identity of a provision: opaque, minted once, never reused, never derived from its printed number. */
export type ProvisionId = string & { readonly b: 'ProvisionId' }
/** SHA-256 of a canonical form, 64 hexadecimal digits. */
export type Hash = string & { readonly b: 'Hash' }
/** A version is its root hash. */
export type VersionId = Hash
/** A civil date, `2017-03-31`; a change takes effect at the start of that day. */
export type ISODate = string

/** A printed number. Only `raw` is law and part of a hash; scheme and sort are read from it by `parseLabel`. */
export interface Label {
  readonly raw: string
  readonly scheme: 'alpha' | 'roman' | 'arabic' | 'decimal' | 'section' | 'none'
  readonly sort: readonly (number | string)[]
}

/** Where a reference points: a provision of this text, a place in another document, or a place not (yet) found. */
export type RefTarget =
  | { readonly in: 'text'; readonly id: ProvisionId }
  | { readonly in: 'document'; readonly name: string; readonly place: string }
  | { readonly in: 'nowhere'; readonly place: string }

/** A run of words within a paragraph; `s` is always what is printed, and what is printed is the law. */
export type Inline =
  | { readonly t: 'text'; readonly s: string }
  | { readonly t: 'ref'; readonly s: string; readonly to: RefTarget; readonly form: string }
  | { readonly t: 'term'; readonly s: string; readonly def: ProvisionId | null }
  | {
      readonly t: 'em'
      readonly kind: 'b' | 'i' | 'u' | 'sup' | 'sub'
      readonly c: readonly Inline[]
    }
  | { readonly t: 'note' | 'formula' | 'image'; readonly hash: Hash; readonly s: string }

/** One paragraph of words. */
export type Paragraph = readonly Inline[]

export const KINDS = [
  'code',
  'section',
  'schedule',
  'appendix',
  'part',
  'heading-group',
  'clause',
  'para',
  'definition',
  'table',
  'row',
  'cell',
  'unnumbered',
] as const
export type Kind = (typeof KINDS)[number]

/** What a provision says itself, its children left out. */
export interface Content {
  readonly kind: Kind
  readonly label: Label | null
  readonly heading: Paragraph | null
  /** Paragraphs before the children. */
  readonly lead: readonly Paragraph[]
  /** Words that close the list after the children ("and in each case ..."). */
  readonly tail: readonly Paragraph[]
}

/** A provision as it is exchanged and kept: content, and its children by id. */
export interface Node extends Content {
  readonly id: ProvisionId
  readonly children: readonly ProvisionId[]
}

/** A provision with everything under it, as an importer or a drafter gives it; it need not be canonical yet. */
export interface Draft {
  readonly id: ProvisionId
  readonly kind: Kind
  readonly label?: Label | string | null
  readonly heading?: Paragraph | null
  readonly lead?: readonly Paragraph[]
  readonly tail?: readonly Paragraph[]
  readonly children?: readonly Draft[]
}

/** Canonical content held once in a store, whoever uses it, with its hashes and its words as token numbers. */
export interface Own extends Content {
  /** Words alone: heading, lead and tail. */
  readonly textHash: Hash
  /** Kind, label, heading, words and marks. */
  readonly ownHash: Hash
  readonly tokens: Tokens
}

/**
 * The words of one provision as numbers of a lexicon: heading, lead and tail one after the other, paragraphs of one
 * field parted by the number 0. `marks` tells, for each token, what formatting or reference it carries (0 for none);
 * it is null where nothing is marked.
 */
export interface Tokens {
  readonly ids: Int32Array
  readonly marks: Int32Array | null
  /** Where the heading ends and the lead begins. */
  readonly headingEnd: number
  /** Where the lead ends and the tail begins. */
  readonly leadEnd: number
}

/** A provision in a version, with everything under it. Never changed; shared by all versions that contain it. */
export interface Tree {
  readonly id: ProvisionId
  readonly own: Own
  readonly kids: readonly Tree[]
  /** `ownHash` and each child's id and tree hash: equal means an equal subtree. */
  readonly treeHash: Hash
  /** How many provisions stand here, this one counted. */
  readonly size: number
}

/** Either what was asked for, or why not. */
export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: F }

const ID = /^[A-Za-z0-9][A-Za-z0-9_.~:-]{0,79}$/

/** Takes a string as an id; throws where it could not stand in a canonical form. */
export const provisionId = (text: string): ProvisionId => {
  if (!ID.test(text))
    throw new TypeError(
      `A provision id is 1 to 80 letters, digits or _ . ~ : - ; got ${JSON.stringify(text.slice(0, 90))}`,
    )
  return text as ProvisionId
}

/**
 * Mints ids from a seed and a count: the same seed gives the same ids in the same order, so a replay agrees with the
 * first time. A seed (an import, an instrument) must be used once.
 */
export const minter = (seed: string): (() => ProvisionId) => {
  provisionId(`${seed}.0`)
  let minted = 0
  return () => `${seed}.${(minted++).toString(36)}` as ProvisionId
}

/** Plain words as one inline run. */
export const text = (s: string): Inline => ({ t: 'text', s })
