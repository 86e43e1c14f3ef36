// Comma-separated values after RFC 4180, safe to open in a spreadsheet.

export type Cell = string | number | null

/**
 * A table as text: a header line, then a line a row, each ended by CR LF. Nothing is an empty cell.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers do not.
 * Throws where a row has not as many cells as there are columns.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  for (const [index, row] of rows.entries())
    if (row.length !== columns.length)
      throw new RangeError(
        `Expected ${columns.length} cells (${columns.join(', ')}) in row ${index + 1}, but got ${row.length}`,
      )
  return [columns, ...rows].map((row) => `${lineOf(row)}\r\n`).join('')
}

function lineOf(row: readonly Cell[]): string {
  // A row of one empty cell would be a blank line, which readers pass over.
  if (row.length === 1 && (row[0] === null || row[0] === '')) return '""'
  return row.map(cell).join(',')
}

function cell(value: Cell): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(value) : guarded(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run a text that begins with one of these; one that reads as a number is only a number. */
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}
