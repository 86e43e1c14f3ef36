// A draft on the text now in force: conflicts with all three texts, and for whoever may draft it the form that settles them.

import { page, type Showing } from '#web/page.ts'
import { ConflictList, NoticeList, Settling } from './conflict-list.tsx'
import { LeastChange } from './draft-parts.tsx'
import { draftStream } from './drafts-kept.ts'
import { type RebaseShown, rebaseView } from './rebase.view.ts'
import { rebaseDraft } from './rebase-draft.ts'

export const rebaseNames = {
  left: 'The draft',
  base: 'What both began from',
  right: 'The text now in force',
}

export const rebasePage = page({
  view: rebaseView,
  heading: ({ modification }) => ({
    title: 'On the text now in force',
    kicker: `Draft of ${modification}`,
    trail: [
      { label: 'The Code', href: '/code' },
      { label: 'Drafts', href: '/code/drafts' },
      { label: modification, href: `/code/drafts/${modification}` },
    ],
  }),
  body: (rebase, showing) => (
    <div class="rebase">
      <p class="headline">{headline(rebase)}</p>
      {rebase.conflicts.length > 0 && <h2>Conflicts</h2>}
      {rebase.moved && showing.may(rebaseDraft, draftStream(rebase)) ? (
        <SettleForm rebase={rebase} showing={showing} />
      ) : (
        <ConflictList conflicts={rebase.conflicts} names={rebaseNames} />
      )}
      <NoticeList notices={rebase.notices} />
      <h2>The draft on that text</h2>
      {rebase.conflicts.length > 0 && (
        <p class="hint">
          Where there is a conflict, the text in force stands here until it is settled.
        </p>
      )}
      <LeastChange redline={rebase.redline} link={showing.link} />
    </div>
  ),
})

function headline({ moved, conflicts, words, title }: RebaseShown): string {
  if (!moved) return `“${title}” stands on the text now in force (${words}); nothing is to be done.`
  if (conflicts.length === 0)
    return `The text has moved under “${title}” until ${words}, and nothing is in its way.`
  return `The text has moved under “${title}” until ${words}: ${conflicts.length} ${conflicts.length === 1 ? 'conflict needs' : 'conflicts need'} a person.`
}

function SettleForm({ rebase, showing }: { rebase: RebaseShown; showing: Showing }) {
  const { modification, conflicts } = rebase
  return (
    <form class="settle-form" action={`${showing.base}/desk/rebase-draft`} method="post">
      <input type="hidden" name="token" value={showing.token ?? ''} />
      <input type="hidden" name="modification" value={modification} />
      <ConflictList
        conflicts={conflicts}
        names={rebaseNames}
        under={(conflict, index) => (
          <Settling conflict={conflict} index={index} typed={showing.query} />
        )}
      />
      <p class="form-end">
        <button type="submit" name="step" value="preview">
          {conflicts.length > 0 ? 'Show what was chosen' : 'Carry it onto the text now in force'}
        </button>
      </p>
      <p class="what-next">
        You see the draft on that text, and choose who may read the revision, before anything is
        entered.
      </p>
    </form>
  )
}
