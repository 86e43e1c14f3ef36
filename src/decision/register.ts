// A register that can be imported from a table: its columns, and the command that each row becomes.

import type { AnyCommand } from './command.ts'

export interface Column {
  readonly name: string
  /** What the column holds, for the reference. */
  readonly says: string
  /** The command's field that it fills, where it has another name. */
  readonly field?: string
}

export interface Register {
  /** As in `bin/secretariat import NAME FILE.csv`. */
  readonly name: string
  readonly says: string
  readonly command: AnyCommand
  readonly columns: readonly Column[]
  /** Columns that a file may leave out. */
  readonly mayLack?: readonly string[]
  /** The command's input from the cells of a row; a name that is no column of the register is passed over. */
  readonly input: (cells: Readonly<Record<string, string>>) => unknown
}

/** The cells of a row by the names of the command's fields; an empty `basis` is left to the command. */
export function cellsByField(
  cells: Readonly<Record<string, string>>,
  columns: readonly Column[],
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    columns
      .filter(({ name }) => cells[name] !== undefined && (name !== 'basis' || cells[name] !== ''))
      .map(({ name, field }) => [field ?? name, cells[name]]),
  )
}
