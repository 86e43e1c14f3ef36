// Effects on the text as a register, and one by itself.

import { Docket, DocketSection } from '#web/docket.tsx'
import { StateMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { SourceText } from '#web/source-text.tsx'
import { effectTones } from './effect-list.tsx'
import type { EffectShown } from './effect-shown.ts'
import { effectsView, effectView } from './effects.view.ts'

const trail = [{ label: 'The Code', href: '/code' }]

export const effectsPage = page({
  view: effectsView,
  heading: () => ({ title: 'What has been done to the text', trail }),
  body: ({ effects, total, next, standings }, { link, entries, path, query }) => (
    <Register<EffectShown>
      path={path}
      query={query}
      noun={{ one: 'effect', many: 'effects' }}
      count={total}
      headline={`${total} ${total === 1 ? 'effect' : 'effects'} of instruments on the text.`}
      facets={[{ name: 'stands', label: 'On this day', options: standings }]}
      columns={[
        {
          key: 'effect',
          label: 'Effect',
          names: true,
          cell: ({ reference, sentence }) => (
            <a href={link(`/code/effects/${reference}`)}>{sentence}</a>
          ),
        },
        {
          key: 'stands',
          label: 'On this day',
          cell: ({ stands }) => <StateMark {...effectTones[stands]} />,
        },
        {
          key: 'provisions',
          label: 'Provisions',
          long: true,
          cell: ({ provisions }) => provisions.join(', ') || 'none named',
        },
        { key: 'ends', label: 'Over', long: true, cell: ({ ends }) => ends ?? '' },
        {
          key: 'entry',
          label: 'Entry',
          cell: ({ entries: ids }) => <a href={entries(ids)}>entry</a>,
        },
      ]}
      rows={effects}
      rowKey={({ reference }) => reference}
      why={({ says }) => says}
      sort={null}
      pages={{ from: 1, to: effects.length, ...(next ? { next: { after: next } } : {}) }}
      csv={link('/code/effects.csv')}
      empty={{
        sentence:
          'No instrument on record has done anything to the text. One is entered when a modification, a designation or a direction takes effect.',
      }}
    />
  ),
})

export const effectPage = page({
  view: effectView,
  heading: ({ reference }) => ({
    title: reference,
    kicker: 'An effect on the text',
    trail: [...trail, { label: 'What has been done to the text', href: '/code/effects' }],
  }),
  body: (effect, { link, entries }) => (
    <Docket
      headline={`${effect.sentence}.`}
      state={<StateMark {...effectTones[effect.stands]} />}
      facts={[
        {
          label: 'Provisions',
          value: effect.provisions.join(', ') || 'none named',
          basis: effect.basis === 'decided-here' ? undefined : effect.basis,
          entry: { label: 'entry', href: entries(effect.entries) },
        },
        { label: 'Layer', value: effect.layer },
        {
          label: 'By',
          value: effect.instrument?.href ? (
            <a href={link(effect.instrument.href)}>{effect.instrument.words}</a>
          ) : (
            (effect.instrument?.words ?? '')
          ),
        },
        { label: 'Starts', value: effect.starts },
        { label: 'Over', value: effect.ends ?? 'nothing on record ends it' },
        ...(effect.regions.length > 0
          ? [{ label: 'Regions', value: effect.regions.join(', ') }]
          : []),
        {
          label: 'Source',
          value: effect.source === null ? 'decided here' : <SourceText source={effect.source} />,
        },
      ]}
    >
      {effect.says && <p>{effect.says}</p>}
      {effect.faults.map((fault) => (
        <p key={fault} class="text-fault">
          {fault}
        </p>
      ))}
      <DocketSection id="operations" title="What it does to the words">
        {effect.wordsHeld ? (
          <>
            <ol>
              {effect.operations.map(({ n, op, provision, href, instruction }) => (
                <li key={n}>
                  {instruction ? (
                    <span class="instruction">{instruction} </span>
                  ) : (
                    `${op} ${href ? '' : provision} `
                  )}
                  {href && <a href={link(href)}>{provision}</a>}
                </li>
              ))}
            </ol>
            {effect.redline && (
              <p>
                <a href={link(effect.redline)}>What changed on that day</a>
              </p>
            )}
          </>
        ) : (
          <p>
            Its words are not held: a source tells that it was given and what it named, not what it
            says.
          </p>
        )}
      </DocketSection>
    </Docket>
  ),
})
