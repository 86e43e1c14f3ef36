// Begins the text of a code: with everything that a source gives of its first day, or with nothing, to be filled.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { command, type Objection, type Rule } from '#decision/command.ts'
import { dayField, provenance, said } from '#decision/on-record.ts'
import { type Draft, type Hash, newStore, type Tree, text } from '../engine/index.ts'
import { type HeldNode, nodesOf, theCode } from './held-nodes.ts'
import { draftForm, hashField, jsonField } from './op-form.ts'
import type { NodesHeld, TextBegun } from './text-events.ts'

const input = z.object({
  title: said('what the text is called').meta({ label: 'Title', hint: 'As on its cover' }),
  began: dayField.meta({ label: 'First day', hint: 'The first day whose text is on record' }),
  draft: jsonField(draftForm, 'the text').meta({
    label: 'Text',
    hint: 'Left empty, the text begins without words; bin/secretariat text import fills this from a file',
    kind: 'longtext',
  }),
  gives: hashField.meta({
    label: 'Is, by hash',
    hint: 'Where a program gives the text: the root hash that it must have',
  }),
  ...provenance,
})
type BeginText = z.output<typeof input>

/** How many nodes one entry holds at most. */
const together = 400

const textIsNew: Rule<BeginText, boolean, undefined> = (_input, begun) =>
  begun
    ? {
        says: 'The text of this code has begun already',
        instead: 'Enter what changes it as an effect: bin/secretariat text import does so',
      }
    : undefined

const textIsOne: Rule<BeginText, boolean, undefined> = (given) => {
  const planted = plantedFrom(given)
  return 'root' in planted ? undefined : { says: planted.fault, field: 'draft' }
}

const textIsWhatWasGiven: Rule<BeginText, boolean, undefined> = (given) => {
  const planted = plantedFrom(given)
  return 'root' in planted ? notGiven(given.gives, planted.root.treeHash) : undefined
}

/** What stands against a text that must have a root hash and has another. */
export const notGiven = (expected: string | null, came: Hash): Objection | undefined =>
  expected === null || expected === came
    ? undefined
    : {
        says: 'The text on record would not be the text that was read, so nothing of it is entered',
        field: 'gives',
        expected,
        came,
      }

export const beginText = command<BeginText, boolean, TextBegun | NodesHeld>({
  name: 'begin-text',
  at: 'POST /code/text',
  title: 'Begin the text of the Code',
  why: 'What the Code says on a day is read from the text on record and from what has been done to it.',
  may: 'operator',
  onRecord: true,
  input,
  stream: () => 'text:the-code',
  starting: false,
  evolve: () => true,
  rules: { textIsNew, textIsOne, textIsWhatWasGiven },
  class: 'white',
  decide: (given) => {
    const planted = plantedFrom(given)
    if (!('root' in planted)) throw new Error(planted.fault)
    const { root } = planted
    const nodes = Object.entries(nodesOf(root)) as [Hash, HeldNode][]
    const effectiveFrom = given.began
    const held: NodesHeld[] = []
    for (let from = 0; from < nodes.length; from += together)
      held.push({
        type: 'NodesHeld',
        data: { nodes: Object.fromEntries(nodes.slice(from, from + together)) },
      })
    const { title, began } = given
    const begun: TextBegun = {
      type: 'TextBegun',
      data: { root: root.treeHash, began, title },
    }
    return [...held, begun].map((event) => ({ ...event, effectiveFrom: effectiveFrom as Day }))
  },
  shownAt: () => '/code',
})

const planted = new WeakMap<BeginText, ReturnType<typeof planting>>()

/** The same, done once for each input. */
function plantedFrom(given: BeginText): ReturnType<typeof planting> {
  const before = planted.get(given)
  if (before) return before
  const fresh = planting(given)
  planted.set(given, fresh)
  return fresh
}

/** The text planted under the one identity that every text on record has, or why it cannot be. */
function planting({
  title,
  draft,
}: BeginText): { readonly root: Tree } | { readonly fault: string } {
  const whole: Draft =
    draft === null
      ? { id: theCode, kind: 'code', heading: [text(title)] }
      : { ...draft, id: theCode, kind: 'code' }
  try {
    return { root: newStore().plant(whole) }
  } catch (reason) {
    return { fault: (reason as Error).message }
  }
}
