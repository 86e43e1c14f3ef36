// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { evaluateObjective } from './evaluate-objective.ts'
import { evaluationsKept } from './evaluation.ts'
import { explainPage } from './explain.page.tsx'
import { figuresTable } from './figures.table.ts'
import { frontPage } from './front.page.tsx'
import { frontView } from './front.view.ts'
import { reportPage } from './report.page.tsx'
import { explainView, reportView } from './report.view.ts'
import type { ReportedCodes } from './reported-code.ts'
import { reportsFeed } from './reports.feed.ts'
import { reportsPage } from './reports.page.tsx'
import { reportsView } from './reports.view.ts'
import { yearsOnRecord } from './years-on-record.ts'

/** The room, for the codes that are known here. */
export function reportsRoom(codes: ReportedCodes): Room {
  const front = frontView(codes)
  const list = reportsView(codes)
  const report = reportView(codes)
  const explain = explainView(codes)
  return {
    name: 'reports',
    listed: { label: 'Reports', href: '/reports' },
    folds: [evaluationsKept],
    commands: [evaluateObjective(codes)],
    registers: [],
    views: [front, list, report, explain],
    pages: [frontPage(front), reportsPage(list), reportPage(report), explainPage(explain)],
    feeds: [reportsFeed(list)],
    tables: [figuresTable(report)],
    findable: (reading) => {
      const code = codes(reading.code)
      return yearsOnRecord(reading, code).map((year) => ({
        href: `/reports/${year}`,
        kind: 'Report',
        title: `${code?.report?.cover.title} ${year}`,
        words: Object.values(code?.report?.figures ?? {})
          .map(({ label }) => label)
          .join(' '),
      }))
    },
  }
}
