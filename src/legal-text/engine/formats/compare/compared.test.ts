import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../../arbitrary.ts'
import type { Tree } from '../../model.ts'
import { newStore } from '../../store.ts'
import { wordsOf } from '../../words.ts'
import { type Compared, compared } from './compared.ts'
import {
  type ComparedLine,
  comparedLines,
  type Line,
  linesOf,
  wholeLine,
} from './compared-lines.ts'

const printed = (root: Tree): string[] => {
  const out: string[] = []
  const say = (line: Line): void => {
    out.push(`${line.role}|${line.label ?? ''}|${wordsOf(line.words)}`)
  }
  const visit = ({ own, kids }: Tree): void => {
    const { head, tail } = linesOf(own)
    head.forEach(say)
    kids.forEach(visit)
    tail.forEach(say)
  }
  visit(root)
  return out
}

const readAs = (
  root: Compared,
  side: 'del' | 'ins',
  lexicon: ReturnType<typeof newStore>['lexicon'],
) => {
  const out: string[] = []
  const say = ({ role, mark, label, runs }: ComparedLine): void => {
    if (mark !== 'same' && mark !== side) return
    const words = runs.filter((run) => run.mark === 'same' || run.mark === side)
    out.push(
      `${role}|${(side === 'del' ? label.before : label.after) ?? ''}|${words.map((run) => wordsOf(run.words)).join('')}`,
    )
  }
  const whole = ({ own, kids }: Tree, mark: ComparedLine['mark']): void => {
    const { head, tail } = linesOf(own)
    for (const line of head) say(wholeLine(line, mark))
    for (const kid of kids) whole(kid, mark)
    for (const line of tail) say(wholeLine(line, mark))
  }
  const visit = ({ a, b, kids }: Compared): void => {
    if (!a || !b || !kids) {
      whole((a ?? b) as Tree, !a ? 'ins' : !b ? 'del' : 'same')
      return
    }
    const { head, tail } = comparedLines(a.own, b.own, lexicon)
    head.forEach(say)
    kids.forEach(visit)
    tail.forEach(say)
  }
  visit(root)
  return out
}

describe('two versions in one reading order', () => {
  const holds = (words?: fc.Arbitrary<string>) =>
    fc.assert(
      fc.property(
        arbitrary.tree(words),
        fc.array(arbitrary.step(words), { maxLength: 8 }),
        (draft, steps) => {
          const store = newStore()
          const [a, b] = [store.plant(draft), store.plant(arbitrary.changed(draft, steps))]
          const both = compared(a, b)
          expect(readAs(both, 'del', store.lexicon)).toEqual(printed(a))
          expect(readAs(both, 'ins', store.lexicon)).toEqual(printed(b))
        },
      ),
      { numRuns: 300 },
    )
  it('give the older without what is inserted, and the newer without what is struck', () => holds())
  it('do so for hostile characters', () => holds(arbitrary.hostileWords))
})
