// Bookmarks: the headings of a text as a tree beside the page.
import type { Target } from './galley.ts'
import { type PdfObjects, ref, textString } from './pdf-objects.ts'

export interface Bookmark {
  readonly level: number
  readonly words: string
  readonly target: Target
}

interface Branch {
  readonly number: number
  readonly mark: Bookmark | null
  readonly kids: Branch[]
}

const OPEN_TO = 2

/** Adds the bookmarks; gives the number of their root, or null where there is none. */
export const addOutline = (
  objects: PdfObjects,
  marks: readonly Bookmark[],
  destination: (target: Target) => string | null,
): number | null => {
  const held = marks.filter(({ target }) => destination(target) !== null)
  if (held.length === 0) return null
  const root: Branch = { number: objects.reserve(), mark: null, kids: [] }
  const path: Branch[] = [root]
  for (const mark of held) {
    while (path.length > 1 && (path.at(-1)?.mark?.level ?? 0) >= mark.level) path.pop()
    const branch: Branch = { number: objects.reserve(), mark, kids: [] }
    path.at(-1)?.kids.push(branch)
    path.push(branch)
  }
  const countOf = ({ kids }: Branch): number => kids.reduce((sum, kid) => sum + 1 + countOf(kid), 0)
  const under = ({ kids, mark }: Branch): string => {
    const [first, last] = [kids[0], kids.at(-1)]
    if (!first || !last) return ''
    const isOpen = mark === null || mark.level < OPEN_TO
    const count = isOpen ? kids.length : -countOf({ number: 0, mark, kids })
    return `/First ${ref(first.number)}/Last ${ref(last.number)}/Count ${count}`
  }
  const say = (branch: Branch): void =>
    branch.kids.forEach((kid, at) => {
      const { mark } = kid
      const before = at > 0 ? `/Prev ${ref(branch.kids[at - 1]!.number)}` : ''
      const after = at + 1 < branch.kids.length ? `/Next ${ref(branch.kids[at + 1]!.number)}` : ''
      objects.say(
        kid.number,
        `<</Title${textString(mark!.words)}/Parent ${ref(branch.number)}${before}${after}/Dest${destination(mark!.target)}${under(kid)}>>`,
      )
      say(kid)
    })
  objects.say(root.number, `<</Type/Outlines${under(root)}>>`)
  say(root)
  return root.number
}
