// How a command is asked for where its fields alone do not say enough: filled from what is on record, put together from
// controls of its own, and shown while one types before anything is entered. A room declares one for its command.

import type { VNode } from 'preact'
import type { AnyCommand } from '#decision/command.ts'
import type { Query } from './address.ts'
import type { Showing } from './page.ts'

/** What was typed into a form, as it came. */
export type Typed = Query

/** Which fields a form shows, and what stands about them. */
export interface Arranged {
  /** Names of fields in their order; the others are sent along unseen, as they are filled. */
  readonly fields: readonly string[]
  /** Fields without which this form says nothing, though the command can do without them. */
  readonly needed?: readonly string[]
  readonly title?: string
  /** Above the form. */
  readonly before?: VNode
  /** In the form, after its fields: controls that `gather` makes into fields. */
  readonly controls?: VNode
}

export interface Workbench {
  readonly command: AnyCommand
  /** An address of its own beside the desk's, for those who may ask for its command: `/code/drafting`. */
  readonly at?: `/${string}`
  /** Fields from what the address asks for and what is on record. */
  readonly fill?: (asked: Typed, showing: Showing) => Typed
  /** The fields of the command from all that was typed; `pressed` is what a button of the preview asked for. */
  readonly gather?: (typed: Typed, showing: Showing, pressed: string | null) => Typed
  readonly arrange?: (typed: Typed, showing: Showing) => Arranged
  /** What the command would do as it is typed, in part or wrongly too. Its buttons are `step=preview:WHAT`. */
  readonly preview?: (typed: Typed, showing: Showing) => VNode
}
