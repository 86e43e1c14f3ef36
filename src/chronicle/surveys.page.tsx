// The list of surveys.

import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { KnownBy, When } from './marks.tsx'
import { type SurveyShown, surveysView } from './surveys.view.ts'

export const surveysPage = page({
  view: surveysView,
  heading: () => ({ title: 'Surveys', trail: [{ label: 'Chronicle', href: '/chronicle' }] }),
  body: ({ surveys, total, next, kinds }, { link, entries, path, query, reading }) => (
    <Register<SurveyShown>
      path={path}
      query={query}
      noun={{ one: 'survey', many: 'surveys' }}
      count={total}
      headline={`${total} ${total === 1 ? 'survey' : 'surveys'} on record by this day.`}
      facets={[
        {
          name: 'kind',
          label: 'Kind',
          options: kinds.map(({ kind, label, count }) => ({ value: kind, label, count })),
        },
      ]}
      columns={[
        {
          key: 'survey',
          label: 'Survey',
          names: true,
          cell: ({ kindLabel }) => `${kindLabel} survey`,
        },
        {
          key: 'fieldwork',
          label: 'Asked in',
          cell: ({ fieldwork, holds }) => <When date={fieldwork} holds={holds} />,
        },
        {
          key: 'threshold',
          label: 'Score to reach',
          cell: ({ threshold }) => threshold ?? 'not stated',
        },
        { key: 'result', label: 'Result', cell: ({ resultWords }) => resultWords ?? 'not known' },
        {
          key: 'basis',
          label: 'How we know',
          cell: ({ basis, entries: ids }) => <KnownBy basis={basis} href={entries(ids)} />,
        },
      ]}
      rows={surveys}
      rowKey={({ reference }) => reference}
      why={({ notes }) => notes}
      sort={null}
      pages={{
        from: surveys.length === 0 ? 0 : 1,
        to: surveys.length,
        ...(next ? { next: { after: next } } : {}),
      }}
      csv={link('/surveys.csv')}
      empty={{
        sentence:
          'No survey is on record by this day. Look at another day, or enter one on record.',
        ...(reading.viewer.name === 'operator'
          ? { action: { label: 'Enter a survey', href: link('/desk/enter-survey-on-record') } }
          : {}),
      }}
    />
  ),
})
