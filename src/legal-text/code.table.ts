// The Code's parts, versions and directions as comma-separated values, in the columns in which they can be imported.

import { table } from '#web/page.ts'
import { codeView } from './code.view.ts'
import { directionsView } from './directions.view.ts'
import { versionsView } from './versions.view.ts'

export const partsTable = table({
  view: codeView,
  at: '/code.csv',
  columns: ['reference', 'title', 'kind', 'from', 'basis', 'confidence', 'source'],
  rows: ({ parts }) =>
    parts.map((part) => [
      part.reference,
      part.title,
      part.kind,
      part.from.date,
      part.basis,
      part.confidence,
      part.source,
    ]),
})

/** With the date that was entered first; the other dates that sources give stand in a table of their own. */
export const versionsTable = table({
  view: versionsView,
  at: '/code/versions.csv',
  columns: [
    ...['version', 'date_effective', 'date_basis', 'made_by', 'contents'],
    ...['basis', 'source', 'notes'],
  ],
  rows: ({ versions }) =>
    versions.map(({ claims: [first], ...version }) => [
      version.version,
      first?.date.date ?? null,
      version.dateBasis,
      version.madeBy,
      version.contents,
      version.basis,
      version.source,
      version.notes,
    ]),
})

export const versionClaimsTable = table({
  view: versionsView,
  at: '/code/version-claims.csv',
  columns: ['version', 'date', 'source', 'basis', 'notes'],
  rows: ({ versions }) =>
    versions.flatMap(({ version, claims }) =>
      claims
        .slice(1)
        .map(({ date, source, basis, notes }) => [version, date.date, source, basis, notes]),
    ),
})

export const directionsTable = table({
  view: directionsView,
  at: '/code/directions.csv',
  columns: ['date', 'provision', 'action', 'description', 'basis', 'source'],
  rows: ({ directions }) =>
    directions.map(({ on, provisions, action, description, basis, source }) => [
      on.date,
      provisions.join(';'),
      action,
      description,
      basis,
      source,
    ]),
})
