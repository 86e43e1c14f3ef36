// The Voting Groups of a day.

import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { IllustrativeNote } from './illustrative-note.tsx'
import { type VotingGroupShown, votingGroupsView } from './voting-groups.view.ts'

export const votingGroupsPage = page({
  view: votingGroupsView,
  heading: () => ({ title: 'Voting Groups', trail: [{ label: 'Parties', href: '/parties' }] }),
  body: (answer, { link, path, query }) => {
    const { votingGroups, total, from, next, all, possibly, parties, categories, sizes } = answer
    return (
      <Register<VotingGroupShown>
        path={path}
        query={query}
        noun={{ one: 'Voting Group', many: 'Voting Groups' }}
        count={total}
        headline={`${parties} Parties form ${all} Voting Groups${possibly > 0 ? `, and possibly ${possibly} more` : ''}.`}
        chart={
          <>
            <p>
              A Voting Group is one Party, or all Parties of one Party Category that ownership links
              on the day. It is computed each time from who owned whom, and kept nowhere.
            </p>
            <IllustrativeNote
              some={answer.illustrative}
              what="The Parties and the ownership that links them are illustrative"
            />
          </>
        }
        facets={[
          {
            name: 'category',
            label: 'Party Category',
            options: categories
              .filter(({ id, count }) => count > 0 || id === query.category)
              .map(({ id, label, count }) => ({ value: id, label, count })),
          },
          {
            name: 'size',
            label: 'Parties in the group',
            options: sizes.map(({ id, label, count }) => ({ value: id, label, count })),
          },
        ]}
        columns={[
          {
            key: 'group',
            label: 'Voting Group',
            names: true,
            cell: ({ members, head }) => {
              const [first, ...others] = members
              return others.length > 0 ? (
                (head ?? first!.name)
              ) : (
                <a href={link(`/parties/${first!.reference}`)}>{first!.name}</a>
              )
            },
          },
          { key: 'category', label: 'Party Category', cell: ({ category }) => category.label },
          { key: 'size', label: 'Parties', numeric: true, cell: ({ members }) => members.length },
          {
            key: 'basis',
            label: 'How we know',
            cell: ({ members }) =>
              members.some(({ illustrative }) => illustrative) && (
                <BasisMark basis="illustrative" />
              ),
          },
        ]}
        rows={votingGroups}
        rowKey={({ id }) => id}
        why={({ members }) =>
          members.length > 1 &&
          members.map(({ reference, name }, at) => (
            <span key={reference}>
              {at > 0 && ', '}
              <a href={link(`/parties/${reference}`)}>{name}</a>
            </span>
          ))
        }
        sort={null}
        pages={{
          from,
          to: from + votingGroups.length - 1,
          ...(next ? { next: { after: next } } : {}),
        }}
        empty={{
          sentence: 'Nobody is on record as a Party on this day, so there is no Voting Group.',
        }}
      />
    )
  },
})
