// Two open drafts together.

import type { JSX } from 'preact'
import { page, type Showing } from '#web/page.ts'
import { ConflictList, NoticeList } from './conflict-list.tsx'
import { LeastChange } from './draft-parts.tsx'
import { type MergeShown, mergeView } from './merge.view.ts'

export const mergePage = page({
  view: mergeView,
  heading: ({ merged }) => ({
    title: merged
      ? `${merged.left.modification} and ${merged.right.modification} together`
      : 'Two drafts together',
    trail: [
      { label: 'The Code', href: '/code' },
      { label: 'Drafts', href: '/code/drafts' },
    ],
  }),
  body: (answer, showing) => (
    <div class="merge">
      <p class="headline">{headline(answer)}</p>
      {answer.missing.length > 0 && (
        <p class="text-fault">
          {answer.missing.join(', ')} {answer.missing.length === 1 ? 'is' : 'are'} no open draft
          that you can read here.
        </p>
      )}
      <Choose answer={answer} showing={showing} />
      {answer.merged && <Together merged={answer.merged} showing={showing} />}
    </div>
  ),
})

function headline({ merged, open }: MergeShown): string {
  if (!merged)
    return open.length < 2
      ? 'Fewer than two drafts are open, so that there is nothing to put together.'
      : 'Choose two open drafts, to see what they give together.'
  const { conflicts, words } = merged
  return conflicts.length === 0
    ? `On the text of ${words} the two go together.`
    : `On the text of ${words} the two clash in ${conflicts.length === 1 ? 'one place' : `${conflicts.length} places`}.`
}

function Choose({ answer, showing }: { answer: MergeShown; showing: Showing }): JSX.Element | null {
  const { open, merged } = answer
  if (open.length < 2) return null
  const select = (name: string, label: string, chosen: string | undefined) => (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {open.map(({ modification, title }) => (
          <option key={modification} value={modification} selected={modification === chosen}>
            {modification}: {title}
          </option>
        ))}
      </select>
    </p>
  )
  const time = Object.entries(showing.query).filter(([name]) =>
    ['as-of', 'known-at'].includes(name),
  )
  return (
    <form class="compare-form merge-form" action={showing.path} method="get">
      {time.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {select('one', 'One draft', merged?.left.modification ?? open[0]?.modification)}
      {select('other', 'The other', merged?.right.modification ?? open[1]?.modification)}
      <p>
        <button type="submit">Put them together</button>
      </p>
    </form>
  )
}

function Together({
  merged,
  showing,
}: {
  merged: NonNullable<MergeShown['merged']>
  showing: Showing
}) {
  const { left, right, conflicts } = merged
  const link = (modification: string) => (
    <a href={showing.link(`/code/drafts/${modification}`)}>{modification}</a>
  )
  return (
    <>
      <p>
        {link(left.modification)}: {left.title}. {link(right.modification)}: {right.title}.
      </p>
      {conflicts.length > 0 && (
        <>
          <h2>Conflicts</h2>
          <ConflictList
            conflicts={conflicts}
            names={{
              left: left.modification,
              base: 'The text both amend',
              right: right.modification,
            }}
          />
        </>
      )}
      <NoticeList notices={merged.notices} />
      <h2>What the two give together</h2>
      {conflicts.length > 0 && (
        <p class="hint">Where they clash, the text that both amend stands here.</p>
      )}
      <LeastChange redline={merged.redline} link={showing.link} />
    </>
  )
}
