// The drafts of amendments as a register.

import { BasisMark, ClassMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { type Column, Register } from '#web/register.tsx'
import { GradeMark } from './draft-parts.tsx'
import { type DraftRow, draftsView, stateWords } from './drafts.view.ts'

export const stateTones = { open: 'open', withdrawn: 'ended', incorporated: 'approved' } as const

export const draftsPage = page({
  view: draftsView,
  heading: () => ({
    title: 'Drafts of amendments',
    trail: [{ label: 'The Code', href: '/code' }],
  }),
  body: ({ drafts, total, next, states }, showing) => {
    const { link, path, query, token, reading } = showing
    return (
      <>
        <p class="takeaway">
          <a href={link('/code/clashes')}>What they have to do with each other</a> ·{' '}
          <a href={link('/code/merge')}>Two of them together</a>
          {token && (
            <>
              {' '}
              · <a href={link('/code/drafting')}>Draft an amendment</a>
            </>
          )}
          {reading.viewer.name === 'operator' && (
            <>
              {' '}
              · <a href={link('/code/drafting-keys')}>Keys of proposers</a>
            </>
          )}
        </p>
        <Register<DraftRow>
          path={path}
          query={query}
          noun={{ one: 'draft', many: 'drafts' }}
          count={total}
          headline={headline(states)}
          facets={[{ name: 'state', label: 'Where it stands', options: states }]}
          columns={columns(showing)}
          rows={drafts}
          rowKey={({ modification }) => modification}
          why={({ title }) => title}
          sort={null}
          pages={{ from: 1, to: drafts.length, ...(next ? { next: { after: next } } : {}) }}
          csv={link('/code/drafts.csv')}
          empty={{
            sentence:
              'No draft of an amendment can be read here. One comes onto the record when it is entered for a modification.',
            ...(token
              ? { action: { label: 'Draft an amendment', href: link('/code/drafting') } }
              : {}),
          }}
        />
      </>
    )
  },
})

function headline(states: readonly { value: string; count: number }[]): string {
  const open = states.find(({ value }) => value === 'open')?.count ?? 0
  return open === 1 ? 'One draft is open.' : `${open === 0 ? 'No' : open} drafts are open.`
}

function columns({ link, entries }: Showing): readonly Column<DraftRow>[] {
  return [
    {
      key: 'modification',
      label: 'Modification',
      names: true,
      cell: ({ modification, basis }) => (
        <>
          <a href={link(`/code/drafts/${modification}`)}>{modification}</a>{' '}
          {basis === 'illustrative' && <BasisMark basis="illustrative" />}
        </>
      ),
    },
    {
      key: 'state',
      label: 'Where it stands',
      cell: ({ state, ...draft }) => (
        <>
          <div>
            <a href={entries(draft.entries)}>
              <StateMark word={stateWords[state]} tone={stateTones[state]} />
            </a>
          </div>
          {draft.class !== 'white' && (
            <div>
              <ClassMark label={draft.class} open={false} />
            </div>
          )}
        </>
      ),
    },
    {
      key: 'touches',
      label: 'Touches',
      long: true,
      cell: ({ touches }) =>
        touches.length === 0
          ? 'cannot be shown here'
          : touches.slice(0, 6).map(({ id, number, href, how }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                {how} <a href={link(href)}>{number || 'a definition'}</a>
              </span>
            )),
    },
    { key: 'starts', label: 'Starts', long: true, cell: ({ starts }) => starts.words },
    {
      key: 'worst',
      label: 'Gravest clash',
      long: true,
      cell: ({ worst }) =>
        worst ? (
          <>
            <GradeMark grade={worst.grade} word={worst.word} />
            <div>with {worst.with.join(', ')}</div>
          </>
        ) : (
          'none'
        ),
    },
  ]
}
