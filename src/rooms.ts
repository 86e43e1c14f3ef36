// Every room of the office. Beside the files that open it, this is the only one that sees them all.

import { governance } from '#governance/room.ts'
import { meetings } from '#meetings/room.ts'
import type { Room } from '#web/room.ts'

export const rooms: readonly Room[] = [governance, meetings]
