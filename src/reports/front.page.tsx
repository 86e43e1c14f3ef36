// The front page: the code, where it stands, what happened last, and where one can go from here.

import type { JSX } from 'preact'
import { BasisMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { Timeline } from '#web/timeline.tsx'
import type { Front, frontView } from './front.view.ts'

export const frontPage = (view: ReturnType<typeof frontView>) =>
  page({
    view,
    heading: ({ code }) => ({ title: code.title, kicker: 'Front page' }),
    body: (front, showing) =>
      front.empty ? <Empty front={front} showing={showing} /> : <Gazette {...{ front, showing }} />,
  })

interface Shown {
  readonly front: Front
  readonly showing: Showing
}

function Gazette({ front, showing }: Shown): JSX.Element {
  const { link, entries } = showing
  return (
    <div class="front">
      {front.code.says && <p class="front-says">{front.code.says}</p>}
      <section class="front-standing" aria-labelledby="standing">
        <h2 id="standing">Where it stands on {front.on.words}</h2>
        <dl class="front-figures">
          <Version front={front} showing={showing} />
          <div>
            <dt>Parties</dt>
            <dd>
              <a class="front-number" href={link('/parties')}>
                {front.parties.count}
              </a>
              <p>
                in{' '}
                <a href={link('/parties/voting-groups')}>
                  {front.votingGroups.count} Voting Groups
                </a>
              </p>
              {front.parties.illustrative > 0 && (
                <p>
                  <BasisMark basis="illustrative" /> names and days
                </p>
              )}
            </dd>
          </div>
          <Proposals front={front} showing={showing} />
          <div>
            <dt>Bodies</dt>
            <dd>
              <a class="front-number" href={link('/bodies')}>
                {front.bodies.length}
              </a>
              <p>that govern it, each with its seats and decisions</p>
            </dd>
          </div>
        </dl>
      </section>
      <div class="front-columns">
        <section aria-labelledby="latest">
          <h2 id="latest">What happened last</h2>
          {front.happenings.length === 0 ? (
            <p>Nothing is known to have happened by this day.</p>
          ) : (
            <Timeline
              label="The latest happenings, newest first"
              items={front.happenings.map((one) => ({
                when: one.when.words,
                title: one.href ? <a href={link(one.href)}>{one.says}</a> : one.says,
                ...(one.basis === 'decided-here' ? {} : { basis: one.basis }),
                entry: { label: 'entry', href: entries(one.entries) },
              }))}
            />
          )}
        </section>
        <div class="front-aside">
          <Report front={front} showing={showing} />
          <Next showing={showing} />
          <Bodies front={front} showing={showing} />
        </div>
      </div>
    </div>
  )
}

function Version({ front: { version }, showing }: Shown): JSX.Element {
  return (
    <div>
      <dt>Version in force</dt>
      <dd>
        {version ? (
          <>
            <a class="front-number" href={showing.link(`/code/versions/${version.version}`)}>
              {version.version}
            </a>
            <p>
              {version.certain ? 'since' : 'possibly, since'} {version.since.words}
            </p>
          </>
        ) : (
          <p>not known for this day</p>
        )}
      </dd>
    </div>
  )
}

function Proposals({ front: { modifications }, showing: { link } }: Shown): JSX.Element {
  return (
    <div>
      <dt>Modifications</dt>
      <dd>
        <a class="front-number" href={link('/modifications')}>
          {modifications.onRecord}
        </a>
        <ul>
          {modifications.standings.map(({ words, count }) => (
            <li key={words}>
              <a href={link(`/modifications?status=${encodeURIComponent(words)}`)}>
                {words}: {count}
              </a>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

function Report({ front: { report }, showing: { link } }: Shown): JSX.Element | null {
  return (
    report && (
      <section aria-labelledby="front-report">
        <h2 id="front-report">The year’s report</h2>
        <p>
          <a href={link(`/reports/${report.year}`)}>
            {report.title} {report.year}
          </a>
          : {report.happened.slice(0, 6).join(', ')}. Every figure opens to what lies beneath it.
        </p>
      </section>
    )
  )
}

function Next({ showing: { link } }: Pick<Shown, 'showing'>): JSX.Element {
  return (
    <section aria-labelledby="next">
      <h2 id="next">What you can do next</h2>
      <ul class="front-next">
        <li>
          <a href={link('/modifications')}>Follow a change</a> from proposal to the day it counts
        </li>
        <li>
          <a href={link('/code')}>See the Code through time</a>: versions, directions, variations
        </li>
        <li>
          <a href={link('/parties')}>Find a Party</a>, its category and its Voting Group
        </li>
        <li>
          <a href={link('/rulebook')}>Ask which rule holds</a>, with its clause and how sure we are
        </li>
        <li>
          <a href="/api">Read all of it by program</a>: pages, feeds and data share one address
        </li>
      </ul>
    </section>
  )
}

function Bodies({ front: { bodies }, showing: { link } }: Shown): JSX.Element | null {
  if (bodies.length === 0) return null
  return (
    <section aria-labelledby="front-bodies">
      <h2 id="front-bodies">Who governs it</h2>
      <ul class="front-bodies">
        {bodies.map(({ reference, name }) => (
          <li key={reference}>
            <a href={link(`/bodies/${reference}`)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Empty({ front, showing }: Shown): JSX.Element {
  return (
    <div class="front">
      {front.code.says && <p class="front-says">{front.code.says}</p>}
      <div class="nothing">
        <p>
          <b>Nothing is on record yet.</b> Everything shown here is read from a record of what
          happened; it begins with the first entry.
        </p>
        <ul>
          <li>
            Import a register: <code>bin/secretariat import parties FILE.csv</code>, with{' '}
            <code>--dry-run</code> to see first what would be entered.
          </li>
          <li>
            Enter one thing at a time at the <a href={`${showing.base}/desk`}>operator’s desk</a>.
          </li>
          <li>
            See what the <a href={showing.link('/rulebook')}>rulebook</a> says before anything is
            entered.
          </li>
        </ul>
      </div>
    </div>
  )
}
