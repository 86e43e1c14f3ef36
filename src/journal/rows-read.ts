// The rows of a record as far as one viewer may see them: where everything that a viewer may not see is taken away.

import type { Fold, Row } from './fold.ts'
import { mayRead, type Viewer } from './information-class.ts'
import type { State } from './state.ts'

/** The rows of a code as far as a viewer may see them. */
export interface RowsRead {
  /** Every row this viewer may see, whatever the day. */
  rows<Data>(fold: Fold<Data, never>): readonly Row<Data>[]
  row<Data>(fold: Fold<Data, never>, key: string): Row<Data> | undefined
}

/** Takes away every row that the viewer may not see. */
export function rowsRead(state: State, code: string, viewer: Viewer): RowsRead {
  const sees = <Data>(fold: Fold<Data, never>, row: Row<Data>) =>
    mayRead(viewer, row.class, fold.about && viewer.own && `${code}/${fold.about(row.data)}`)
  return {
    rows: <Data>(fold: Fold<Data, never>) =>
      ([...state.rows(code, fold.name)] as Row<Data>[]).filter((row) => sees(fold, row)),
    row: <Data>(fold: Fold<Data, never>, key: string) => {
      const row = state.row(code, fold.name, key) as Row<Data> | undefined
      return row && sees(fold, row) ? row : undefined
    },
  }
}
