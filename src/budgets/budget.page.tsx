// One budget: what is approved, what is only indicated, who was heard and who appealed.

import type { JSX } from 'preact'
import { DataTable } from '#web/data-table.tsx'
import { Docket, DocketSection, type Fact } from '#web/docket.tsx'
import { Figure } from '#web/figure.tsx'
import { BasisMark, ConfidenceMark, PossiblyMark, StateMark } from '#web/marks.tsx'
import { page, type Showing } from '#web/page.ts'
import { SourceText } from '#web/source-text.tsx'
import {
  type AskedByRulebook,
  type BudgetShown,
  budgetView,
  type WindowShown,
  type YearShown,
} from './budgets.view.ts'

export const budgetPage = page({
  view: budgetView,
  heading: ({ years, reference }) => ({
    title: `Budget ${years}`,
    kicker: reference,
    trail: [{ label: 'Budgets', href: '/budgets' }],
  }),
  body: ({ consultations, windows, rulebook, ...budget }, showing) => (
    <Docket headline={headlineOf(budget)} facts={factsOf(budget, consultations, showing)}>
      <DocketSection id="years" title="Year by year">
        {budget.said.length > 0 ? (
          <Years said={budget.said} showing={showing} />
        ) : (
          <p>This budget had not been approved by this day. Read at a later day.</p>
        )}
      </DocketSection>
      <DocketSection id="appeals" title="Appeals">
        {windows.length > 0 ? (
          <Windows windows={windows} showing={showing} />
        ) : (
          <p>
            Nothing is on record of appeals by this day, so their number is not known. That none
            came must be stated by a source.
          </p>
        )}
      </DocketSection>
      {rulebook.length > 0 && (
        <DocketSection id="rulebook" title="What the rulebook says of budgets">
          <Asked asked={rulebook} showing={showing} />
        </DocketSection>
      )}
    </Docket>
  ),
})

function headlineOf({ said }: BudgetShown): string {
  const approved = said.filter(({ kind, holds }) => kind === 'approved' && holds === 'certainly')
  const indicative = said.filter(({ kind }) => kind === 'indicative').map(({ year }) => year)
  const sentences = approved.map(
    ({ year, amount, effective }) =>
      `${amount?.short ?? 'An amount that is not known'} is approved for ${year}, ` +
      `taking effect: ${effective?.words ?? 'not known'}.`,
  )
  if (approved.length === 0) sentences.push('Not known to be approved by this day.')
  if (indicative.length > 0)
    sentences.push(
      `${indicative.join(' and ')} ${indicative.length === 1 ? 'is' : 'are'} subject to further review and consultation.`,
    )
  return sentences.join(' ')
}

type Consulted = readonly { readonly reference: string; readonly subject: string }[]

function factsOf(budget: BudgetShown, consultations: Consulted, showing: Showing): Fact[] {
  const { link, entries } = showing
  const { responses, appeals, said } = budget
  const approvals = said.flatMap((year): Fact[] => {
    if (year.kind !== 'approved') return []
    const entry = { label: 'entry', href: entries(year.entries) }
    const basis = {
      ...(year.basis === 'decided-here' ? {} : { basis: year.basis }),
      ...(year.holds === 'possibly' ? { note: 'possibly not yet approved by this day' } : {}),
    }
    return [
      {
        label: `Approved for ${year.year}`,
        value: year.amount?.words ?? 'not known',
        entry,
        ...basis,
      },
      { label: `${year.year} approved`, value: year.approved.words, entry, ...basis },
      { label: `${year.year} takes effect`, value: year.effective?.words ?? 'not known', entry },
      { label: `Source for ${year.year}`, value: <SourceText source={year.source} />, entry },
    ]
  })
  const counted = (
    { number, entries: ids }: BudgetShown['appeals'],
    of: string,
  ): Partial<Fact> & Pick<Fact, 'value'> =>
    number === null
      ? { value: 'not known', basis: 'not-known' }
      : { value: <Figure value={String(number)} href={entries(ids)} of={of} /> }
  return [
    ...approvals,
    {
      label: 'Draft consulted on',
      value:
        consultations.length > 0
          ? consultations.map(({ reference, subject }) => (
              <a key={reference} href={link(`/consultations/${reference}`)}>
                {subject}
              </a>
            ))
          : 'not known',
    },
    { label: 'Responses to the draft', ...counted(responses, 'responses to the draft') },
    { label: 'Appeals', ...counted(appeals, 'appeals') },
  ]
}

function basisLink(
  { basis, entries: ids }: { basis: YearShown['basis']; entries: readonly string[] },
  { entries }: Showing,
): JSX.Element {
  return (
    <a href={entries(ids)}>
      {basis === 'decided-here' ? 'Entered here' : <BasisMark basis={basis} />}
    </a>
  )
}

function Years({ said, showing }: { said: readonly YearShown[]; showing: Showing }): JSX.Element {
  return (
    <DataTable<YearShown>
      caption="The years of this budget"
      captionUnseen
      columns={[
        { key: 'year', label: 'Year', names: true, cell: ({ year }) => year },
        {
          key: 'amount',
          label: 'Amount',
          numeric: true,
          cell: ({ amount }) => amount?.words ?? 'not known',
        },
        {
          key: 'standing',
          label: 'Standing',
          cell: ({ kind, holds, approved }) => {
            const mark =
              kind === 'approved' ? (
                <StateMark word="Approved" tone="approved" />
              ) : (
                <StateMark word="Subject to further review" tone="due" />
              )
            return holds === 'certainly' ? (
              mark
            ) : (
              <PossiblyMark because={`approved ${approved.words}`}>{mark}</PossiblyMark>
            )
          },
        },
        { key: 'basis', label: 'How we know', cell: (year) => basisLink(year, showing) },
      ]}
      rows={said}
      rowKey={({ year }) => year}
      why={({ notes }) => notes}
    />
  )
}

/** A window whose two ends are known to lie in the same interval lay somewhere within it. */
function printWindow({ from, to }: WindowShown): string {
  return from.date === to.date ? from.words : `${from.words} to ${to.words}`
}

function Windows({
  windows,
  showing,
}: {
  windows: readonly WindowShown[]
  showing: Showing
}): JSX.Element {
  return (
    <DataTable<WindowShown>
      caption="Windows in which one could appeal"
      captionUnseen
      columns={[
        { key: 'window', label: 'Window', names: true, cell: printWindow },
        { key: 'number', label: 'Appeals', numeric: true, cell: ({ number }) => number },
        { key: 'basis', label: 'How we know', cell: (window) => basisLink(window, showing) },
      ]}
      rows={windows}
      rowKey={({ from, to }) => `${from.date} to ${to.date}`}
      why={({ notes }) => notes}
    />
  )
}

function Asked({
  asked,
  showing,
}: {
  asked: readonly AskedByRulebook[]
  showing: Showing
}): JSX.Element {
  return (
    <DataTable<AskedByRulebook>
      caption="What the rulebook says of budgets on this day"
      captionUnseen
      columns={[
        {
          key: 'says',
          label: 'What it settles',
          names: true,
          cell: ({ says, name }) => <a href={showing.link(`/rulebook/${name}`)}>{says}</a>,
        },
        { key: 'value', label: 'Value', cell: ({ value }) => value },
        { key: 'clause', label: 'Clause', cell: ({ clause }) => clause ?? 'not known' },
        {
          key: 'confidence',
          label: 'How sure',
          cell: ({ confidence, verified }) =>
            verified && confidence !== 'seen' ? (
              <StateMark word="Confirmed" tone="approved" />
            ) : (
              <ConfidenceMark confidence={confidence} />
            ),
        },
      ]}
      rows={asked}
      rowKey={({ name }) => name}
    />
  )
}
