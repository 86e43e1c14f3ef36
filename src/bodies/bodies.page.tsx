// The list of bodies.

import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { type BodyInList, bodiesView, kinds } from './bodies.view.ts'
import { KnownBy, StandingMark } from './marks.tsx'

export const bodiesPage = page({
  view: bodiesView,
  heading: () => ({ title: 'Bodies' }),
  body: (answer, { link, entries, path, query, nameOf, reading }) => (
    <Register<BodyInList>
      path={path}
      query={query}
      noun={{ one: 'body', many: 'bodies' }}
      count={answer.total}
      headline={
        <>
          {answer.total} {answer.total === 1 ? 'body' : 'bodies'} in the rulebook or on record.{' '}
          <a href={link('/decisions')}>What they decided</a>
        </>
      }
      facets={[
        {
          name: 'kind',
          label: 'Kind',
          options: answer.kinds.map(({ kind, label, count }) => ({ value: kind, label, count })),
        },
      ]}
      columns={[
        {
          key: 'name',
          label: 'Body',
          names: true,
          cell: ({ reference, name, short }) => (
            <a href={link(`/bodies/${reference}`)}>{short ? `${name} (${short})` : name}</a>
          ),
        },
        {
          key: 'standing',
          label: 'Standing',
          cell: (body) => (
            <>
              <StandingMark standing={body.standing} status={body.status} />
              {body.established && <div class="long">{body.established.words}</div>}
            </>
          ),
        },
        {
          key: 'seats',
          label: 'Seats and quorum',
          cell: ({ seats, quorum }) => (
            <div class="long">{quorum === null ? seats : `${seats}. Quorum: ${quorum}`}</div>
          ),
        },
        {
          key: 'chair',
          label: 'Chair',
          cell: ({ chairs }) =>
            chairs
              .map(({ person, holds }) =>
                holds === 'possibly' ? `possibly ${nameOf(person)}` : nameOf(person),
              )
              .join(', ') || 'not known',
        },
        {
          key: 'basis',
          label: 'How we know',
          cell: ({ basis, entries: ids }) =>
            basis ? <KnownBy basis={basis} href={entries(ids)} /> : 'From the rulebook',
        },
      ]}
      rows={answer.bodies}
      rowKey={({ reference }) => reference}
      why={({ kind, purpose }) =>
        `${kinds[kind]}. ${purpose ?? 'The rulebook of this day does not say what it is for.'}`
      }
      sort={null}
      pages={{
        from: answer.bodies.length === 0 ? 0 : 1,
        to: answer.bodies.length,
        ...(answer.next ? { next: { after: answer.next } } : {}),
      }}
      csv={link('/bodies.csv')}
      empty={{
        sentence:
          'No body is in the rulebook or on record by this day. Look at another day, or enter one on record.',
        ...(reading.viewer.name === 'operator'
          ? { action: { label: 'Enter a body', href: link('/desk/enter-body-on-record') } }
          : {}),
      }}
    />
  ),
})
