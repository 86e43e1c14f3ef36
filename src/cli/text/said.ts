// What a text command says: the answer, what stands beside it, and the exit code.

/** Where answers go, and where what is said beside them goes. */
export interface Tell {
  /** The answer, as it is; whoever writes it ends its lines. */
  readonly answer: (answer: string | Uint8Array) => void
  readonly beside: (line: string) => void
  /** Told once, when all is said. */
  readonly exit: (code: ExitCode) => void
}

/** 0 for the same or done, 1 for differs or conflicts; errors are thrown as refusals with code 2. */
export type ExitCode = 0 | 1

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Says what was not understood of each text, at most ten lines each. */
export function tellNotes(
  tell: Tell,
  texts: readonly { readonly name: string; readonly notes: readonly string[] }[],
): void {
  for (const { name, notes } of texts) {
    for (const note of notes.slice(0, 10)) tell.beside(`${name}: ${note}`)
    if (notes.length > 10) tell.beside(`${name}: and ${notes.length - 10} more of that kind`)
  }
}

/** Columns of words, as wide as they need; the last is not padded. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length)
    })
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
