// Imports a register from comma-separated values: all rows or none, each bad row told with line, column and value.

import { parse } from 'csv-parse/sync'
import type { Asking, Outcome, Request } from '#decision/carry-out.ts'
import type { Refusal } from '#decision/refusal.ts'
import type { Register } from '#decision/register.ts'
import type { Office } from './office.ts'

/** What is wrong with a row: where it stands, what came, what was expected. */
export interface RowFault {
  readonly line: number
  readonly column: string | null
  readonly value: string | null
  readonly says: string
  /** The rule that refused, where one did. */
  readonly rule: string | null
}

export type ImportOutcome =
  | {
      readonly kind: 'imported'
      readonly rows: number
      readonly entries: number
      readonly rehearsed: boolean
    }
  | { readonly kind: 'faults'; readonly faults: readonly RowFault[] }

export interface TableToImport {
  readonly register: Register
  readonly text: string
}

interface Row {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** Imports one table. `first` are requests to be carried out before its rows, in the same go. */
export async function importTable(
  office: Office,
  table: TableToImport,
  asking: Asking,
  how: { readonly rehearse?: boolean; readonly first?: readonly Request[] } = {},
): Promise<ImportOutcome> {
  const read = readTable(table)
  if ('faults' in read) return { kind: 'faults', faults: read.faults }
  const first = how.first ?? []
  const requests = read.rows.map((row) => requestOf(table.register, row, asking))
  const outcomes = await office.act([...first, ...requests], { rehearse: how.rehearse ?? false })
  const faults = outcomes
    .slice(first.length)
    .flatMap((outcome, index) => faultsOf(outcome, table.register, read.rows[index]!))
  const before = outcomes
    .slice(0, first.length)
    .flatMap((outcome) => (outcome.kind === 'done' ? [] : says(outcome)))
  if (faults.length > 0 || before.length > 0)
    return {
      kind: 'faults',
      faults: [
        ...before.map((text) => ({ line: 0, column: null, value: null, says: text, rule: null })),
        ...faults,
      ],
    }
  return {
    kind: 'imported',
    rows: read.rows.length,
    entries: outcomes.flatMap((one) => (one.kind === 'done' ? one.entries : [])).length,
    rehearsed: how.rehearse ?? false,
  }
}

/** The requests of a table's rows, for those who import several tables in one go. Throws where the table cannot be read. */
export function requestsOf(table: TableToImport, asking: Asking): readonly Request[] {
  const read = readTable(table)
  if ('faults' in read)
    throw new Error(read.faults.map(({ line, says: text }) => `line ${line}: ${text}`).join('\n'))
  return read.rows.map((row) => requestOf(table.register, row, asking))
}

function requestOf(register: Register, { cells }: Row, asking: Asking): Request {
  return { command: register.command, input: register.input(cells), asking }
}

/** Rows by line, or what is wrong with the table as a table. */
function readTable({ register, text }: TableToImport): { rows: Row[] } | { faults: RowFault[] } {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as never
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number }
    return { faults: [fault(lines ?? 1, `the table cannot be read: ${message}`)] }
  }
  const [header, ...body] = records
  if (!header) return { faults: [fault(1, `expected a header row: ${headerOf(register)}`)] }
  const names = header.record.map((name) => name.trim())
  const faults = faultsOfHeader(register, names)
  const lines = linesOf(records)
  for (const [index, { record }] of body.entries())
    if (record.length !== names.length)
      faults.push(
        fault(lines[index + 1]!, `expected ${names.length} cells, found ${record.length}`),
      )
  if (faults.length > 0) return { faults }
  return {
    rows: body.map(({ record }, index) => ({
      line: lines[index + 1]!,
      cells: Object.fromEntries(names.map((name, column) => [name, record[column]!.trim()])),
    })),
  }
}

/** The line on which each record begins: a cell may hold line breaks. */
function linesOf(records: readonly { record: string[]; info: { lines: number } }[]): number[] {
  return records.map(({ info, record }) => {
    const breaks = record.join('').split('\n').length - 1
    return info.lines - breaks
  })
}

function faultsOfHeader(register: Register, names: readonly string[]): RowFault[] {
  const known = new Set(register.columns.map(({ name }) => name))
  const mayLack = new Set(register.mayLack ?? [])
  const faults: RowFault[] = []
  for (const { name } of register.columns)
    if (!names.includes(name) && !mayLack.has(name))
      faults.push({
        ...fault(1, `the column ${name} is missing; expected ${headerOf(register)}`),
        column: name,
      })
  for (const name of names)
    if (!known.has(name))
      faults.push({
        ...fault(
          1,
          `the column ${name} is not one of this register; expected ${headerOf(register)}`,
        ),
        column: name,
      })
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index)))
    faults.push({ ...fault(1, `the column ${name} stands there twice`), column: name })
  return faults
}

const headerOf = (register: Register) => register.columns.map(({ name }) => name).join(',')

const fault = (line: number, text: string): RowFault => ({
  line,
  column: null,
  value: null,
  says: text,
  rule: null,
})

function faultsOf(outcome: Outcome, register: Register, { line, cells }: Row): RowFault[] {
  if (outcome.kind === 'done') return []
  if (outcome.kind !== 'refused') return says(outcome).map((text) => fault(line, text))
  return outcome.refusals.map((refusal) => {
    const column = columnOf(refusal, register)
    return {
      line,
      column,
      value: column === null ? (refusal.came ?? null) : (cells[column] ?? refusal.came ?? null),
      says: [refusal.says, refusal.expected && `expected ${refusal.expected}`, refusal.instead]
        .filter(Boolean)
        .join('; '),
      rule: refusal.rule === 'form' ? null : refusal.rule,
    }
  })
}

function columnOf({ field }: Refusal, register: Register): string | null {
  if (field === undefined) return null
  const name = field.split('.')[0]!
  const column =
    register.columns.find((one) => one.field === name) ??
    register.columns.find((one) => one.name === name)
  return column?.name ?? null
}

function says(outcome: Exclude<Outcome, { kind: 'done' }>): string[] {
  switch (outcome.kind) {
    case 'refused':
      return outcome.refusals.map((refusal) => refusal.says)
    case 'stale':
      return [`it was seen at version ${outcome.seen}, and is now at ${outcome.found}`]
    case 'not-allowed':
      return [outcome.says]
  }
}
