// Figures: every number is a link to the entries beneath it.

import type { ComponentChildren, JSX } from 'preact'
import { type Basis, BasisMark } from '#web/marks.tsx'
import { ScrollRegion } from '#web/scroll-region.tsx'

/** A figure as it is read, and where the entries beneath it are listed. */
export type FigureValue = { value: string; href: string; basis?: Basis | undefined }

/** A figure within a sentence or a cell. `of` says what it counts, for those who hear the link alone. */
export function Figure({ value, href, of }: FigureValue & { of: string }): JSX.Element {
  return (
    <a class="figure" href={href}>
      {value}
      <span class="unseen"> {of}: the entries beneath this figure</span>
    </a>
  )
}

export type FigureRow = {
  label: string
  /** One figure a column; null where the record does not tell. */
  figures: readonly (FigureValue | null)[]
  note?: ComponentChildren
  /** True for a row that sums the rows above it. */
  total?: boolean | undefined
}

export type FigureTableProps = {
  caption: string
  /** What the rows are, then what each column of figures is. */
  columns: readonly [string, ...string[]]
  rows: readonly FigureRow[]
}

/** A table of figures, each opening to its entries; a figure that the record does not tell says so. */
export function FigureTable({ caption, columns, rows }: FigureTableProps): JSX.Element {
  const [what, ...kinds] = columns
  return (
    <ScrollRegion label={caption}>
      <table class="dense figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" class="numeric">
                {kind}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, figures, note, total }) => (
            <tr key={label} class={total ? 'total' : undefined}>
              <th scope="row">
                {label}
                {note && <span class="why">{note}</span>}
              </th>
              {figures.map((figure, index) => (
                <td key={kinds[index]} class="numeric">
                  {figure ? (
                    <>
                      <Figure
                        {...figure}
                        of={kinds.length > 1 ? `${label}, ${kinds[index]}` : label}
                      />
                      {figure.basis && <BasisMark basis={figure.basis} />}
                    </>
                  ) : (
                    <BasisMark basis="not-known" />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
