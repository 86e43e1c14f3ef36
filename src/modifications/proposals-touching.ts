// The open proposals whose source says that they affect a provision: shown beside the provision in the Code.

import { touches } from '#legal-text/index.ts'
import type { Reading } from '#reading/reading.ts'
import { modificationsOnRecord, modificationsPossiblyRaised } from './modifications-on-record.ts'
import { standingOn, standingRows, standingWords } from './standing.ts'

export interface ProposalTouching {
  readonly reference: string
  readonly title: string
  readonly how: string
  readonly href: string
}

const ended = /implemented|reject|refus|withdrawn|closed/i

/** The proposals, raised for certain or possibly and not ended on the day, that name what this number stands for. */
export function proposalsTouching(reading: Reading, number: string): readonly ProposalTouching[] {
  if (number === '') return []
  return [...modificationsOnRecord(reading), ...modificationsPossiblyRaised(reading)].flatMap(
    (proposal) => {
      const { number: reference, title, sectionsAffected } = proposal.data
      const cited = sectionsAffected.filter((section) => touches(section, number))
      if (cited.length === 0) return []
      const words = standingWords(
        standingOn(standingRows(proposal, reading), reading.asOf, reading.rulebook),
      )
      if (ended.test(words)) return []
      return [
        {
          reference,
          title,
          how: `names ${cited.join(', ')}; ${words.toLowerCase()}`,
          href: `/modifications/${encodeURIComponent(reference)}`,
        },
      ]
    },
  )
}
