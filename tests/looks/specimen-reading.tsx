// What is read at length: a report with its charts and figures, and the text of the code with a change marked.

import { ChangeList, Deleted, Inserted, Moved } from '#web/change-marks.tsx'
import { ChartFigure } from '#web/chart.tsx'
import { Figure, FigureTable } from '#web/figure.tsx'
import { renderPage } from '#web/layout.tsx'
import { Clause, Contents, Folio, Glossary, Prose, Section } from '#web/prose.tsx'
import { modelFrame } from './model-frame.ts'

const versions = [
  ['2.0', '2013-09-23'],
  ['2.1', '2014-02-13'],
  ['3.0', '2014-07-01', '2014-07-31'],
  ['4.0', '2015-01-14'],
  ['4.1', '2015-03-18'],
  ['4.2', '2015-07-01', '2015-12-31'],
  ['4.3', '2016-01-28'],
  ['4.4', '2016-03-02'],
  ['4.5', '2016-04-14'],
  ['4.6', '2016-05-19'],
  ['5.0', '2016-07-14'],
  ['5.1', '2016-08-01', '2016-08-31'],
  ['5.2', '2016-11-08'],
  ['5.3', '2017-02-24'],
] as const

const report = (
  <Prose>
    <Contents
      entries={[
        { number: '1', label: 'The year in figures', href: '#figures' },
        {
          number: '2',
          label: 'The Code',
          href: '#code',
          under: [{ number: '2.1', label: 'Its versions', href: '#versions' }],
        },
        { label: 'Glossary', href: '#glossary' },
      ]}
    />
    <Section id="figures" number="1" title="The year in figures">
      <p>
        At 31 March 2017 the Model Code had{' '}
        <Figure value="233" of="Parties" href="/explain/parties.total" /> Parties in{' '}
        <Figure value="189" of="Voting Groups" href="/explain/votingGroups.total" /> Voting Groups.
        Three withdrew in the year, and one was expelled; each number opens to the entries it was
        counted from.
      </p>
      <ChartFigure
        id="categories"
        finding="Small Suppliers are the largest category, with 100 of 233 Parties"
        note="The names behind these counts are illustrative."
        chart={{
          kind: 'bars',
          of: { category: 'Party Category', value: 'Parties' },
          bars: [
            { label: 'Small Suppliers', value: 100, href: '/parties?category=small' },
            { label: 'Others', value: 71 },
            { label: 'Large Suppliers', value: 22 },
            { label: 'Electricity Networks', value: 22 },
            { label: 'Gas Networks', value: 18 },
          ],
        }}
      />
      <FigureTable
        caption="Parties by category at 31 March 2017"
        columns={['Party Category', 'Parties', 'Voting Groups']}
        rows={[
          {
            label: 'Small Suppliers',
            figures: [
              { value: '100', href: '/explain/a' },
              { value: '92', href: '/explain/b' },
            ],
          },
          {
            label: 'Others',
            note: 'All that supply nothing and run no network',
            figures: [{ value: '71', href: '/explain/c', basis: 'known-by-count' }, null],
          },
          {
            label: 'All',
            total: true,
            figures: [
              { value: '233', href: '/explain/d' },
              { value: '189', href: '/explain/e' },
            ],
          },
        ]}
      />
    </Section>
    <Section id="code" number="2" title="The Code">
      <Section id="versions" number="2.1" level={3} title="Its versions">
        <p>
          Fourteen versions are on record. Where only the month is known, the drawing shows the
          whole month.
        </p>
        <ChartFigure
          id="timeline"
          finding="Half of the fourteen versions came in the last year"
          note="Hollow bars are dates known in part."
          chart={{
            kind: 'events',
            from: '2013-07-01',
            to: '2017-06-30',
            marked: { day: '2017-03-31', label: 'End of the year' },
            groups: [
              {
                label: 'Versions',
                events: versions.map(([label, from, to]) => ({
                  label,
                  when: to ? `${from} to ${to}` : from,
                  from,
                  to,
                })),
              },
              {
                label: 'Variations',
                events: [
                  {
                    label: 'Testing at one end only',
                    when: '13 February 2014 to 14 April 2016',
                    from: '2014-02-13',
                    to: '2016-04-14',
                    span: 'period',
                  },
                  {
                    label: 'Northern region excepted',
                    when: '2 September 2016 to 1 June 2017',
                    from: '2016-09-02',
                    to: '2017-06-01',
                    span: 'period',
                  },
                ],
              },
            ],
          }}
        />
      </Section>
    </Section>
    <Section id="glossary" title="Glossary">
      <Glossary
        terms={[
          {
            id: 'term-voting-group',
            term: 'Voting Group',
            meaning:
              'A Party and all that are joined to it by ownership within one category; it has one vote.',
          },
          {
            id: 'term-working-day',
            term: 'Working Day',
            meaning: 'A day that is neither a Saturday, a Sunday nor a bank holiday.',
          },
        ]}
      />
    </Section>
  </Prose>
)

const code = (
  <>
    <ChangeList
      changes={[
        { href: '#D4.2', label: 'D4.2', kind: 'text changed' },
        { href: '#D4.2.b', label: 'D4.2(b)', kind: 'moved' },
      ]}
    />
    <Folio
      contents={[
        { number: 'D1', label: 'What keys are for', href: '/code/D1' },
        {
          number: 'D4',
          label: 'Key ceremonies',
          href: '#D4',
          under: [
            { number: 'D4.1', label: 'Purpose', href: '#D4.1' },
            { number: 'D4.2', label: 'Witnesses', href: '#D4.2' },
          ],
        },
        { number: 'D5', label: 'Loss and recovery', href: '/code/D5' },
      ]}
    >
      <Section id="D4" number="D4" title="Key ceremonies">
        <Clause id="D4.1" label="D4.1" depth={0} heading="Purpose">
          <p>
            A ceremony brings a key into being in such a way that any Party may later be shown how
            it was done.
          </p>
        </Clause>
        <Clause
          id="D4.2"
          label="D4.2"
          depth={0}
          margin={
            <>
              <p>
                In force since <a href="/code/versions/4.1">version 4.1</a>, 18 March 2015.
              </p>
              <p>
                <a href="/modifications/M0003">M0003</a> would change it.
              </p>
            </>
          }
        >
          <p>
            Each ceremony shall be attended by <Deleted>one witness</Deleted>{' '}
            <Inserted>two witnesses</Inserted>, none of whom holds any part of the key, and each of
            whom:
          </p>
          <Clause id="D4.2.a" label="(a)" depth={1} margin={<p>“Record” is defined in A1.</p>}>
            <p>signs the record of the ceremony on the day; and</p>
          </Clause>
          <Clause id="D4.2.b" label="(b)" depth={1}>
            <p>
              <Moved label="moved from D4.3" href="#D4.3">
                keeps a copy of it for not less than five years:
              </Moved>
            </p>
            <Clause id="D4.2.b.i" label="(i)" depth={2}>
              <p>under lock; or</p>
            </Clause>
            <Clause id="D4.2.b.ii" label="(ii)" depth={2}>
              <p>under seal.</p>
            </Clause>
          </Clause>
        </Clause>
        <Clause id="D4.3" label="D4.3" depth={0}>
          <p>The Panel shall publish the date of each ceremony within 10 Working Days after it.</p>
        </Clause>
      </Section>
    </Folio>
  </>
)

export const readingSpecimens = [
  {
    name: 'report',
    html: renderPage({
      ...modelFrame('Reports', {
        title: 'Report on the regulatory year 2016–17',
        path: '/reports/2016-17',
        trail: [{ label: 'Reports', href: '/reports' }],
      }),
      children: report,
    }),
  },
  {
    name: 'code',
    html: renderPage({
      ...modelFrame('The Code', {
        title: 'Section D: Keys',
        path: '/code/D',
        trail: [{ label: 'The Code', href: '/code' }],
      }),
      children: code,
    }),
  },
]
