// What a room hands to the office: everything it can be asked, and how it looks.

import type { Day } from '#calendar/day.ts'
import type { AnyCommand } from '#decision/command.ts'
import type { Register } from '#decision/register.ts'
import type { AnyFold, Row } from '#journal/fold.ts'
import type { Viewer } from '#journal/information-class.ts'
import type { Reading } from '#reading/reading.ts'
import type { AnyView } from '#reading/view.ts'
import type { InSlices } from './in-slices.ts'
import type { AnyDownload, AnyFeed, AnyPage, AnyTable } from './page.ts'
import type { Workbench } from './workbench.ts'

/** Something that a search can find. */
export interface Findable {
  readonly href: string
  readonly kind: string
  readonly title: string
  /** Everything about it that may be searched, beside the title. */
  readonly words: string
}

/** Keys that the record says somebody holds, and whom each lets in. */
export interface Keys {
  /** The rows of the keys, by the reference that each is called by. */
  readonly fold: AnyFold
  /** The viewer whom the key of a row lets in on a day; undefined where it opens nothing then. */
  // biome-ignore lint/suspicious/noExplicitAny: a row of that fold
  admits(row: Row<any>, code: string, today: Day): Viewer | undefined
}

export interface Room {
  /** The folder's name. */
  readonly name: string
  /** As the list of rooms says it, with the room's first page; left out where it has none there. */
  readonly listed?: { readonly label: string; readonly href: string }
  readonly folds: readonly AnyFold[]
  readonly commands: readonly AnyCommand[]
  readonly registers: readonly Register[]
  readonly views: readonly AnyView[]
  readonly pages: readonly AnyPage[]
  readonly feeds: readonly AnyFeed[]
  readonly tables: readonly AnyTable[]
  readonly downloads?: readonly AnyDownload[]
  /** Commands that are asked for with more than their fields. */
  readonly workbenches?: readonly Workbench[]
  /** What the documents and pages are called that entries cite by their address. */
  readonly sourceTitles?: (reading: Reading) => ReadonlyMap<string, string>
  readonly findable?: (reading: Reading) => readonly Findable[]
  /** The keys that this room hands out. */
  readonly keys?: Keys
  /** Makes what it keeps in memory for a code, before anybody has to wait for it; others are answered at its pauses. */
  readonly makeReady?: (reading: Reading) => InSlices<void>
}
