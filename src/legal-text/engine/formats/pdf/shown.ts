// A provision as it is to be shown: with its lines and what is under it, of one version or of two laid over one another.
import type { Lexicon } from '../../lexicon.ts'
import type { Kind, Tree } from '../../model.ts'
import type { Compared } from '../compare/compared.ts'
import { type ComparedLine, comparedLines, linesOf, wholeLine } from '../compare/compared-lines.ts'
import type { ChangeBar, Target } from './galley.ts'

/** A change of a redline: its place in the list of changes and what stands beside it. */
export interface Marked {
  readonly bar: ChangeBar
  readonly anchor: Target
}

export interface Shown {
  readonly tree: Tree
  readonly kind: Kind
  lines(): { readonly head: readonly ComparedLine[]; readonly tail: readonly ComparedLine[] }
  kids(): readonly Shown[]
  readonly moved: boolean
  /** The change that all of it is, or that its first or last lines are. */
  readonly whole: Marked | null
  readonly atHead: Marked | null
  readonly atTail: Marked | null
  /** Whether nothing in it is marked, so that it looks like the provision of one version. */
  readonly isPlain: boolean
}

const UNMARKED = { moved: false, whole: null, atHead: null, atTail: null } as const

/** A provision that stays, goes or comes as a whole. */
export const shownWhole = (
  tree: Tree,
  mark: ComparedLine['mark'] = 'same',
  change: { readonly moved: boolean; readonly whole: Marked | null } = UNMARKED,
): Shown => ({
  ...UNMARKED,
  moved: change.moved,
  whole: change.whole,
  tree,
  kind: tree.own.kind,
  isPlain: mark === 'same',
  lines: () => {
    const { head, tail } = linesOf(tree.own)
    const said = (line: (typeof head)[number]) => wholeLine(line, mark)
    return { head: head.map(said), tail: tail.map(said) }
  },
  kids: () => tree.kids.map((kid) => shownWhole(kid, mark, { ...change, whole: null })),
})

/** What became of a provision. */
export type Became = 'inserted' | 'struck' | 'amended' | 'moved from here' | 'moved to here'

const SIGNS: Readonly<Record<Became, string>> = {
  inserted: '+',
  struck: '–',
  amended: '±',
  'moved from here': '←',
  'moved to here': '→',
}

/** A change as the list of changes tells it. */
export interface ListedChange {
  readonly number: number
  readonly anchor: Target
  readonly became: Became
  readonly tree: Tree
  /** The provisions above it, from the top. */
  readonly above: readonly Tree[]
}

const differs = (lines: readonly ComparedLine[]): boolean =>
  lines.some(
    (line) =>
      line.mark !== 'same' ||
      line.label.before !== line.label.after ||
      line.runs.some((run) => run.mark !== 'same'),
  )

/**
 * Two versions as one text with its changes marked and listed in reading order. Without `all`, provisions that are
 * equal are left out.
 */
export const shownChanges = (
  both: Compared,
  lexicon: Lexicon,
  all: boolean,
): { readonly shown: Shown; readonly changes: readonly ListedChange[] } => {
  const changes: ListedChange[] = []
  const above: Tree[] = []
  const marked = (tree: Tree, became: Became): Marked => {
    const number = changes.length + 1
    const anchor: Target = `#change-${number}`
    changes.push({ number, anchor, became, tree, above: [...above] })
    return { bar: { number, sign: SIGNS[became] }, anchor }
  }
  const visit = ({ a, b, kids, moved }: Compared): Shown | null => {
    if (!a || !b) {
      const tree = (b ?? a) as Tree
      const became = b
        ? moved
          ? 'moved to here'
          : 'inserted'
        : moved
          ? 'moved from here'
          : 'struck'
      return shownWhole(tree, b ? 'ins' : 'del', { moved, whole: marked(tree, became) })
    }
    if (!kids) return all ? shownWhole(b) : null
    const lines = comparedLines(a.own, b.own, lexicon)
    const atHead = differs(lines.head) ? marked(b, 'amended') : null
    above.push(b)
    const under = kids.map(visit).filter((kid) => kid !== null)
    above.pop()
    const atTail = differs(lines.tail) ? marked(b, 'amended') : null
    return {
      ...UNMARKED,
      tree: b,
      kind: b.own.kind,
      isPlain: false,
      atHead,
      atTail,
      lines: () => lines,
      kids: () => under,
    }
  }
  const shown = visit(both) ?? { ...shownWhole(both.b as Tree), kids: () => [] }
  return { shown, changes }
}
