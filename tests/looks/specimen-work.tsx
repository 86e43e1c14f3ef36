// What the office works with: a docket, a form with faults, its answers to check, and the notices.

import { Docket, DocketSection } from '#web/docket.tsx'
import { CheckAnswers, type Field, OfficeForm } from '#web/form.tsx'
import { renderPage } from '#web/layout.tsx'
import { ClassMark, ConfidenceMark, PossiblyMark, StateMark } from '#web/marks.tsx'
import { BrokenNotice, NotFoundNotice, Notice, StaleNotice } from '#web/notice.tsx'
import type { Refusal } from '#web/refusal-list.tsx'
import { Timeline } from '#web/timeline.tsx'
import { modelFrame } from './model-frame.ts'

const trail = [{ label: 'Modifications', href: '/modifications' }]

const docket = (
  <Docket
    state={<StateMark word="With the Authority" tone="due" />}
    headline="The Change Board recommended approval on 14 October 2026; the Authority decides next, by Friday 11 December 2026."
    stages={[
      { name: 'Raised', standing: 'done', actual: '31 May 2026' },
      {
        name: 'Initial assessment',
        standing: 'done',
        actual: '12 June 2026',
        planned: '15 June 2026',
      },
      {
        name: 'Refinement',
        standing: 'late',
        actual: '21 August 2026',
        planned: '7 August 2026',
        note: 'extended by 10 Working Days',
      },
      { name: 'Change Board', standing: 'done', actual: '14 October 2026' },
      { name: 'Authority', standing: 'now', planned: '11 December 2026' },
      { name: 'In force', standing: 'ahead', planned: '25 June 2027' },
    ]}
    facts={[
      {
        label: 'Proposer',
        value: 'Northern Model Networks',
        entry: { label: 'entry 811', href: '/record/811' },
      },
      {
        label: 'Path',
        value: 'Path 2: Authority determines',
        entry: { label: 'entry 811', href: '/record/811' },
        basis: 'on-record',
      },
      { label: 'Urgent', value: 'No', entry: { label: 'entry 814', href: '/record/814' } },
      {
        label: 'Cost to the operator',
        value: 'between £40,000 and £60,000',
        basis: 'illustrative',
        note: 'From the preliminary assessment.',
      },
      {
        label: 'Responses to the consultation',
        value: '2',
        basis: 'known-by-count',
        entry: { label: 'entries 902 to 903', href: '/record/902' },
      },
      { label: 'Votes against', value: '', basis: 'not-known' },
      { label: 'Class of the vote', value: <ClassMark label="Amber" open={false} /> },
      { label: 'Class of the outcome', value: <ClassMark label="White" open={true} /> },
      {
        label: 'Consent',
        value: <PossiblyMark because="known to fall in June 2026">given</PossiblyMark>,
      },
    ]}
  >
    <DocketSection id="what" title="What it changes">
      <p>
        A key ceremony needs two witnesses instead of one. The text of D4.2 and D4.3 changes;
        nothing else refers to them.
      </p>
    </DocketSection>
    <DocketSection id="history" title="History">
      <Timeline
        label="History"
        items={[
          {
            when: '31 May 2026',
            day: '2026-05-31',
            title: 'Raised by Northern Model Networks',
            entry: { label: 'entry 811', href: '/record/811' },
          },
          {
            when: 'in June 2026',
            title: 'Sent to a working group',
            body: <p>The month is known, the day is not.</p>,
            basis: 'on-record',
            entry: { label: 'entry 814', href: '/record/814' },
          },
          {
            when: '14 October 2026',
            day: '2026-10-14',
            title: 'The Change Board recommended approval',
            entry: { label: 'entry 990', href: '/record/990' },
          },
          {
            when: '11 December 2026',
            day: '2026-12-11',
            title: 'The Authority decides',
            ahead: true,
          },
        ]}
      />
    </DocketSection>
    <DocketSection id="rules" title="Figures of the rulebook it rests on">
      <ul>
        <li>
          15 Working Days to comment <ConfidenceMark confidence="seen" />
        </li>
        <li>
          25 Working Days to determine <ConfidenceMark confidence="recalled" />
        </li>
        <li>
          10 Working Days to appeal <ConfidenceMark confidence="assumed" />
        </li>
      </ul>
    </DocketSection>
  </Docket>
)

const categories = ['Large Supplier', 'Small Supplier', 'Network', 'Other'].map((label) => ({
  value: label.toLowerCase(),
  label,
}))

const fields: readonly Field[] = [
  {
    name: 'title',
    label: 'What is the proposal called?',
    kind: 'text',
    required: true,
    hint: 'Up to 100 characters, as it should stand in the register.',
    value: '',
  },
  {
    name: 'category',
    label: 'For which category do you speak?',
    kind: 'choice',
    required: true,
    why: 'Only some categories may raise a proposal of this path.',
    options: categories,
    value: 'network',
  },
  {
    name: 'body',
    label: 'Which body should look at it first?',
    kind: 'choice',
    required: false,
    options: [
      'Panel',
      'Change Board',
      'Security',
      'Testing',
      'Architecture',
      'Keys',
      'Charging',
      'Privacy',
    ].map((label) => ({ value: label, label })),
    value: 'Testing',
  },
  {
    name: 'from',
    label: 'From which day should it hold?',
    kind: 'day',
    required: true,
    value: 'the first of June',
  },
  {
    name: 'discovered',
    label: 'When was the defect found?',
    kind: 'known-date',
    required: false,
    value: 'by July 2026',
  },
  {
    name: 'sites',
    label: 'How many sites does it touch?',
    kind: 'number',
    required: false,
    value: 'about 40',
    hint: 'A whole number.',
  },
  {
    name: 'text',
    label: 'What is wrong, and what would put it right?',
    kind: 'longtext',
    required: true,
    value: 'One witness may be taken ill.\nTwo may not.',
  },
  { name: 'urgent', label: 'It is urgent', kind: 'flag', required: false, value: 'yes' },
]

const refusals: readonly Refusal[] = [
  {
    rule: 'categoryMayPropose',
    sentence: 'Only a Party in a category that the proposal affects may raise it.',
    clause: { label: 'Model Code D2.1', href: '/code/D2.1' },
    whatToDo: 'Ask a Party of an affected category to raise it, or choose Path 3.',
  },
  {
    rule: 'referenceIsFree',
    sentence: 'A proposal of the same title was raised on 5 May 2026.',
    whatToDo: 'Give it another title, or join the one that is there.',
  },
]

const form = (
  <OfficeForm
    action="/modifications"
    fields={fields}
    faults={[
      {
        field: 'title',
        sentence: 'A title of 1 to 100 characters is needed; none came. Write one.',
      },
      {
        field: 'from',
        sentence:
          'A day such as 2027-06-01 is needed; “the first of June” came. Write the day with its year.',
      },
      {
        field: 'sites',
        sentence: 'A whole number is needed; “about 40” came. Write 40 if that is near enough.',
      },
    ]}
    refusals={refusals}
    token="specimen"
    submit="Check the proposal"
    check
    whatNext="You see your answers once more. Nothing is entered until you send them."
  />
)

const answers = (
  <CheckAnswers
    action="/modifications"
    token="specimen"
    answers={[
      {
        name: 'title',
        label: 'What is the proposal called?',
        printed: 'A second witness for key ceremonies',
        value: 'A second witness for key ceremonies',
      },
      {
        name: 'from',
        label: 'From which day should it hold?',
        printed: '1 June 2027',
        value: '2027-06-01',
      },
      {
        name: 'text',
        label: 'What is wrong, and what would put it right?',
        printed: 'One witness may be taken ill.\nTwo may not.',
        value: 'One witness may be taken ill.\nTwo may not.',
      },
    ]}
    submit="Raise the proposal"
    whatNext="The administrator presents it to the Panel within 5 Working Days, by Monday 30 November 2026."
  />
)

const notices = (
  <>
    <Notice kind="info" title="Voting opens on Monday">
      <p>You may read the question now and vote from 30 November 2026.</p>
    </Notice>
    <StaleNotice thing="M0003" href="/modifications/M0003" />
    <Notice kind="refused" title="Nothing has been entered">
      <p>Expected a vote of one of your own categories; the vote of another came.</p>
    </Notice>
    <NotFoundNotice address="/modifications/M9999" search="/search" />
    <BrokenNotice requestId="req-4k2" />
  </>
)

export const workSpecimens = [
  {
    name: 'docket',
    html: renderPage({
      ...modelFrame('Modifications', {
        title: 'A second witness for key ceremonies',
        kicker: 'Modification M0003',
        trail,
        path: '/modifications/M0003',
      }),
      children: docket,
    }),
  },
  {
    name: 'form',
    html: renderPage({
      ...modelFrame('Modifications', {
        title: 'Raise a modification proposal',
        trail,
        path: '/modifications/raise',
        alternates: {},
      }),
      children: form,
    }),
  },
  {
    name: 'check-answers',
    html: renderPage({
      ...modelFrame('Modifications', {
        title: 'Check your answers',
        trail,
        path: '/modifications/raise',
        alternates: {},
      }),
      children: answers,
    }),
  },
  {
    name: 'notices',
    html: renderPage({
      ...modelFrame('Support', {
        title: 'Notices',
        path: '/notices',
        alternates: {},
        demonstration: false,
      }),
      children: notices,
    }),
  },
]
