// The tables of this room that can be imported.

import { cellsByField, type Register } from '#decision/register.ts'
import { enterClaimedTotalOnRecord } from './enter-claimed-total-on-record.ts'
import { enterModificationOnRecord } from './enter-modification-on-record.ts'
import { enterModificationStepOnRecord } from './enter-modification-step-on-record.ts'

type Cells = Readonly<Record<string, string>>

const proposalColumns = [
  { name: 'number', says: 'the proposal’s number' },
  { name: 'title', says: 'its title as the source words it' },
  { name: 'proposer_org', says: 'the organisation that proposed it, if known', field: 'proposer' },
  { name: 'proposer_org_basis', says: 'stated, or what it follows from', field: 'proposerBasis' },
  { name: 'path', says: 'the path as the source words it, if known' },
  { name: 'urgent', says: 'yes or no, if known' },
  { name: 'date_raised', says: 'the date, as far as it is known', field: 'raised' },
  { name: 'change_board_outcome', says: 'as worded, if any', field: 'changeBoardOutcome' },
  { name: 'date_change_board', says: 'its date, as far as it is known', field: 'changeBoardOn' },
  { name: 'authority_outcome', says: 'as worded, if any', field: 'authorityOutcome' },
  { name: 'date_authority', says: 'its date, as far as it is known', field: 'authorityOn' },
  { name: 'implemented_version', says: 'the version that carries it', field: 'implementedVersion' },
  { name: 'date_implemented', says: 'the date, as far as it is known', field: 'implementedOn' },
  { name: 'status', says: 'where it stood on the day of the source' },
  { name: 'status_on', says: 'that day', field: 'statusOn' },
  {
    name: 'status_at_2017_03_31',
    says: 'instead of the two before: where it stood on the day in the column’s name',
    field: 'status',
  },
  { name: 'status_basis', says: 'stated, or what it follows from', field: 'statusBasis' },
  { name: 'sections_affected', says: 'with semicolons between', field: 'sectionsAffected' },
  { name: 'impacted_categories', says: 'with semicolons between', field: 'impactedCategories' },
  { name: 'basis', says: 'on-record, known-by-count or illustrative; left out, on-record' },
  { name: 'source', says: 'where this is stated' },
  { name: 'notes', says: 'anything else' },
]

export const modificationsRegister: Register = {
  name: 'modifications',
  says: 'Modification Proposals, one a row, with all that is known of each',
  command: enterModificationOnRecord,
  columns: proposalColumns,
  mayLack: proposalColumns
    .map(({ name }) => name)
    .filter((name) => !['number', 'title', 'source'].includes(name)),
  input: (cells) => ({ ...cellsByField(cells, proposalColumns), ...statusOf(cells) }),
}

const stepColumns = [
  { name: 'number', says: 'the proposal’s number' },
  { name: 'step', says: 'what was done' },
  { name: 'date', says: 'the day, or the first day of a period, as far as it is known' },
  { name: 'date_end', says: 'the last day of a period', field: 'until' },
  { name: 'date_basis', says: 'stated, or what it follows from', field: 'dateBasis' },
  { name: 'basis', says: 'on-record, known-by-count or illustrative; left out, on-record' },
  { name: 'source', says: 'where this is stated' },
]

export const modificationStepsRegister: Register = {
  name: 'modification-steps',
  says: 'Dated steps of proposals that are on record, one a row',
  command: enterModificationStepOnRecord,
  columns: stepColumns,
  mayLack: ['date_end', 'date_basis', 'basis'],
  input: (cells) => cellsByField(cells, stepColumns),
}

export const claimedTotalsRegister: Register = {
  name: 'claimed-totals',
  says: 'Totals that a source claims, beside which the register’s own count is shown',
  command: enterClaimedTotalOnRecord,
  columns: [
    { name: 'reference', says: 'the claim’s own reference' },
    { name: 'what', says: 'what is counted: modifications raised' },
    { name: 'words', says: 'the total as the source words it' },
    { name: 'period', says: 'the first and the last day, as 2016-02-10/2017-03-31' },
    { name: 'basis', says: 'on-record, known-by-count or illustrative' },
    { name: 'source', says: 'where this is stated' },
  ],
  input: (cells) => cells,
}

/** A status with its day: from its two columns, or from one that bears the day in its name. */
function statusOf(cells: Cells): { readonly status?: string; readonly statusOn?: string } {
  if (cells.status) return { status: cells.status, statusOn: cells.status_on ?? '' }
  for (const [name, status] of Object.entries(cells)) {
    const bearing = /^status_at_(\d{4})_(\d{2})_(\d{2})$/.exec(name)
    if (bearing) return { status, statusOn: bearing.slice(1).join('-') }
  }
  return {}
}
