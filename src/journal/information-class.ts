// Who may read what: the four classes, from open to named readers. A code's rulebook gives them their labels.

export const informationClasses = ['white', 'green', 'amber', 'red'] as const
export type InformationClass = (typeof informationClasses)[number]

/** Somebody who reads, and perhaps acts. Until people sign in, whoever is not the public holds a key. */
export interface Viewer {
  readonly name: 'public' | 'operator' | 'proposer'
  /** Tells this viewer from any other: entries are made by it, and answers are kept for it alone. */
  readonly id: string
  /** As the page says who is reading. */
  readonly label: string
  readonly reads: readonly InformationClass[]
  /** What is this viewer's own; left out where nothing is. */
  readonly own?: Own
  /** For who may hand out keys: the key of a grant that is on record. */
  readonly keyFor?: (grant: Grant) => string
}

/** The one thing that is a viewer's own: it reads more of it, and may ask for some commands on it. */
export interface Own {
  /** Everything about it stands in this stream: `sec/draft:SECMP0031`. */
  readonly stream: string
  /** As a sentence names it: “the draft of SECMP0031”. */
  readonly thing: string
  readonly reads: readonly InformationClass[]
  /** On whose behalf its holder acts. */
  readonly holder: string
  /** The address within its code where its holder begins. */
  readonly home: string
}

/** What the record says that somebody holds a key to. */
export interface Grant {
  readonly code: string
  readonly reference: string
  /** The id of the entry by which it was given: the same reference in another record has another key. */
  readonly entry: string
}

export const thePublic: Viewer = {
  name: 'public',
  id: 'public',
  label: 'Public',
  reads: ['white'],
}
export const theOperator: Viewer = {
  name: 'operator',
  id: 'operator',
  label: 'Operator',
  reads: informationClasses,
}

/**
 * Whether a viewer may read something of this class, in this stream where it is known. What has no class is read by
 * nobody.
 */
export function mayRead(
  viewer: Viewer,
  what: InformationClass | undefined,
  stream?: string,
): boolean {
  if (what === undefined) return false
  const { own } = viewer
  return (
    viewer.reads.includes(what) ||
    (own !== undefined && own.stream === stream && own.reads.includes(what))
  )
}

/** This class and every one that is more open. */
export function upTo(most: InformationClass): readonly InformationClass[] {
  return informationClasses.slice(0, restriction(most) + 1)
}

/** 0 for the most open class, rising with restriction. */
export function restriction(of: InformationClass): number {
  return informationClasses.indexOf(of)
}
