// Modification Proposals as comma-separated values, in the columns in which they can be imported.

import { table } from '#web/page.ts'
import { modificationsView } from './modifications.view.ts'

export const modificationsTable = table({
  view: modificationsView,
  at: '/modifications.csv',
  columns: [
    ...['number', 'title', 'proposer_org', 'proposer_org_basis', 'path', 'urgent', 'date_raised'],
    ...['change_board_outcome', 'date_change_board', 'authority_outcome', 'date_authority'],
    ...['implemented_version', 'date_implemented', 'status', 'status_on', 'status_basis'],
    ...['sections_affected', 'impacted_categories', 'basis', 'source', 'notes'],
  ],
  rows: ({ modifications }) =>
    modifications.map((one) => {
      const { changeBoard, authority, implementation } = one.outcomes
      return [
        ...[one.number, one.title],
        ...[one.proposer?.organisation ?? null, one.proposer?.basis ?? null],
        ...[one.path?.words ?? null, one.urgent === null ? null : one.urgent ? 'Yes' : 'No'],
        one.raised.date,
        ...[changeBoard?.outcome ?? null, changeBoard?.on.date ?? null],
        ...[authority?.outcome ?? null, authority?.on.date ?? null],
        ...[implementation?.outcome ?? null, implementation?.on.date ?? null],
        ...[one.status?.words ?? null, one.status?.on.date ?? null, one.status?.basis ?? null],
        one.sectionsAffected.join(';'),
        one.impacted.map(({ words }) => words).join(';'),
        ...[one.basis, one.source, one.notes],
      ]
    }),
})
