// How the proposals on record have been processed: by path, and where they stand.

import { type Tone, toneOf } from './headline.ts'
import type { ModificationsGiven } from './modifications.view.ts'

type Overview = Pick<ModificationsGiven, 'overview' | 'onRecord' | 'claimed'>

/** Rows of parts, as the charts of this office take them. */
export interface OverviewChart {
  readonly kind: 'outcomes'
  readonly of: string
  readonly rows: readonly {
    readonly label: string
    readonly parts: readonly {
      readonly label: string
      readonly value: number
      readonly tone: Tone
      readonly href: string
    }[]
  }[]
}

/** The chart of an overview; `href` is the address of the proposals on a path with a standing. */
export function overviewChart(
  { overview }: Overview,
  href: (path: string | null, words: string) => string,
): OverviewChart {
  return {
    kind: 'outcomes',
    of: 'Path',
    rows: overview.map(({ path, standings }) => ({
      label: path?.name ?? 'Path not known',
      parts: standings
        .map(({ words, count }) => ({
          label: words,
          value: count,
          tone: toneOf(words),
          href: href(path && (path.id ?? path.name), words),
        }))
        .toSorted((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone)),
    })),
  }
}

/** What the overview shows, as a sentence: how many of those on record have been approved, and rejected. */
export function overviewFinding({ overview, onRecord }: Overview): string {
  const counted = (tone: Tone) =>
    overview
      .flatMap(({ standings }) => standings)
      .filter(({ words }) => toneOf(words) === tone)
      .reduce((total, { count }) => total + count, 0)
  const [approved, rejected] = [counted('approved'), counted('rejected')]
  return `Of ${proposals(onRecord)} on record, ${approved || 'none'} had been approved and ${rejected || 'none'} rejected`
}

/** How much of all that were raised the register holds, where a source gives the whole. */
export function overviewNote({ claimed, onRecord }: Overview): string | undefined {
  return (
    claimed?.words &&
    `The register holds ${proposals(onRecord)}. A source says that ${claimed.words} were raised (${claimed.period.words}); the rest are not known to us.`
  )
}

const order: readonly Tone[] = ['approved', 'due', 'open', 'rejected', 'ended']

const proposals = (count: number) => (count === 1 ? '1 proposal' : `${count} proposals`)
