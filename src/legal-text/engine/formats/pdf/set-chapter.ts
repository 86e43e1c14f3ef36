// A chapter set as stretches: headings in a frame, and under them provisions whose galleys are set once and kept.
import type { Slices } from '../slices.ts'
import type { SetText, Stretch } from './compose-pages.ts'
import { type Item, isDivision } from './division.ts'
import type { Face } from './faces.ts'
import { type Entry, type Galley, newSetting, type Setting } from './galley.ts'
import { columnPlace, type Place, setHead, setProvision, setTail } from './set-provision.ts'
import { isTabular } from './set-table.ts'
import type { Shown } from './shown.ts'

/** Gives the galley of a provision in the column that looks as it does in one version, from what is kept or anew. */
export type KeptGalley = (
  shown: Shown,
  depth: number,
  isListed: boolean,
  set: () => Galley,
) => Galley

/** Sets the items of a chapter in their order, and pauses after each provision set. */
export function* setChapter(
  faces: readonly Face[],
  items: readonly Item<Shown>[],
  kept: KeptGalley,
): Slices<SetText> {
  const frame = newSetting(faces)
  const entries: Entry[] = []
  const stretches: Stretch[] = []
  let done = 0
  const closeFrame = (): void => {
    const to = frame.strips.length
    if (to > done) stretches.push({ galley: frame, from: done, to, mount: null, anchors: [] })
    done = to
    entries.push(...frame.entries.splice(0))
  }
  const piece = (shown: Shown, place: Place, list: number | null): void => {
    const set = (bar: Setting['bar']) => (): Setting => {
      const to = newSetting(faces)
      to.bar = bar
      setProvision(to, shown, { ...place, parent: -1 }, list === null ? null : -1)
      return to
    }
    const isPlain = shown.isPlain && frame.bar === null
    const galley = isPlain ? kept(shown, place.depth, list !== null, set(null)) : set(frame.bar)()
    closeFrame()
    const to = galley.strips.length
    entries.push(...galley.entries)
    const leaf = list ?? place.parent
    const mount = leaf < 0 ? null : { galley: frame, leaf }
    stretches.push({ galley, from: 0, to, mount, anchors: frame.waiting() })
  }
  const whole = function* (shown: Shown, place: Place, list: number | null): Slices<void> {
    if (!isDivision(shown.tree) || isTabular(shown)) {
      piece(shown, place, list)
      yield
      return
    }
    const before = frame.bar
    if (shown.whole) {
      frame.anchor(shown.whole.anchor)
      frame.bar = shown.whole.bar
    }
    const inside = setHead(frame, shown, place, null)
    yield* under(shown.kids(), inside)
    setTail(frame, shown, inside)
    frame.bar = before
  }
  const under = function* (kids: readonly Shown[], place: Place): Slices<void> {
    let list: number | null = null
    for (const kid of kids) {
      const { own } = kid.tree
      const isListed = own.label !== null && own.kind !== 'section' && !isDivision(kid.tree)
      list = isListed ? (list ?? frame.leaf({ type: 'L', parent: place.parent })) : null
      yield* whole(kid, place, list)
    }
  }
  for (const { what, of, depth } of items) {
    const place = columnPlace(-1, depth)
    if (what === 'head') setHead(frame, of, place, null)
    else if (what === 'tail') setTail(frame, of, place)
    else yield* whole(of, place, null)
  }
  closeFrame()
  return { stretches, entries }
}
