// The cover of a report: its versions, and the decision on record that approved each.

import type { JSX } from 'preact'
import { BasisMark } from '#web/marks.tsx'
import type { Showing } from '#web/page.ts'
import { ScrollRegion } from '#web/scroll-region.tsx'
import type { ReportShown } from './report-shown.ts'

export function StatusTable(props: { report: ReportShown; showing: Showing }): JSX.Element {
  const { report, showing } = props
  const caption = 'Document status'
  return (
    <ScrollRegion label={caption}>
      <table class="dense">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Description</th>
            <th scope="col">Approval</th>
          </tr>
        </thead>
        <tbody>
          {report.status.map(({ version, description, approver, decision }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              <td>{description}</td>
              <td>
                {decision ? (
                  <>
                    <a href={showing.link(decision.href)}>
                      {decision.words}, {approver}
                    </a>
                    {`, ${decision.on.words} `}
                    {decision.basis !== 'decided-here' && <BasisMark basis={decision.basis} />}
                  </>
                ) : (
                  `${approver}: no approval on record`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
