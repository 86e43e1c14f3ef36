// A page is how a view looks; a feed and a table are pages for machines.

import type { VNode } from 'preact'
import type { AnyCommand } from '#decision/command.ts'
import type { Reading } from '#reading/reading.ts'
import type { View } from '#reading/view.ts'
import type { Query } from './address.ts'
import type { Link } from './frame.ts'
import type { InSlices } from './in-slices.ts'

/** What a page may know besides its answer. */
export interface Showing {
  readonly reading: Reading
  readonly base: string
  readonly path: string
  readonly query: Query
  /** An address in this code, carrying on the time at which one reads. */
  readonly link: (href: string) => string
  /** The address of the entries beneath something shown: one id or several. */
  readonly entries: (ids: readonly string[]) => string
  /** Proves that a form on the page was ours, for those who may send one to the desk; else null. */
  readonly token: string | null
  /** Whether this viewer may ask for a command on what stands in a stream, such as `draft:SECMP0031`. */
  readonly may: (command: Pick<AnyCommand, 'may'>, stream: string) => boolean
  /** The name of a person, where it is held and may be shown; else the id. */
  readonly nameOf: (person: string) => string
}

export interface Page<Answer> {
  // biome-ignore lint/suspicious/noExplicitAny: what was asked does not matter to how the answer looks
  readonly view: View<any, Answer>
  readonly heading: (answer: Answer) => {
    readonly title: string
    readonly kicker?: string
    readonly trail?: readonly Link[]
  }
  readonly body: (answer: Answer, showing: Showing) => VNode
}

export interface FeedItem {
  /** The address of the thing, in this code. */
  readonly href: string
  readonly title: string
  readonly summary: string
  /** Ids of the entries beneath; the item was last changed when the last of them was recorded. */
  readonly entries: readonly string[]
  /** Makes the item one of its own where several share an address. */
  readonly about?: string
}

export interface Feed<Answer> {
  // biome-ignore lint/suspicious/noExplicitAny: see Page
  readonly view: View<any, Answer>
  /** `/modifications.atom` */
  readonly at: `/${string}.atom`
  readonly title: string
  readonly items: (answer: Answer) => readonly FeedItem[]
}

/** A register as a table of comma-separated values, with every row that matches and not just a page of them. */
export interface Table<Answer> {
  // biome-ignore lint/suspicious/noExplicitAny: see Page
  readonly view: View<any, Answer>
  readonly at: `/${string}.csv`
  readonly columns: readonly string[]
  readonly rows: (answer: Answer) => readonly (readonly (string | number | null)[])[]
}

/** A file's words or bytes; or work in slices that ends with them, between which others are answered. */
export type FileBody = string | Uint8Array | InSlices<string | Uint8Array>

/** What a view answers as a file to take away: a Word file, a PDF, another format of the same. */
export interface Download<Answer> {
  // biome-ignore lint/suspicious/noExplicitAny: see Page
  readonly view: View<any, Answer>
  /** `/code/redline.docx` */
  readonly at: `/${string}`
  /** The media type. */
  readonly type: string
  readonly label: string
  /** The file, and its name without the ending. */
  readonly file: (
    answer: Answer,
    showing: Showing,
  ) => { readonly name: string; readonly body: FileBody }
}

/** Any page, feed or table, where the type of its answer does not matter. */
// biome-ignore lint/suspicious/noExplicitAny: a list of pages holds pages of all types
export type AnyPage = Page<any>
// biome-ignore lint/suspicious/noExplicitAny: see AnyPage
export type AnyFeed = Feed<any>
// biome-ignore lint/suspicious/noExplicitAny: see AnyPage
export type AnyTable = Table<any>

// biome-ignore lint/suspicious/noExplicitAny: see AnyPage
export type AnyDownload = Download<any>

/** Declares a page; the type of its answer follows from its view. */
export function page<Answer>(declared: Page<Answer>): Page<Answer> {
  return declared
}

export function feed<Answer>(declared: Feed<Answer>): Feed<Answer> {
  return declared
}

export function table<Answer>(declared: Table<Answer>): Table<Answer> {
  return declared
}

export function download<Answer>(declared: Download<Answer>): Download<Answer> {
  return declared
}
