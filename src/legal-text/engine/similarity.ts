// How like two provisions are: the words they share out of all their words, repeated words counted as often.
import type { Shape } from './shape.ts'

const MOST_WORDS = 600

export interface Similarity {
  /** Shared words out of all words of both, own words only; with those under it where own words are few. */
  between(a: Shape, b: Shape): number
  /** Numbers of the words of a provision, sorted. */
  bag(shape: Shape): Int32Array
}

const collect = (shape: Shape, into: string[]): void => {
  for (const word of shape.words.split(/[\s,;.()“”"']+/)) if (word !== '') into.push(word)
  if (into.length < MOST_WORDS && shape.words.length < 25)
    for (const kid of shape.kids) {
      if (into.length >= MOST_WORDS) break
      collect(kid, into)
    }
}

export const newSimilarity = (): Similarity => {
  const numbers = new Map<string, number>()
  const bags = new Map<Shape, Int32Array>()
  const bag = (shape: Shape): Int32Array => {
    const before = bags.get(shape)
    if (before) return before
    const words: string[] = []
    collect(shape, words)
    const fresh = Int32Array.from(words.slice(0, MOST_WORDS), (word) => {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, numbers.size)
      return numbers.size - 1
    }).sort()
    bags.set(shape, fresh)
    return fresh
  }
  const between = (a: Shape, b: Shape): number => {
    const left = bag(a)
    const right = bag(b)
    if (left.length === 0 && right.length === 0) return 1
    let shared = 0
    for (let i = 0, j = 0; i < left.length && j < right.length; ) {
      const order = (left[i] as number) - (right[j] as number)
      if (order === 0) {
        shared++
        i++
        j++
      } else if (order < 0) i++
      else j++
    }
    return shared / (left.length + right.length - shared)
  }
  return { between, bag }
}
