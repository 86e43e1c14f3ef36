// A provision as one reads it: the text in the middle, what varies it and touches it beside, its history beneath.

import type { JSX } from 'preact'
import { BasisMark } from '#web/marks.tsx'
import { type Page, page, type Showing } from '#web/page.ts'
import { EffectList } from './effect-list.tsx'
import { TextLines } from './lines-shown.tsx'
import type { ProvisionGiven, ProvisionView } from './provision.view.ts'

export function provisionPage(view: ProvisionView): Page<ProvisionGiven> {
  return page({
    view,
    heading: ({ number, title, trail }) => ({
      title: title || number || 'A provision without number',
      ...(title && number ? { kicker: number } : {}),
      trail: [
        { label: 'The Code', href: '/code' },
        ...trail.map(({ called, href }) => ({ label: called, href })),
      ],
    }),
    body: (given, showing) => (
      <div class="provision-page">
        <Standing given={given} showing={showing} />
        <div class="provision-columns">
          <article class="provision-text" aria-label="The text">
            <TextLines lines={given.lines} showing={showing} skipHeading />
            {!given.isWhole && <Below given={given} showing={showing} />}
            <Neighbours given={given} showing={showing} />
          </article>
          <aside class="provision-margin" aria-label="Beside this provision">
            <Effects given={given} showing={showing} />
            <Proposals given={given} showing={showing} />
            <Takeaway given={given} showing={showing} />
          </aside>
        </div>
        <Makers given={given} showing={showing} />
        <History given={given} showing={showing} />
      </div>
    ),
  })
}

type Part = { given: ProvisionGiven; showing: Showing }

function Standing({ given, showing }: Part): JSX.Element {
  const { regions, region, effects, certainty, faults } = given
  const inSome = effects.filter(({ stands }) => stands === 'in some regions')
  return (
    <>
      {given.illustrative && (
        <p class="illustrative-note">
          <BasisMark basis="illustrative" /> The words marked so are our own, made up to show how
          the Code reads here. They are not the words of the Code.
        </p>
      )}
      {certainty && <p class="certainty">{certainty}</p>}
      {faults.map((fault) => (
        <p key={fault} class="text-fault">
          {fault}
        </p>
      ))}
      {(inSome.length > 0 || region) && (
        <nav class="regions" aria-label="Regions">
          {region
            ? `As in force in the ${region} Region. `
            : 'Some of what is directed here holds in some regions only, and is not in the text shown. Read it as in force in '}
          {region && <a href={showing.link(showing.path.slice(showing.base.length))}>everywhere</a>}
          {regions
            .filter((one) => one !== region)
            .map((one, at) => (
              <>
                {at > 0 || region ? ' · ' : ''}
                <a
                  key={one}
                  href={showing.link(
                    `${showing.path.slice(showing.base.length)}?region=${encodeURIComponent(one)}`,
                  )}
                >
                  {one}
                </a>
              </>
            ))}
        </nav>
      )}
    </>
  )
}

function Below({ given: { contents, lines }, showing }: Part): JSX.Element {
  const [first] = lines
  return (
    <nav class="contents" aria-label="What stands in it">
      <ol>
        {contents.map(({ called, href }) => (
          <li key={href}>
            <a href={showing.link(href)}>{called}</a>
          </li>
        ))}
      </ol>
      {first && (
        <p>
          <a href={showing.link(`${first.href}?whole=yes`)}>All of it on one page</a>
        </p>
      )}
    </nav>
  )
}

function Neighbours({ given: { before, after }, showing: { link } }: Part): JSX.Element | null {
  if (!before && !after) return null
  return (
    <nav class="neighbours" aria-label="Before and after">
      {before && (
        <a href={link(before.href)} rel="prev">
          ← {before.called}
        </a>
      )}
      {after && (
        <a href={link(after.href)} rel="next">
          {after.called} →
        </a>
      )}
    </nav>
  )
}

function Effects({ given: { effects }, showing }: Part): JSX.Element {
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">What has been done to it</h2>
      {effects.length === 0 ? (
        <p>No instrument on record touches this provision.</p>
      ) : (
        <EffectList effects={effects} showing={showing} />
      )}
    </section>
  )
}

function Proposals({ given: { proposals }, showing: { link } }: Part): JSX.Element {
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">Open proposals</h2>
      {proposals.length === 0 ? (
        <p>None touches this provision on this day.</p>
      ) : (
        <ul>
          {proposals.map(({ reference, title, how, href }) => (
            <li key={reference + how}>
              <a href={link(href)}>{reference}</a> {title} <span class="hint">{how}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Takeaway({ given, showing: { link, token } }: Part): JSX.Element {
  const name = given.lines[0]?.href.slice('/code/'.length) ?? ''
  return (
    <section aria-labelledby="takeaway">
      <h2 id="takeaway">Take it away</h2>
      <p>
        <a href={link(`/code/text.docx?provision=${name}`)}>Word</a> ·{' '}
        <a href={link(`/code/text.pdf?provision=${name}`)}>PDF</a> ·{' '}
        <a href={link(`/code/text.txt?provision=${name}`)}>text</a>
      </p>
      {token && (
        <p>
          <a href={link(`/code/drafting?provision=${name}`)}>Draft an amendment of it</a>
        </p>
      )}
    </section>
  )
}

function Makers({ given: { makers }, showing: { link } }: Part): JSX.Element | null {
  const by = new Set(makers.map((one) => one.by))
  if (makers.length === 0 || by.size < 2) return null
  return (
    <section aria-labelledby="makers">
      <h2 id="makers">Who made which words</h2>
      <p class="made-words">
        {makers.map(({ words, by: maker, href }, at) => (
          <span key={`${at}`} class="made">
            {words.trim()} <small>{href ? <a href={link(href)}>{maker}</a> : maker}</small>{' '}
          </span>
        ))}
      </p>
    </section>
  )
}

function History({ given: { history }, showing: { link, entries } }: Part): JSX.Element {
  return (
    <section aria-labelledby="history">
      <h2 id="history">How it came to say this</h2>
      <ol class="stretches" reversed>
        {history.toReversed().map(({ from, words, madeBy, redline, entries: ids }) => (
          <li key={from}>
            <span class="stretch-when">{words}</span>{' '}
            {madeBy.length > 0 && (
              <>
                by{' '}
                {madeBy.map((one, at) => (
                  <>
                    {at > 0 && ', '}
                    {one.href ? <a href={link(one.href)}>{one.words}</a> : one.words}
                  </>
                ))}
              </>
            )}{' '}
            {redline && <a href={link(redline)}>what changed</a>}{' '}
            {ids.length > 0 && <a href={entries(ids)}>entries</a>}
          </li>
        ))}
      </ol>
    </section>
  )
}
