// The frame of every page: whose code, where, who reads, at what time, and from which record it was drawn.

import type { ComponentChildren, JSX } from 'preact'
import { render } from 'preact-render-to-string'
import { keepTime } from '#web/address.ts'
import { type Frame, isElsewhen } from '#web/frame.ts'
import { Breadcrumbs, Foot, Masthead, Rooms } from '#web/frame-parts.tsx'
import { SourceTitles } from '#web/source-text.tsx'
import { TimeLine } from '#web/time-line.tsx'

export { type Frame, isElsewhen, type Link, type Room } from '#web/frame.ts'

export type PageProps = Frame & {
  /** What the sources are called that are cited by their address. */
  sources?: ReadonlyMap<string, string> | undefined
  children?: ComponentChildren
}

/** The complete HTML document of a page, doctype first. Holds neither inline style nor inline script. */
export function renderPage(props: PageProps): string {
  const page = (
    <SourceTitles.Provider value={props.sources ?? new Map()}>
      <Page {...props} />
    </SourceTitles.Provider>
  )
  return `<!doctype html>\n${render(page)}\n`
}

/** The document of one page: head, frame and, in the middle, its matter. */
export function Page({ children, ...frame }: PageProps): JSX.Element {
  return (
    <html lang="en-GB" data-theme={frame.theme}>
      <Head {...frame} />
      <body class={isElsewhen(frame) ? 'elsewhen' : undefined}>
        <a class="skip" href="#main">
          Skip to the page
        </a>
        {frame.demonstration && <Demonstration />}
        <Masthead {...frame} />
        <TimeLine {...frame} />
        <div class="office">
          <Rooms
            rooms={frame.rooms.map((room) => ({ ...room, href: keepTime(room.href, frame.query) }))}
          />
          <main id="main" class="matter" tabIndex={-1}>
            <Breadcrumbs {...frame} />
            {frame.kicker && <p class="kicker">{frame.kicker}</p>}
            <h1>{frame.title}</h1>
            {frame.notice && (
              <p class="said" role="status">
                {frame.notice}
              </p>
            )}
            {children}
          </main>
        </div>
        <Foot {...frame} />
      </body>
    </html>
  )
}

function Head({ title, code, alternates, assets = '/assets' }: Frame): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === code.title ? title : `${title} · ${code.title}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={`${assets}/mark.svg`} type="image/svg+xml" />
      <link rel="stylesheet" href={`${assets}/secretariat.css`} />
      <link rel="stylesheet" href={`${assets}/papers.css`} />
      <link rel="stylesheet" href={`${assets}/reading.css`} />
      <link rel="stylesheet" href={`${assets}/code.css`} />
      <link rel="stylesheet" href={`${assets}/drafts.css`} />
      <link rel="stylesheet" href={`${assets}/print.css`} media="print" />
      {alternates.json && (
        <link
          rel="alternate"
          type="application/json"
          href={alternates.json}
          title={`${title}, as data`}
        />
      )}
      {alternates.atom && (
        <link
          rel="alternate"
          type="application/atom+xml"
          href={alternates.atom}
          title={`${title}, as a feed`}
        />
      )}
      <script src={`${assets}/secretariat.js`} defer />
    </head>
  )
}

function Demonstration(): JSX.Element {
  return (
    <aside class="demonstration" aria-label="Demonstration">
      <strong>Demonstration.</strong> Not a live office. Part of its record is illustrative, and
      says so wherever it shows.
    </aside>
  )
}
