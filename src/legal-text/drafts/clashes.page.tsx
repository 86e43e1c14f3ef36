// The clash radar as one sees it: proposal against proposal, each clash with its grade in words.

import type { JSX } from 'preact'
import { DocketSection } from '#web/docket.tsx'
import { Shape } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { ScrollRegion } from '#web/scroll-region.tsx'
import { type ClashesShown, clashesView } from './clashes.view.ts'
import { GradeMark, gradeTones } from './draft-parts.tsx'

export const clashesPage = page({
  view: clashesView,
  heading: () => ({
    title: 'Clash radar',
    trail: [
      { label: 'The Code', href: '/code' },
      { label: 'Drafts', href: '/code/drafts' },
    ],
  }),
  body: (radar, showing) => (
    <>
      <p class="headline">{headline(radar)}</p>
      {radar.clashes.length > 0 && <Matrix radar={radar} showing={showing} />}
      {radar.clashes.length > 0 && (
        <DocketSection id="clashes" title="Clash by clash">
          <ClashList radar={radar} showing={showing} />
        </DocketSection>
      )}
      <DocketSection id="order" title="Where the order matters">
        <Order radar={radar} showing={showing} />
      </DocketSection>
    </>
  ),
})

function headline({ drafts, clashes, words }: ClashesShown): string {
  if (drafts.length === 0) return 'No draft is open, so nothing can clash.'
  if (drafts.length === 1) return 'One draft is open; it has nobody to clash with.'
  const grave = clashes.filter(({ grade }) => grade === 1).length
  const many = `${drafts.length} open drafts, compared on the text of ${words}: `
  if (clashes.length === 0) return `${many}none has anything to do with another.`
  const pairs = clashes.length === 1 ? 'one pair has' : `${clashes.length} pairs have`
  const worst =
    grave === 0
      ? 'all of them can be made together'
      : `${grave === clashes.length ? (grave === 1 ? 'it' : 'all') : grave === 1 ? 'one of them' : `${grave} of them`} cannot be made together as ${grave === 1 ? 'it stands' : 'they stand'}`
  return `${many}${pairs} to do with each other, and ${worst}.`
}

type Props = { radar: ClashesShown; showing: Showing }

const anchorOf = (between: readonly string[]) =>
  `clash-${between.join('-').replace(/[^A-Za-z0-9-]/g, '')}`

function Matrix({ radar, showing: { link } }: Props): JSX.Element {
  const { drafts, clashes } = radar
  const of = (one: string, other: string) =>
    clashes.find(({ between }) => between.includes(one) && between.includes(other))
  return (
    <ScrollRegion label="Which draft clashes with which">
      <table class="dense clash-matrix">
        <caption>The gravest grade between each two drafts; a dash where there is none</caption>
        <thead>
          <tr>
            <th scope="col">Draft</th>
            {drafts.map(({ modification }) => (
              <th key={modification} scope="col">
                {modification}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ modification: one, title }) => (
            <tr key={one}>
              <th scope="row">
                <a href={link(`/code/drafts/${one}`)}>{one}</a>
                <span class="why">{title}</span>
              </th>
              {drafts.map(({ modification: other }) => {
                const clash = one === other ? undefined : of(one, other)
                return (
                  <td key={other} class={one === other ? 'clash-self' : undefined}>
                    {clash ? (
                      <a
                        class={`clash-cell tone-${gradeTones[clash.grade]}`}
                        href={`#${anchorOf(clash.between)}`}
                      >
                        <Shape tone={gradeTones[clash.grade] ?? 'open'} /> {clash.grade}{' '}
                        {clash.word}
                      </a>
                    ) : one === other ? (
                      <span class="unseen">itself</span>
                    ) : (
                      '–'
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function ClashList({ radar, showing: { link } }: Props): JSX.Element {
  const titleOf = (name: string) =>
    radar.drafts.find(({ modification }) => modification === name)?.title ?? ''
  return (
    <ol class="clash-list">
      {radar.clashes.map(({ between, grades }) => {
        const [one, other] = between as [string, string]
        return (
          <li key={anchorOf(between)} id={anchorOf(between)}>
            <p>
              <a href={link(`/code/drafts/${one}`)}>{one}</a> ({titleOf(one)}) and{' '}
              <a href={link(`/code/drafts/${other}`)}>{other}</a> ({titleOf(other)}).{' '}
              <a href={link(`/code/merge?drafts=${one},${other}`)}>The two together</a>
            </p>
            <ul>
              {grades.map(({ grade, word, says, provisions }) => (
                <li key={grade}>
                  <GradeMark grade={grade} word={word} /> {says}:{' '}
                  {provisions.map(({ id, called, href }, at) => (
                    <span key={id}>
                      {at > 0 && '; '}
                      {href ? <a href={link(href)}>{called}</a> : called}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

function Order({ radar, showing: { link } }: Props): JSX.Element {
  if (radar.order.length === 0)
    return (
      <p>
        Nothing that starts together, be it an effect on record or an open draft, gives another text
        in the other order.
      </p>
    )
  return (
    <ul class="clash-order">
      {radar.order.map(({ with: key, words, pair, how }) => {
        const [one, other] = pair as [(typeof pair)[number], (typeof pair)[number]]
        return (
          <li key={`${key} ${one.name} ${other.name}`}>
            <b>{words.charAt(0).toUpperCase() + words.slice(1)}</b>:{' '}
            <a href={link(one.href)}>{one.name}</a> and <a href={link(other.href)}>{other.name}</a>{' '}
            {orders[how]}
          </li>
        )
      })}
    </ul>
  )
}

const orders = {
  'another-text': 'give another text in the other order.',
  'first-before-second': 'can be carried out in this order only.',
  neither: 'cannot be carried out one after the other as they are worded, whichever comes first.',
}
