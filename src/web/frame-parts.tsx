// The standing parts of the frame: the head of the sheet, the rooms beside it, the foot beneath it.

import type { JSX } from 'preact'
import { addressWith, keepTime } from '#web/address.ts'
import type { Frame, Room } from '#web/frame.ts'

/** Name of the code, search, and who is reading. */
export function Masthead({ code, base, path, query, viewer }: Frame): JSX.Element {
  return (
    <header class="masthead">
      <a class="masthead-name" href={keepTime(`${base}/`, query)}>
        {code.title}
      </a>
      <button class="rooms-button" type="button" popovertarget="rooms">
        Rooms
      </button>
      <form class="search" action={`${base}/search`} method="get" role="search">
        <label class="unseen" for="search">
          Search the {code.title}
        </label>
        <input
          id="search"
          name="q"
          type="search"
          value={path === `${base}/search` ? query.q : undefined}
          autocomplete="off"
          aria-keyshortcuts="/"
        />
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
        <TimeKept query={query} />
        <button type="submit">Search</button>
      </form>
      <Reader {...viewer} />
    </header>
  )
}

/** Who is reading; and where that is not the public, where it can act, and the way back to being the public. */
function Reader({ label, desk, leave }: Frame['viewer']): JSX.Element {
  const who = (
    <>
      Reading as <strong>{label}</strong>
      {desk && (
        <>
          {' '}
          · <a href={desk}>Desk</a>
        </>
      )}
    </>
  )
  if (!leave) return <p class="viewer">{who}</p>
  return (
    <form class="viewer" action={leave} method="post">
      {who} ·{' '}
      <button type="submit" class="as-link">
        Leave
      </button>
    </form>
  )
}

/** The time at which one is reading, as hidden fields of a form. */
export function TimeKept({ query }: Pick<Frame, 'query'>): JSX.Element {
  return (
    <>
      {query['as-of'] && <input type="hidden" name="as-of" value={query['as-of']} />}
      {query['known-at'] && <input type="hidden" name="known-at" value={query['known-at']} />}
    </>
  )
}

/** The rooms of the office. Beside the page where there is place, opened by a button where there is not. */
export function Rooms({ rooms }: { rooms: readonly Room[] }): JSX.Element {
  return (
    <nav id="rooms" class="rooms" aria-label="Rooms" popover="auto">
      <ul>
        {rooms.map((room) => (
          <li key={room.href} class={room.apart ? 'apart' : undefined}>
            <a href={room.href} aria-current={room.current ? 'page' : undefined}>
              {room.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where the page lies. Nothing at the top of the office. */
export function Breadcrumbs({ trail, title, query }: Frame): JSX.Element | null {
  if (trail.length === 0) return null
  return (
    <nav class="trail" aria-label="Where this page lies">
      <ol>
        {trail.map(({ label, href }) => (
          <li key={href}>
            <a href={keepTime(href, query)}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

/** This page for machines, and the entry of the record it was drawn from, so that anyone can check it. */
export function Foot({ alternates, record, base, path, query }: Frame): JSX.Element {
  const forms = [
    { label: 'as data (JSON)', href: alternates.json },
    { label: 'as a table (CSV)', href: alternates.csv },
    { label: 'as a feed (Atom)', href: alternates.atom },
  ].filter((form): form is { label: string; href: string } => form.href !== undefined)
  return (
    <footer class="foot">
      {forms.length > 0 && (
        <p class="foot-links">
          This page{' '}
          {forms.map(({ label, href }, index) => (
            <span key={href}>
              {index > 0 && ' · '}
              <a href={href}>{label}</a>
            </span>
          ))}
        </p>
      )}
      <p class="drawn-from">
        {record.empty ? (
          'Drawn from an empty record: nothing had been entered by then.'
        ) : (
          <>
            Drawn from the record up to entry <b>{record.position.toLocaleString('en-GB')}</b>, hash{' '}
            <code>{record.hash}</code>
          </>
        )}
      </p>
      <p class="on-paper">
        This page: <code>{addressWith(path, query)}</code>
      </p>
      <p class="foot-links">
        <a href={keepTime(`${base}/rulebook`, query)}>Rulebook</a> ·{' '}
        <a href={keepTime(`${base}/sources`, query)}>Sources</a> · <a href={`${base}/api`}>API</a>
      </p>
    </footer>
  )
}
