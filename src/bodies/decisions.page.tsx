// The list of decisions.

import type { JSX } from 'preact'
import { type Column, DataTable } from '#web/data-table.tsx'
import { page, type Showing } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { type DecisionShown, decisionsView } from './decisions.view.ts'
import { DecisionMark, KnownBy, When } from './marks.tsx'

export const decisionsPage = page({
  view: decisionsView,
  heading: () => ({ title: 'Decisions', trail: [{ label: 'Bodies', href: '/bodies' }] }),
  body: (answer, showing) => (
    <Register<DecisionShown>
      path={showing.path}
      query={showing.query}
      noun={{ one: 'decision', many: 'decisions' }}
      count={answer.total}
      headline={
        <>
          {answer.total} {answer.total === 1 ? 'decision' : 'decisions'} by this day
          {answer.possible > 0 && `; of ${answer.possible} it is not known whether they were taken`}
          .
        </>
      }
      facets={[
        {
          name: 'body',
          label: 'Who decided',
          options: answer.bodies.map(({ id, name, count }) => ({ value: id, label: name, count })),
        },
        {
          name: 'decision',
          label: 'Decision',
          options: answer.words.map(({ decision, label, count }) => ({
            value: decision,
            label,
            count,
          })),
        },
      ]}
      columns={columns(showing)}
      rows={answer.decisions}
      rowKey={({ reference }) => reference}
      why={({ notes }) => notes}
      sort={null}
      pages={{
        from: answer.decisions.length === 0 ? 0 : 1,
        to: answer.decisions.length,
        ...(answer.next ? { next: { after: answer.next } } : {}),
      }}
      csv={showing.link('/decisions.csv')}
      empty={{
        sentence:
          'No decision is on record by this day. Look at another day, or enter one on record.',
        ...(showing.reading.viewer.name === 'operator'
          ? {
              action: {
                label: 'Enter a decision',
                href: showing.link('/desk/enter-decision-on-record'),
              },
            }
          : {}),
      }}
    />
  ),
})

/** Decisions as a table within another page. */
export function DecisionTable(props: {
  caption: string
  decisions: readonly DecisionShown[]
  showing: Showing
}): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      columns={columns(props.showing)}
      rows={props.decisions}
      rowKey={({ reference }) => reference}
      why={({ notes }) => notes}
    />
  )
}

function columns({ link, entries }: Showing): readonly Column<DecisionShown>[] {
  return [
    {
      key: 'subject',
      label: 'Subject',
      names: true,
      cell: ({ reference, subject }) => <a href={link(`/decisions/${reference}`)}>{subject}</a>,
    },
    {
      key: 'body',
      label: 'Who decided',
      cell: ({ body }) =>
        body.isBody ? <a href={link(`/bodies/${body.id}`)}>{body.name}</a> : body.name,
    },
    {
      key: 'decision',
      label: 'Decision',
      cell: ({ decision, words }) => <DecisionMark decision={decision} words={words} />,
    },
    {
      key: 'on',
      label: 'When',
      cell: ({ on, holds }) => (
        <div class="long">
          <When date={on} holds={holds} />
        </div>
      ),
    },
    {
      key: 'basis',
      label: 'How we know',
      cell: ({ basis, entries: ids }) => <KnownBy basis={basis} href={entries(ids)} />,
    },
  ]
}
