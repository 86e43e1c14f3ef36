// The drafting keys as a register, each with the address that its holder opens.

import type { JSX } from 'preact'
import { ClassMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { type Column, Register } from '#web/register.tsx'
import { type DraftingKeyShown, draftingKeysView } from './drafting-keys.view.ts'

const standings = {
  out: { word: 'Opens its draft', tone: 'open' },
  expired: { word: 'Its time is over', tone: 'ended' },
  withdrawn: { word: 'Withdrawn', tone: 'ended' },
} as const

export const draftingKeysPage = page({
  view: draftingKeysView,
  heading: () => ({
    title: 'Drafting keys',
    trail: [
      { label: 'The Code', href: '/code' },
      { label: 'Drafts', href: '/code/drafts' },
    ],
  }),
  body: ({ keys, total, next, modification }, showing) => {
    const { link, path, query } = showing
    const issue = link(
      `/desk/issue-drafting-key${modification ? `?modification=${modification}` : ''}`,
    )
    return (
      <>
        <p>
          Until people sign in by name, a proposer drafts with a key. It opens one draft, up to the
          class that you chose, and of everything else what anybody reads. Send it only to whom it
          was issued: whoever holds it can draft with it.
        </p>
        <p class="takeaway">
          <a href={issue}>Issue a key</a>
          {modification && (
            <>
              {' '}
              · <a href={link(`/code/drafts/${modification}`)}>The draft of {modification}</a> ·{' '}
              <a href={link('/code/drafting-keys')}>Every key</a>
            </>
          )}
        </p>
        <Register<DraftingKeyShown>
          path={path}
          query={query}
          noun={{ one: 'key', many: 'keys' }}
          count={total}
          headline={headline(keys, modification)}
          facets={[]}
          columns={columns(showing)}
          rows={keys}
          rowKey={({ reference }) => reference}
          why={({ key }) => key && <Handed value={key} />}
          sort={null}
          pages={{ from: 1, to: keys.length, ...(next ? { next: { after: next } } : {}) }}
          empty={{
            sentence: modification
              ? `Nobody holds a key to the draft of ${modification}.`
              : 'Nobody holds a key to any draft.',
            action: { label: 'Issue a key', href: issue },
          }}
        />
      </>
    )
  },
})

function headline(keys: readonly DraftingKeyShown[], modification: string | null): string {
  const out = keys.filter(({ standing }) => standing === 'out').length
  const what = modification ? `to the draft of ${modification}` : 'to drafts'
  if (out === 0) return `No key ${what} opens anything today.`
  return out === 1 ? `One key ${what} is out.` : `${out} keys ${what} are out.`
}

/** The key as its holder uses it: an address to open, and the key itself for a program. */
function Handed({ value }: { value: string }): JSX.Element {
  return (
    <span class="handed-key">
      <a href={`/key?key=${encodeURIComponent(value)}`}>The address to send</a>; for a program, as a
      bearer token: <code>{value}</code>
    </span>
  )
}

function columns({ link, entries }: Showing): readonly Column<DraftingKeyShown>[] {
  return [
    { key: 'reference', label: 'Key', names: true, cell: ({ reference }) => reference },
    {
      key: 'standing',
      label: 'Where it stands',
      cell: ({ standing, entries: ids }) => (
        <a href={entries(ids)}>
          <StateMark {...standings[standing]} />
        </a>
      ),
    },
    {
      key: 'draft',
      label: 'Opens',
      cell: ({ modification, reads }) => (
        <>
          <a href={link(`/code/drafts/${modification}`)}>{modification}</a>{' '}
          <ClassMark label={`up to ${reads}`} open={false} />
        </>
      ),
    },
    { key: 'holder', label: 'Held by', cell: ({ holder }) => holder },
    { key: 'until', label: 'Until', cell: ({ until }) => until.words },
    {
      key: 'withdraw',
      label: 'What can be done',
      cell: ({ reference, standing }) =>
        standing === 'withdrawn' ? (
          'nothing'
        ) : (
          <a href={link(`/desk/withdraw-drafting-key?reference=${reference}`)}>Withdraw it</a>
        ),
    },
  ]
}
