// The Party Categories that a text names, by the rulebook of the day.

import type { Rulebook } from '#rulebook/rulebook.ts'

/** What a text with category names between semicolons names. A kind of Party outside the counts is no category. */
export interface CategoriesNamed {
  /** Ids, each once, in order. */
  readonly ids: readonly string[]
  /** What the rulebook does not know; nothing where it states no categories. */
  readonly unknown: readonly string[]
}

export function categoriesNamed(text: string | null, rulebook: Rulebook): CategoriesNamed {
  const ids = new Set<string>()
  const unknown: string[] = []
  const outside = new Set(rulebook.outsideCounts.map(({ id }) => id))
  for (const name of (text ?? '').split(';').map((part) => part.trim())) {
    if (name === '') continue
    const found = rulebook.partyCategoryNamed(name)
    if (found && !outside.has(found.id)) ids.add(found.id)
    else if (!found && rulebook.partyCategories.length > 0) unknown.push(name)
    else if (!found) ids.add(name)
  }
  return { ids: [...ids].sort(), unknown }
}

/** Why the text cannot stand, for a rule on the field `category`. */
export function unknownCategories(text: string | null, rulebook: Rulebook) {
  const { unknown } = categoriesNamed(text, rulebook)
  if (unknown.length === 0) return undefined
  return {
    says: `The rulebook names no Party Category ${unknown.join(', ')}`,
    field: 'category',
    expected: rulebook.partyCategories.map(({ id }) => id).join(', '),
    came: text ?? '',
    instead: 'Give several with a semicolon between, or none for a Party outside all counts',
  }
}
