// Notices: what happened to what one asked for, and what to do next.

import type { ComponentChildren, JSX } from 'preact'
import { type Refusal, RefusalList } from '#web/refusal-list.tsx'

export type NoticeKind = 'info' | 'stale' | 'refused' | 'not-found' | 'broken'

export type NoticeProps = { kind: NoticeKind; title: string; children?: ComponentChildren }

/** A notice under its own heading. Where it answers what the reader just did, it is announced at once. */
export function Notice({ kind, title, children }: NoticeProps): JSX.Element {
  const id = `notice-${kind}`
  const urgent = kind === 'stale' || kind === 'refused'
  return (
    <section
      class={`notice notice-${kind}`}
      role={urgent ? 'alert' : undefined}
      aria-labelledby={id}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** 422: the rules that refused, each with its clause and what to do. */
export function RefusedNotice({ refusals }: { refusals: readonly Refusal[] }): JSX.Element {
  return (
    <Notice kind="refused" title="Nothing has been entered">
      <RefusalList refusals={refusals} />
    </Notice>
  )
}

/** 409: somebody was first. `thing` is what changed; the fresh state stands on the same page or at `href`. */
export function StaleNotice({ thing, href }: { thing: string; href: string }): JSX.Element {
  return (
    <Notice kind="stale" title="Somebody else was first">
      <p>
        {thing} has changed since you opened this page, so nothing of yours has been entered. Read
        how it <a href={href}>stands now</a>, and send your answer again if it still fits. What you
        typed is kept below.
      </p>
    </Notice>
  )
}

/** 404: nothing stands at this address for this reader, which is all that may be said. */
export function NotFoundNotice({
  address,
  search,
}: {
  address: string
  search: string
}): JSX.Element {
  return (
    <Notice kind="not-found" title="Nothing to show at this address">
      <p>
        <code>{address}</code> names nothing that you can read here. Check the address for a slip,
        or <a href={search}>search the office</a> for what you came for.
      </p>
    </Notice>
  )
}

/** 500: our fault. The request id lets the operator find what happened. */
export function BrokenNotice({ requestId }: { requestId: string }): JSX.Element {
  return (
    <Notice kind="broken" title="This page could not be made">
      <p>
        The fault is ours, and it has been logged; nothing was half entered. Try once more in a
        minute. If it stays so, tell the operator this request: <code>{requestId}</code>.
      </p>
    </Notice>
  )
}
