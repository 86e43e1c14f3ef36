// One decision.

import { Docket } from '#web/docket.tsx'
import { page } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { decisionView } from './decisions.view.ts'
import { DecisionMark, When } from './marks.tsx'

export const decisionPage = page({
  view: decisionView,
  heading: ({ subject, reference }) => ({
    title: subject,
    kicker: reference,
    trail: [{ label: 'Decisions', href: '/decisions' }],
  }),
  body: (decision, { link, entries }) => {
    const entry = { label: 'entry', href: entries(decision.entries) }
    const { body, meeting, on } = decision
    const basis = decision.basis === 'decided-here' ? {} : { basis: decision.basis }
    return (
      <Docket
        state={<DecisionMark decision={decision.decision} words={decision.words} />}
        headline={
          <>
            {body.name}, <When date={on} holds={decision.holds} />.
          </>
        }
        facts={[
          {
            label: 'Who decided',
            value: body.isBody ? <a href={link(`/bodies/${body.id}`)}>{body.name}</a> : body.name,
            entry,
          },
          { label: 'Decision', value: decision.words, entry, ...basis },
          { label: 'When', value: on.words, entry, ...basis },
          {
            label: 'Meeting',
            value: meeting ? <a href={link(`/meetings/${meeting}`)}>{meeting}</a> : 'not known',
            entry,
          },
          { label: 'Source', value: <SourceText source={decision.source} />, entry },
          { label: 'Notes', value: decision.notes ?? 'none', entry },
        ]}
      />
    )
  },
})
