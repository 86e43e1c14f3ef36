// Conflicts and notices of a merge for readers: all three texts side by side, with what is concerned marked in each.

import { z } from 'zod'
import {
  type Conflict,
  type ConflictKind,
  fieldRange,
  lineOf,
  type Notice,
  type NoticeKind,
  type TextStore,
  type TokenRange,
  type Tree,
  wordsOfTokens,
} from '../engine/index.ts'
import { calledOf, numbersOf } from '../text/numbers-of-text.ts'

const sideShown = z
  .object({
    number: z.string().meta({ description: 'Its printed number in this version' }),
    runs: z.array(z.object({ words: z.string(), concerned: z.boolean() })),
  })
  .nullable()
  .meta({ description: 'Null where the provision does not stand in this version' })

const kinds: Record<ConflictKind, string> = {
  words: 'Both change the same words, or words right beside each other',
  'deleted-changed': 'One repeals it, the other changes it',
  'moved-twice': 'The two take it to different places',
  cycle: 'Each would put one provision within the other',
  'place-lost': 'It is taken to a place that is not there any more',
  'two-labels': 'The two give it different numbers',
  'one-label': 'The two give one number to two provisions',
  'substituted-twice': 'Both replace it as a whole',
  'two-kinds': 'The two make it different kinds of provision',
}

export const conflictShown = z.object({
  key: z.string(),
  kind: z.enum(Object.keys(kinds) as [ConflictKind, ...ConflictKind[]]),
  says: z.string(),
  id: z.string(),
  called: z.string(),
  field: z.enum(['heading', 'lead', 'tail']).nullable(),
  base: sideShown,
  left: sideShown,
  right: sideShown,
})
export type ConflictShown = z.infer<typeof conflictShown>
export type SideShown = z.infer<typeof sideShown>

export const noticeShown = z.object({ kind: z.string(), id: z.string(), says: z.string() })
export type NoticeShown = z.infer<typeof noticeShown>

/** Names a conflict of one merge; the same three texts give the same name. */
export const conflictKey = ({ kind, id, other, field, ranges }: Conflict): string =>
  [kind, id, other, field, ranges?.base.join('-')].filter((part) => part !== undefined).join('.')

/** The three texts of a merge: what both began from, and each side. */
export interface Sides {
  readonly base: Tree
  readonly left: Tree
  readonly right: Tree
}

export function conflictsShown(
  store: TextStore,
  sides: Sides,
  conflicts: readonly Conflict[],
): ConflictShown[] {
  const numbers = {
    base: numbersOf(sides.base),
    left: numbersOf(sides.left),
    right: numbersOf(sides.right),
  }
  return conflicts.map((conflict) => {
    const side = (name: keyof Sides): SideShown => {
      const tree =
        conflict[name] ?? (conflict.other ? numbers[name].tree(conflict.other) : undefined)
      if (!tree) return null
      return {
        number: numbers[name].numberOf(tree.id),
        runs: runsOf(store, tree, conflict, conflict.ranges?.[name]),
      }
    }
    const name = (['right', 'left', 'base'] as const).find((one) => conflict[one])!
    return {
      key: conflictKey(conflict),
      kind: conflict.kind,
      says: kinds[conflict.kind],
      id: conflict.id,
      called: calledOf(conflict[name]!, numbers[name].numberOf(conflict.id)),
      field: conflict.field ?? null,
      base: side('base'),
      left: side('left'),
      right: side('right'),
    }
  })
}

function runsOf(store: TextStore, tree: Tree, { field }: Conflict, range?: TokenRange) {
  if (!field || !range)
    return [
      {
        words: [
          lineOf({ ...tree.own, label: null }),
          ...tree.kids.map(({ own }) => lineOf(own)),
        ].join('\n'),
        concerned: true,
      },
    ]
  const { tokens } = tree.own
  const [start, end] = fieldRange(tokens, field)
  const words = (from: number, to: number) => wordsOfTokens(tokens, from, to, store.lexicon)
  const runs = [
    { words: words(start, start + range[0]).trimStart(), concerned: false },
    { words: words(start + range[0], start + range[1]), concerned: true },
    { words: words(start + range[1], end), concerned: false },
  ]
  return runs.filter((run) => run.words !== '' || run.concerned)
}

const notices: Record<NoticeKind, string> = {
  'same-place': 'both put something in here',
  'same-provision': 'both change it, in different words',
  'same-change': 'both make the same change',
  reference: 'new words refer to what the other side changes',
  term: 'new words use a term that the other side defines otherwise',
  variation: 'it is under a variation',
}

export function noticesShown(root: Tree, all: readonly Notice[]): NoticeShown[] {
  const numbers = numbersOf(root)
  const called = (id: Notice['id']) => {
    const tree = numbers.tree(id)
    return tree ? calledOf(tree, numbers.numberOf(id)) : 'a provision that is gone'
  }
  return all.map(({ kind, id, other }) => ({
    kind,
    id,
    says: `${called(id)}: ${notices[kind]}${other === undefined ? '' : ` (${called(other)})`}`,
  }))
}
