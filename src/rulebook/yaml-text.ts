// YAML text into checked values. Every fault names the file, the line, the path in the file, what came and what was expected.
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml'
import type { z } from 'zod'

/** A checked value with the way to the line on which each part of it stands. */
export interface YamlValue<Value> {
  readonly value: Value
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * The value of a YAML text, checked against a schema. Throws one Error with a line for every fault found, each
 * 'file:line: path: what was expected'.
 */
export function valueFromYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): YamlValue<z.output<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0)
    throw new Error(
      document.errors
        .map(({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: not YAML: ${message}`)
        .join('\n'),
    )
  const lineOf = (path: readonly PropertyKey[]) =>
    lines.linePos(offsetOf(document.contents, path)).line
  const content: unknown = document.toJS()
  const checked = schema.safeParse(content)
  if (checked.success) return { value: checked.data, lineOf }
  throw new Error(
    checked.error.issues
      .map((issue) => `${file}:${lineOf(issue.path)}: ${place(issue.path)}${say(issue, content)}`)
      .join('\n'),
  )
}

function place(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join(' > ')}: `
}

function say(issue: z.core.$ZodIssue, content: unknown): string {
  if (issue.code === 'unrecognized_keys') return issue.message
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => message).join('; ')
  const came = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    content,
  )
  if (came === undefined) return `${issue.message}; it is missing`
  const shown = JSON.stringify(came)
  return `${issue.message}; got ${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}`
}

/** Where the last part of a path begins in the text: its key in a map, the item in a list, else what holds it. */
function offsetOf(root: ParsedNode | null, path: readonly PropertyKey[]): number {
  let node: Node | null = root
  let offset = root?.range[0] ?? 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      if (!pair) return offset
      offset = (pair.key as ParsedNode).range[0]
      node = pair.value as Node | null
    } else if (isSeq(node) && typeof key === 'number') {
      node = (node.items[key] ?? null) as Node | null
      offset = node?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}
