// What the words of a source name in the rulebook. Words that name nothing there stay as they are.

import type { Rulebook } from '#rulebook/rulebook.ts'

export interface NamedPath {
  /** The path's lasting id; null where the rulebook knows no such path. */
  readonly id: string | null
  readonly name: string
  /** As the source words it. */
  readonly words: string
}

/**
 * The path that a text names: by its id, its name, or the part of its name before a colon, whatever stands behind it.
 * 'Path 2 (proposer recommendation)' names 'Path 2: Authority Determination'.
 */
export function pathNamed(words: string, rulebook: Rulebook): NamedPath {
  const asked = plain(words)
  const found = rulebook.paths.find(({ id, name }) =>
    [id, name, name.split(':')[0]!]
      .map(plain)
      .some((one) => asked === one || asked.startsWith(`${one} `)),
  )
  return { id: found?.id ?? null, name: found?.name ?? words, words }
}

export interface NamedCategory {
  /** The Party Category's lasting id; null where the rulebook knows none by that name. */
  readonly id: string | null
  readonly label: string
  readonly words: string
}

/** The Party Category, or kind of Party outside the counts, that a text names. */
export function categoryNamed(words: string, rulebook: Rulebook): NamedCategory {
  const found = rulebook.partyCategoryNamed(words)
  return { id: found?.id ?? null, label: found?.plural ?? words, words }
}

/** A body's name; the id in words where the rulebook does not name it. */
export function bodyNamed(id: string, rulebook: Rulebook): string {
  const words = id.replaceAll('-', ' ')
  return (
    rulebook.bodies.find((body) => body.id === id)?.name ??
    words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
  )
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
