// Modification proposals, and the totals that sources claim for them, as facts.

import {
  claimedTotalsKept,
  modificationsOnRecord,
  modificationsOverview,
  modificationsPossiblyRaised,
  standingOn,
  standingRows,
  standingWords,
} from '#modifications/index.ts'
import type { Reading } from '#reading/reading.ts'
import { type FactKind, factOf } from './fact.ts'

/** Proposals that had been raised, or possibly had been, by the day of the reading, and where each stood then. */
export const modificationFacts: FactKind = {
  one: 'modification proposal',
  many: 'modification proposals',
  fields: ['number', 'title', 'path', 'standing', 'proposer'],
  gather: (reading) => {
    const paths = pathsOf(reading)
    return [...modificationsOnRecord(reading), ...modificationsPossiblyRaised(reading)].map(
      (row) => {
        const { number, title, proposer, path } = row.data
        const standing = standingOn(standingRows(row, reading), reading.asOf, reading.rulebook)
        return factOf(row, {
          says: `${number}: ${title}`,
          href: `/modifications/${number}`,
          fields: {
            number,
            title,
            path: paths.get(number) ?? path,
            standing: standingWords(standing),
            proposer,
          },
        })
      },
    )
  },
}

/** The path of each proposal as the rulebook names it, by number. */
function pathsOf(reading: Reading): ReadonlyMap<string, string> {
  return new Map(
    modificationsOverview(reading).flatMap(({ path, standings }) =>
      path === null
        ? []
        : standings.flatMap(({ proposals }) =>
            proposals.map(({ data }) => [data.number, path.name] as const),
          ),
    ),
  )
}

export const claimedTotalFacts: FactKind = {
  one: 'claimed total',
  many: 'claimed totals',
  fields: ['what', 'words'],
  gather: (reading) =>
    reading.rows(claimedTotalsKept).map((row) => {
      const { what, words } = row.data
      return factOf(row, { says: `${words} ${what}`, href: null, fields: { what, words } })
    }),
}
