// The effects by which parts and single provisions come into the text, each in its place among its siblings.

import type { Day } from '#calendar/day.ts'
import type { KnownDate } from '#calendar/known-date.ts'
import type { Row } from '#journal/fold.ts'
import {
  compareLabels,
  type Draft,
  KINDS,
  type Op,
  type ProvisionId,
  parseLabel,
  provisionId,
  sha256,
  text,
} from '../engine/index.ts'
import { compareParts, type PartEntered } from '../part.ts'
import { bareNumber } from './cited-number.ts'
import { theCode } from './held-nodes.ts'
import { firstDay } from './starting.ts'
import type { ProvisionEntered } from './text-events.ts'

export type PartRow = Row<PartEntered['data']>
export type ProvisionRow = Row<ProvisionEntered['data'] & { readonly recordedAt: string }>

/** Something entered that stands in the text from a day on. */
export interface Entered {
  readonly id: ProvisionId
  readonly day: Day
  readonly date: KnownDate
  readonly op: Op
  readonly row: PartRow | ProvisionRow
  readonly isPart: boolean
}

/** The identity of a part, the same on every machine. */
export const idOfPart = (reference: string): ProvisionId =>
  provisionId(`part-${sha256(`part ${reference}`).slice(0, 12)}`)

interface Sibling {
  readonly id: ProvisionId
  readonly day: Day
  readonly compare: (other: Sibling) => number
}

/**
 * Parts in the order of the Code, then provisions in the order entered; a provision whose parent is not on record,
 * or comes later than it, is left out. `began` is the first day of the text.
 */
export function structureEffects(
  parts: readonly PartRow[],
  provisions: readonly ProvisionRow[],
  began: Day,
): readonly Entered[] {
  const byNumber = new Map<string, { id: ProvisionId; day: Day }>()
  const siblings = new Map<ProvisionId, Sibling[]>()
  const out: Entered[] = []
  const place = (parent: ProvisionId, sibling: Sibling): ProvisionId | null => {
    const known = siblings.get(parent) ?? []
    siblings.set(parent, known)
    const before = known.filter((other) => other.day <= sibling.day && sibling.compare(other) >= 0)
    known.push(sibling)
    return before.toSorted((one, other) => one.compare(other)).at(-1)?.id ?? null
  }
  const enter = (one: Omit<Entered, 'op'>, parent: ProvisionId, sibling: Sibling, node: Draft) => {
    const after = place(parent, sibling)
    out.push({ ...one, op: { op: 'insert', parent, after, node } })
  }

  const inOrder = parts.toSorted(
    (one, other) =>
      compareDays(firstDay(one.opens, began), firstDay(other.opens, began)) ||
      compareParts(one.data, other.data),
  )
  for (const row of inOrder) {
    const { reference, title, kind } = row.data
    const id = idOfPart(reference)
    const day = firstDay(row.opens, began)
    byNumber.set(bareNumber(reference), { id, day })
    const sibling = bySort(id, day, row)
    enter({ id, day, date: row.opens, row, isPart: true }, theCode, sibling, {
      id,
      kind: KINDS.find((one) => one === kind) ?? 'part',
      label: reference,
      heading: title === null ? null : [text(title)],
    })
  }
  for (const row of provisions) {
    const { id: name, parent: above, number, kind, heading, words } = row.data
    const id = provisionId(name)
    const parent = byNumber.get(bareNumber(above))
    const day = firstDay(row.opens, began)
    if (!parent || parent.day > day) continue
    byNumber.set(bareNumber(fullNumber(above, number)), { id, day })
    const label = number === '' ? null : parseLabel(number)
    const sibling: Sibling & { readonly label: typeof label } = {
      id,
      day,
      label,
      compare: (other) =>
        label && (other as typeof sibling).label
          ? compareLabels(label, (other as typeof sibling).label!)
          : 0,
    }
    enter({ id, day, date: row.opens, row, isPart: false }, parent.id, sibling, {
      id,
      kind,
      label: number === '' ? null : number,
      heading: heading === null ? null : [text(heading)],
      lead: words.map((paragraph) => [text(paragraph)]),
    })
  }
  return out
}

/** `(a)` in `X2.4` is `X2.4(a)`; a number that is whole stands for itself. */
export const fullNumber = (parent: string, number: string): string =>
  number.startsWith('(') ? `${parent}${number}` : number

const compareDays = (one: Day, other: Day) => (one < other ? -1 : one > other ? 1 : 0)

function bySort(id: ProvisionId, day: Day, row: PartRow): Sibling {
  const sibling: Sibling & { readonly row: PartRow } = {
    id,
    day,
    row,
    compare: (other) => compareParts(row.data, (other as typeof sibling).row.data),
  }
  return sibling
}
