// What every page says beside its own matter.

import type { Query } from '#web/address.ts'

/** Everything a page says beside its own matter. Plain data; the server fills it for each answer. */
export type Frame = {
  /** The code administered: its short name in addresses, its full title on the page. */
  code: { name: string; title: string }
  /** What every address of this code begins with: '' for the default code, '/codes/NAME' for another. */
  base: string
  /** The address of this page without its query, base included. */
  path: string
  /** The title of the page: its first heading, and its name in the window. */
  title: string
  /** A word or number above the title, such as the reference of the thing shown. */
  kicker?: string | undefined
  /** Where the page lies, outermost first, without the page itself. */
  trail: readonly Link[]
  /** Who reads: 'Public' or 'Operator'. */
  viewer: {
    label: string /** Where this viewer can act, if anywhere. */
    desk?: string | undefined
    /** Where this viewer stops being one who acts, if it is one. */
    leave?: string | undefined
  }
  /** The day whose law is shown; `printed` is the day in words, such as '31 March 2017'. */
  asOf: { day: string; isToday: boolean; printed: string }
  /** The instant whose knowledge is shown; null is now. `printed` is the instant in words that can follow 'on'. */
  knownAt: { instant: string | null; printed: string }
  /** The query of this request: kept by the time control, and by links that carry the time on. */
  query: Query
  /** The rooms that exist, in the order in which a newcomer asks about them. */
  rooms: readonly Room[]
  /** The same page for machines. */
  alternates: { json?: string | undefined; atom?: string | undefined; csv?: string | undefined }
  /** The last entry of the record that this page was drawn from. `empty` when nothing was on record by then. */
  record: { position: number; hash: string; empty?: boolean | undefined }
  /** True where the record is the demonstration; every page then says so. */
  demonstration: boolean
  /** One sentence to show above the page, such as what has just been entered. */
  notice?: string | undefined
  /** The folder of style, script and fonts; '/assets' unless told otherwise. */
  assets?: string | undefined
  /** Light or dark whatever the reader's system asks. */
  theme?: 'light' | 'dark' | undefined
}

export type Link = { label: string; href: string }
/** `apart` for a room that stands after the others, with a line between. */
export type Room = Link & { current: boolean; apart?: boolean | undefined }

/** True when the page shows another time than today as known now. */
export function isElsewhen({ asOf, knownAt }: Pick<Frame, 'asOf' | 'knownAt'>): boolean {
  return !asOf.isToday || knownAt.instant !== null
}
