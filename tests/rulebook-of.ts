// The rulebook of a code as its folder states it, for tests: no confirmations.

import type { Day } from '#calendar/day.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'

const codes = loadCodes('codes')

export function rulebookOf(code: 'sec' | 'model-code'): (on: Day) => Rulebook {
  const { rulebookFiles } = codes.get(code)!
  return (on) => rulebookOn(rulebookFiles, [], on)
}
