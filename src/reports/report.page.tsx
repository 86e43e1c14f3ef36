// The report of a year, typeset: cover, contents, and every section with its figures, tables and charts.

import { ClassMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { type ContentsEntry, Folio, Section } from '#web/prose.tsx'
import type { reportView } from './report.view.ts'
import { ReportBlock } from './report-block.tsx'
import { StatusTable } from './report-cover.tsx'
import type { ReportShown, SectionShown } from './report-shown.ts'

export const reportPage = (view: ReturnType<typeof reportView>) =>
  page({
    view,
    heading: ({ title, year, code }) => ({
      title: `${title} ${year.name}`,
      kicker: code.title,
      trail: [{ label: 'Reports', href: '/reports' }],
    }),
    body: (report, showing) => (
      <article class="report">
        <header class="report-cover">
          <p>
            <ClassMark label={report.class.label} open={report.class.id === 'white'} />{' '}
            {report.class.says}
          </p>
          <p class="headline">{report.says}</p>
          {!report.year.over && (
            <p>
              <b>This {report.year.label} is not over yet.</b> What stands here is what is on record
              of it so far.
            </p>
          )}
          <StatusTable report={report} showing={showing} />
        </header>
        <Folio contents={contentsOf(report)}>
          {report.sections.map((section) => (
            <Section
              key={section.id}
              id={section.id}
              number={section.number ?? undefined}
              title={section.title}
              level={section.level}
            >
              {section.blocks.map((block, at) => (
                <ReportBlock key={`${section.id}-${at}`} {...{ block, report, showing }} />
              ))}
              {isBare(section, report) && (
                <p class="quiet">Nothing is on record for this section in {report.year.name}.</p>
              )}
            </Section>
          ))}
        </Folio>
      </article>
    ),
  })

/** Whether a section neither holds anything nor has sections beneath it. */
function isBare(section: SectionShown, { sections }: ReportShown): boolean {
  const next = sections[sections.indexOf(section) + 1]
  const holdsNext =
    next !== undefined &&
    (next.level > section.level ||
      (section.number !== null && next.number?.startsWith(`${section.number}.`) === true))
  return section.blocks.length === 0 && !holdsNext
}

/** Sections within sections, for the contents. */
function contentsOf({ sections }: ReportShown): ContentsEntry[] {
  type Open = { level: number; under: ContentsEntry[] }
  const top: ContentsEntry[] = []
  const open: Open[] = [{ level: 1, under: top }]
  for (const { id, number, title, level } of sections) {
    while (open.at(-1)!.level >= level) open.pop()
    const under: ContentsEntry[] = []
    open.at(-1)!.under.push({ number: number ?? undefined, label: title, href: `#${id}`, under })
    open.push({ level, under })
  }
  return top
}
