// The table of sources that can be imported.

import type { Register } from '#decision/register.ts'
import { enterSourceOnRecord } from './enter-source-on-record.ts'

export const sourcesRegister: Register = {
  name: 'sources',
  says: 'Documents and pages that entries cite, one a row',
  command: enterSourceOnRecord,
  columns: [
    { name: 'reference', says: 'the source’s own reference' },
    { name: 'title', says: 'its title, as entries cite it' },
    { name: 'address', says: 'where it can be read, if anywhere' },
  ],
  input: (cells) => ({ ...cells, source: cells.title }),
}
