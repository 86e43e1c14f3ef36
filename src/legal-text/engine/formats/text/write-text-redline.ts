// The redline of two versions as plain text: [-struck-] and {+inserted+}, one line a paragraph that differs.
import { entryNumbers, renumberingInWords } from '../../change-entries.ts'
import type { Lexicon } from '../../lexicon.ts'
import type { Tree } from '../../model.ts'
import { wordsOf } from '../../words.ts'
import { type Compared, compared } from '../compare/compared.ts'
import { type ComparedLine, comparedLines, linesOf, wholeLine } from '../compare/compared-lines.ts'
import { numberRuns } from '../compare/number-runs.ts'

const PEN = { same: ['', ''], del: ['[-', '-]'], ins: ['{+', '+}'] } as const
const SIGN = { same: ' ', del: '-', ins: '+' } as const

const penned = (mark: keyof typeof PEN, words: string): string =>
  words === '' ? '' : PEN[mark][0] + words + PEN[mark][1]

const labelOf = ({ before, after }: ComparedLine['label'], mark: ComparedLine['mark']): string => {
  if (before === after) return before === null ? '' : `${before} `
  const struck = before === null ? '' : penned('del', before)
  const fresh = after === null ? '' : penned('ins', after)
  return mark === 'same' ? `${struck}${fresh} ` : `${before ?? after ?? ''} `
}

const differs = (line: ComparedLine): boolean =>
  line.mark !== 'same' ||
  line.label.before !== line.label.after ||
  line.runs.some((run) => run.mark !== 'same')

/**
 * Each line begins with `-` (gone), `+` (new), `~` (words differ) or a space (kept); `<` and `>` mark a provision taken
 * to another place, where it stood and where it stands; `#` tells of a run of neighbours that have new numbers and differ
 * in nothing else. With `all`, equal provisions are written too, and each new number where it stands.
 */
export const writeTextRedline = (
  a: Tree,
  b: Tree,
  lexicon: Lexicon,
  options: { readonly all?: boolean } = {},
): string => {
  const out: string[] = []
  const runs = options.all ? new Map() : numberRuns(a, b, lexicon)
  const say = (line: ComparedLine, depth: number, sign: string): void => {
    if (!options.all && !differs(line)) return
    const words = line.runs
      .map((run) =>
        line.mark === 'same' ? penned(run.mark, wordsOf(run.words)) : wordsOf(run.words),
      )
      .join('')
    out.push(`${sign}${'  '.repeat(depth)} ${labelOf(line.label, line.mark)}${words}`.trimEnd())
  }
  const whole = ({ own, kids }: Tree, mark: ComparedLine['mark'], depth: number, sign: string) => {
    const { head, tail } = linesOf(own)
    for (const line of head) say(wholeLine(line, mark), depth, sign)
    for (const kid of kids) whole(kid, mark, depth + 1, sign)
    for (const line of tail) say(wholeLine(line, mark), depth, sign)
  }
  const edited = (line: ComparedLine, depth: number): void =>
    say(line, depth, line.mark !== 'same' ? SIGN[line.mark] : differs(line) ? '~' : ' ')
  const visit = ({ a: one, b: other, kids, depth, moved }: Compared): void => {
    if (!one) whole(other as Tree, 'ins', depth, moved ? '>' : '+')
    else if (!other) whole(one, 'del', depth, moved ? '<' : '-')
    else if (!kids) {
      if (options.all) whole(other, 'same', depth, ' ')
    } else {
      const { head, tail } = comparedLines(one.own, other.own, lexicon)
      const run = runs.get(other.id)
      if (run?.changes[0].id === other.id)
        out.push(`#${'  '.repeat(depth)} ${renumberingInWords(entryNumbers(run), false)}`)
      if (!run) for (const line of head) edited(line, depth)
      for (const kid of kids) visit(kid)
      for (const line of tail) edited(line, depth)
    }
  }
  visit(compared(a, b))
  return out.map((line) => `${line}\n`).join('')
}
