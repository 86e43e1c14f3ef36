// The list of consultations.

import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { Register } from '#web/register.tsx'
import { StandingMark, standingWord } from './consultation.page.tsx'
import { type ConsultationShown, consultationsView } from './consultations.view.ts'

export const consultationsPage = page({
  view: consultationsView,
  heading: () => ({ title: 'Consultations' }),
  body: (
    { consultations, total, next, possibly, standings },
    { link, entries, path, query, reading },
  ) => (
    <Register<ConsultationShown>
      path={path}
      query={query}
      noun={{ one: 'consultation', many: 'consultations' }}
      count={total}
      headline={
        `${total} ${total === 1 ? 'consultation' : 'consultations'} on record` +
        (possibly > 0 ? `; ${possibly} more may have been opened by this day.` : '.')
      }
      facets={[
        {
          name: 'standing',
          label: 'Standing',
          options: standings.map(({ standing, count }) => ({
            value: standing,
            label: standingWord(standing),
            count,
          })),
        },
      ]}
      columns={[
        {
          key: 'subject',
          label: 'Consultation',
          names: true,
          cell: ({ reference, subject }) => (
            <a href={link(`/consultations/${reference}`)}>{subject}</a>
          ),
        },
        { key: 'owner', label: 'Consulted by', cell: ({ owner }) => owner.name },
        {
          key: 'standing',
          label: 'Standing',
          cell: ({ standing }) => <StandingMark standing={standing} />,
        },
        { key: 'opened', label: 'Opened', cell: ({ opened }) => opened.words },
        { key: 'closes', label: 'Closes', cell: ({ closes }) => closes?.words ?? 'not known' },
        {
          key: 'responses',
          label: 'Responses on record',
          numeric: true,
          cell: ({ responses }) => responses,
        },
        {
          key: 'basis',
          label: 'How we know',
          cell: ({ basis, entries: ids }) => (
            <a href={entries(ids)}>
              {basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}
            </a>
          ),
        },
      ]}
      rows={consultations}
      rowKey={({ reference }) => reference}
      sort={null}
      pages={{
        from: 1,
        to: consultations.length,
        ...(next ? { next: { after: next } } : {}),
      }}
      csv={link('/consultations.csv')}
      empty={{
        sentence:
          reading.viewer.name === 'operator'
            ? 'No consultation is on record as opened by this day. Enter one, or read at a later day.'
            : 'No consultation is on record as opened by this day. Read at a later day.',
      }}
    />
  ),
})
