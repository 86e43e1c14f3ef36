// Every rule has a clause in every rulebook, or is named there as housekeeping.

import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import { rooms } from '../../src/rooms.ts'
import { codes } from './demonstration.ts'

const rules = rooms.flatMap((room) =>
  room.commands.flatMap((command) =>
    Object.keys(command.rules).map((rule) => ({ rule, command: command.name })),
  ),
)

describe.each([...codes.keys()])('the rulebook of %s', (name) => {
  const loaded = codes.get(name)!
  const rulebook = rulebookOn(loaded.rulebookFiles, [], day('2026-01-31'))

  it.each(rules)('names the rule $rule of $command', ({ rule }) => {
    expect(
      rulebook.namesRule(rule),
      `codes/${name}/rulebook names no rule ${rule}: give its clause, or name it as housekeeping`,
    ).toBe(true)
  })
})
