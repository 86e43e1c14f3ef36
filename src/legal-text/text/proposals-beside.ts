// What is shown beside a provision of open proposals: the room that knows them answers, and is put in where the rooms
// are put together.

import type { Reading } from '#reading/reading.ts'
import type { Tree } from '../engine/index.ts'
import type { TextAt } from './text-at.ts'

export interface ProposalBeside {
  readonly reference: string
  readonly title: string
  /** What it would do here, in a few words. */
  readonly how: string
  readonly href: string
}

/** The open proposals that touch a provision, as this viewer may know of them; `number` is its printed number. */
export type ProposalsBeside = (
  reading: Reading,
  at: TextAt,
  tree: Tree,
  number: string,
) => readonly ProposalBeside[]
