// Which provision "this Section", "this Part" or "this Code" is, seen from a place in the text.
import type { Tree } from './model.ts'

const WHOLE = new Set(['code', 'act', 'agreement', 'law'])

/** Whether a provision's number is a mere part of another's, such as `(a)`. */
export const isPart = (tree: Tree): boolean => tree.own.label?.raw.startsWith('(') ?? false

/**
 * The nearest provision of a form on the way upwards from a place (given nearest first, the whole text last): the one
 * whose number is printed with that word, or whose kind it is. Null where there is none, as for mere parts.
 */
export const enclosing = (way: readonly Tree[], form: string): Tree | null => {
  if (WHOLE.has(form)) return way.at(-1) ?? null
  return (
    way.find(
      (tree) =>
        !isPart(tree) &&
        (tree.own.kind === form ||
          (tree.own.label?.raw.toLowerCase().startsWith(`${form} `) ?? false)),
    ) ?? null
  )
}
