// A dense table in a scroll region that the keyboard can reach.

import type { ComponentChildren, JSX } from 'preact'
import { firstPageWith, type Query } from '#web/address.ts'
import { ScrollRegion } from '#web/scroll-region.tsx'

/** One column. The column with `names: true` names its row and is the row's header; there is exactly one. */
export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  names?: boolean | undefined
  /** Figures: set to the right, in figures of one width. */
  numeric?: boolean | undefined
  /** Cells of more than a few words, which may break into lines. */
  long?: boolean | undefined
  sortable?: boolean | undefined
}

/** The order of a table: `sort=key` rising, `sort=-key` falling. */
export type Sort = { key: string; falling: boolean }

export type DataTableProps<Row> = {
  caption: string
  /** True hides the caption from the eye, where a heading beside the table says the same. */
  captionUnseen?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** One line under the name of each row: why it matters to the reader. */
  why?: ((row: Row) => ComponentChildren) | undefined
  /** Present where the headers of sortable columns are links. */
  sorting?: { path: string; query: Query; sort: Sort | null } | undefined
}

/** A table with caption, column headers and row headers. Give it rows that are already in order. */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const { caption, captionUnseen, columns, rows, rowKey, why, sorting } = props
  return (
    <ScrollRegion label={caption}>
      <table class="dense">
        <caption class={captionUnseen ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} why={why} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type HeaderProps<Row> = { column: Column<Row>; sorting: DataTableProps<Row>['sorting'] }

function Header<Row>({ column, sorting }: HeaderProps<Row>): JSX.Element {
  const { key, label, numeric, sortable } = column
  if (!sorting || !sortable) {
    return (
      <th scope="col" class={numeric ? 'numeric' : undefined}>
        {label}
      </th>
    )
  }
  const sorted =
    sorting.sort?.key === key ? (sorting.sort.falling ? 'descending' : 'ascending') : undefined
  const next = sorted === 'ascending' ? `-${key}` : key
  return (
    <th scope="col" class={numeric ? 'numeric' : undefined} aria-sort={sorted}>
      <a href={firstPageWith(sorting.path, sorting.query, { sort: next })}>
        {label}
        <span class="sort-arrow" aria-hidden="true">
          {sorted && (sorted === 'ascending' ? '↑' : '↓')}
        </span>
      </a>
    </th>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; why: DataTableProps<Row>['why'] }

function Cell<Row>({ column, row, why }: CellProps<Row>): JSX.Element {
  if (!column.names)
    return (
      <td class={column.numeric ? 'numeric' : column.long ? 'long' : undefined}>
        {column.cell(row)}
      </td>
    )
  const reason = why?.(row)
  return (
    <th scope="row">
      {column.cell(row)}
      {reason && <span class="why">{reason}</span>}
    </th>
  )
}
