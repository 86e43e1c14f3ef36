// Asking a rulebook by name: one that does not know says so rather than give a guess.

import {
  namesOf,
  type ParameterKind,
  type Rulebook,
  type RulebookContent,
} from '#rulebook/rulebook.ts'
import { entriesOf } from '#rulebook/rulebook-entries.ts'
import type { ParameterRow } from '#rulebook/rulebook-file.ts'

/** A rulebook that can be asked, over its content. */
export function rulebookOver(content: RulebookContent): Rulebook {
  const ask = <Value>(name: string, kind: ParameterKind): Value => {
    const parameter = content.parameters.get(name)
    if (!parameter)
      throw new Error(
        `The rulebook of ${content.day} has no parameter '${name}'; state it in the code's rulebook files`,
      )
    if (parameter.value === undefined)
      throw new Error(
        `The value of '${name}' is not known in the rulebook of ${content.day} (${parameter.says}); confirm one or state it in ${parameter.stated}`,
      )
    if (parameter.kind !== kind)
      throw new Error(
        `Expected '${name}' to be a ${kind}, but ${parameter.stated} states a ${parameter.kind}`,
      )
    return parameter.value as Value
  }
  return Object.freeze({
    ...content,
    number: (name: string) => ask<number>(name, 'number'),
    text: (name: string) => ask<string>(name, 'text'),
    flag: (name: string) => ask<boolean>(name, 'flag'),
    list: (name: string) => ask<readonly (string | number)[]>(name, 'list'),
    table: (name: string) => ask<readonly ParameterRow[]>(name, 'table'),
    knows: (name: string) => content.parameters.get(name)?.value !== undefined,
    clauseOf: (ruleName: string) => content.clauses.get(ruleName),
    namesRule: (ruleName: string) =>
      content.clauses.has(ruleName) || content.housekeeping.has(ruleName),
    partyCategoryNamed: (text: string) => {
      const wanted = text.trim().toLowerCase()
      return [...content.partyCategories, ...content.outsideCounts].find((category) =>
        namesOf(category).includes(wanted),
      )
    },
    entries: () => entriesOf(content),
  })
}
