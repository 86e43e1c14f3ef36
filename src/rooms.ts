// Every room of the office. Beside the files that open it, this is the only one that sees them all.

import { bodiesKept } from '#bodies/index.ts'
import { bodies } from '#bodies/room.ts'
import { budgets } from '#budgets/room.ts'
import { chronicle } from '#chronicle/room.ts'
import { consultations } from '#consultations/room.ts'
import { governance } from '#governance/room.ts'
import { legalTextRoom } from '#legal-text/room.ts'
import { meetings } from '#meetings/room.ts'
import { proposalsTouching } from '#modifications/index.ts'
import { modifications } from '#modifications/room.ts'
import { readTypeFaces } from '#office/type-faces.ts'
import { partiesKept } from '#parties/index.ts'
import { parties } from '#parties/room.ts'
import { peopleKept } from '#people/index.ts'
import { people } from '#people/room.ts'
import { releases } from '#releases/room.ts'
import { reportsRoom } from '#reports/room.ts'
import { support } from '#support/room.ts'
import type { Room } from '#web/room.ts'
import { reportedCodes } from './reported-codes.ts'

export const rooms: readonly Room[] = [
  governance,
  people,
  modifications,
  legalTextRoom(
    (reading, _at, _tree, number) => proposalsTouching(reading, number),
    readTypeFaces,
    (facts, reference) =>
      [partiesKept, bodiesKept, peopleKept].some((fold) => facts.row<unknown>(fold, reference)),
  ),
  bodies,
  meetings,
  parties,
  releases,
  consultations,
  budgets,
  support,
  chronicle,
  reportsRoom(reportedCodes()),
]
