// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { codesPage } from './codes.page.tsx'
import { codesKept, codesView } from './codes.view.ts'
import { confirmParameter } from './confirm-parameter.ts'
import { confirmationsFeed } from './confirmations.feed.ts'
import { confirmationsPage } from './confirmations.page.tsx'
import { confirmationsKept, confirmationsView } from './confirmations.view.ts'
import { parameterPage } from './parameter.page.tsx'
import { parameterView } from './parameter.view.ts'
import { registerCode } from './register-code.ts'
import { rulebookPage } from './rulebook.page.tsx'
import { rulebookTable } from './rulebook.table.ts'
import { entriesOf, parts, rulebookView } from './rulebook.view.ts'

export const governance: Room = {
  name: 'governance',
  listed: { label: 'Rulebook', href: '/rulebook' },
  folds: [codesKept, confirmationsKept],
  commands: [registerCode, confirmParameter],
  registers: [],
  views: [rulebookView, parameterView, confirmationsView, codesView],
  pages: [rulebookPage, parameterPage, confirmationsPage, codesPage],
  feeds: [confirmationsFeed],
  tables: [rulebookTable],
  findable: (reading) =>
    entriesOf(reading)
      .filter(({ part }) => part === 'parameters' || part === 'objectives' || part === 'paths')
      .map(({ part, name, says, words, clause, note }) => ({
        href: part === 'parameters' ? `/rulebook/${name}` : `/rulebook?part=${part}`,
        kind: parts[part],
        title: part === 'parameters' ? name : words,
        words: [says, name, words, clause, note].filter(Boolean).join(' '),
      })),
}
