// One consultation and what came in.

import type { JSX, VNode } from 'preact'
import { DataTable } from '#web/data-table.tsx'
import { Docket, DocketSection } from '#web/docket.tsx'
import { BasisMark, StateMark, type Tone } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import { consultationView, type ResponseShown } from './consultations.view.ts'
import type { Standing } from './standing.ts'

export const consultationPage = page({
  view: consultationView,
  heading: ({ subject, reference }) => ({
    title: subject,
    kicker: reference,
    trail: [{ label: 'Consultations', href: '/consultations' }],
  }),
  body: ({ received, ...consultation }, showing) => {
    const { link, entries, reading } = showing
    const { owner, opened, closes, responses, notes, source } = consultation
    const entry = { label: 'entry', href: entries(consultation.entries) }
    const basis = consultation.basis === 'decided-here' ? {} : { basis: consultation.basis }
    const known = reading.rulebook.bodies.some(({ id }) => id === owner.id)
    return (
      <Docket
        state={<StandingMark standing={consultation.standing} />}
        headline={
          `Opened: ${opened.words}. Closes: ${closes?.words ?? 'not known'}. ` +
          `${responses} ${responses === 1 ? 'response' : 'responses'} on record.`
        }
        facts={[
          {
            label: 'Consulted by',
            value: known ? <a href={link(`/bodies/${owner.id}`)}>{owner.name}</a> : owner.name,
            entry,
            ...basis,
          },
          { label: 'Opened', value: opened.words, entry, ...basis },
          {
            label: 'Closes',
            value: closes?.words ?? 'not known',
            entry,
            ...(closes ? { ...basis, note: 'by local clocks' } : { basis: 'not-known' as const }),
          },
          { label: 'Source', value: <SourceText source={source} />, entry },
          { label: 'Notes', value: notes ?? 'none', entry },
        ]}
      >
        <DocketSection id="responses" title="Responses">
          {received.length > 0 ? (
            responsesTable(received, showing)
          ) : (
            <p>No response is on record as received by this day.</p>
          )}
        </DocketSection>
      </Docket>
    )
  },
})

const responsesTable = (received: readonly ResponseShown[], { entries }: Showing): VNode => (
  <DataTable<ResponseShown>
    caption="Responses received"
    captionUnseen
    columns={[
      { key: 'number', label: 'Response', names: true, cell: ({ number }) => `Response ${number}` },
      {
        key: 'respondent',
        label: 'Respondent',
        cell: ({ respondent }) => respondent ?? 'not known',
      },
      {
        key: 'received',
        label: 'Received',
        cell: ({ received: date, late }) => (
          <>
            {date.words} {late && <StateMark word="Late" tone="due" />}
          </>
        ),
      },
      {
        key: 'basis',
        label: 'How we know',
        cell: ({ basis, entries: ids }) => (
          <a href={entries(ids)}>
            {basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}
          </a>
        ),
      },
    ]}
    rows={received}
    rowKey={({ number }) => String(number)}
    why={({ notes }) => notes}
  />
)

const marks: Record<Standing, { word: string; tone: Tone }> = {
  ahead: { word: 'Not yet opened', tone: 'ended' },
  'possibly-open': { word: 'Possibly open', tone: 'due' },
  open: { word: 'Open', tone: 'open' },
  closed: { word: 'Closed', tone: 'ended' },
  'not-known': { word: 'Close not known', tone: 'due' },
}

/** How a consultation stands, as a mark. */
export function StandingMark({ standing }: { standing: Standing }): JSX.Element {
  return <StateMark {...marks[standing]} />
}

/** The word of a standing, for facets. */
export function standingWord(standing: Standing): string {
  return marks[standing].word
}
