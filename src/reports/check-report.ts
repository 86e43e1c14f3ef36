// Whether the data of a report makes sense: everything it names is there.

import type { ChartDefinition } from './chart-definition.ts'
import { factKinds } from './fact-kinds.ts'
import type { Where } from './figure-definition.ts'
import type { ReportFile } from './report-file.ts'
import { keysIn } from './written.ts'

/** Every fault of sense, as sentences that name the place. */
export function faultsOfReport(report: ReportFile): readonly string[] {
  return [
    ...faultsOfFigures(report),
    ...faultsOfTables(report),
    ...faultsOfCharts(report),
    ...faultsOfSections(report),
    ...faultsOfObjectives(report),
  ]
}

function faultsOfFigures({ figures }: ReportFile): string[] {
  return Object.entries(figures).flatMap(([key, { of, where, count }]) => {
    const field = count === 'facts' ? [] : Object.values(count)
    return faultsOfChoice(`figure ${key}`, of, [...Object.keys(where), ...field])
  })
}

function faultsOfTables({ tables, figures }: ReportFile): string[] {
  return Object.entries(tables).flatMap(([id, table]) => {
    const place = `table ${id}`
    if ('facts' in table)
      return choiceFaults(
        place,
        table.facts,
        table.columns.map(({ field }) => field),
      )
    return table.rows.flatMap(({ label, figures: keys }) => [
      ...(keys.length === table.columns.length - 1
        ? []
        : [
            `${place}: expected ${table.columns.length - 1} figures in the row '${label}', found ${keys.length}`,
          ]),
      ...undefinedKeys(
        place,
        keys.filter((key) => key !== null),
        figures,
      ),
    ])
  })
}

function faultsOfCharts({ charts, figures }: ReportFile): string[] {
  return Object.entries(charts).flatMap(([id, chart]) => {
    const place = `chart ${id}`
    const said = keysIn(`${chart.finding} ${chart.note ?? ''}`)
    return [...undefinedKeys(place, said, figures), ...faultsOfDrawing(place, chart, figures)]
  })
}

function faultsOfDrawing(
  place: string,
  chart: ChartDefinition,
  figures: ReportFile['figures'],
): string[] {
  switch (chart.kind) {
    case 'events':
      return chart.groups.flatMap((group) => choiceFaults(place, group))
    case 'bars': {
      const keys = chart.bars.map(({ figure }) => figure)
      return undefinedKeys(place, keys, figures)
    }
    case 'outcomes':
      return choiceFaults(place, chart.facts, [chart.rows.field, chart.parts.field])
  }
}

function faultsOfSections({ sections, figures, tables, charts }: ReportFile): string[] {
  return sections.flatMap(({ number, title, blocks }) => {
    const place = `section ${number ?? title}`
    return blocks.flatMap((block) => {
      const keys = [block.p ?? '', ...(block.list ?? [])].flatMap(keysIn)
      const asked = [block.if, block.unless].filter((key) => key !== undefined)
      return [
        ...undefinedKeys(place, [...keys, ...asked], figures),
        ...(block.table && !tables[block.table]
          ? [`${place}: no table is named ${block.table}`]
          : []),
        ...(block.chart && !charts[block.chart]
          ? [`${place}: no chart is named ${block.chart}`]
          : []),
      ]
    })
  })
}

function faultsOfObjectives({ objectives, figures }: ReportFile): string[] {
  return Object.entries(objectives).flatMap(([id, { evidence }]) =>
    evidence.flatMap(({ text, years, source }) => [
      ...undefinedKeys(`objective ${id}`, keysIn(text), figures),
      ...(years && !source
        ? [`objective ${id}: expected the source of what is said of certain years`]
        : []),
    ]),
  )
}

function choiceFaults(
  place: string,
  { of, where }: { of: string; where: Where },
  fields: readonly string[] = [],
): string[] {
  return faultsOfChoice(place, of, [...Object.keys(where), ...fields])
}

const fieldsOfAll = ['says', 'when', 'source']

function faultsOfChoice(place: string, of: string, fields: readonly string[]): string[] {
  const kind = factKinds[of]
  if (!kind)
    return [
      `${place}: expected a kind of fact (${Object.keys(factKinds).join(', ')}), found '${of}'`,
    ]
  return fields
    .filter((field) => !kind.fields.includes(field) && !fieldsOfAll.includes(field))
    .map(
      (field) =>
        `${place}: ${of} have the fields ${kind.fields.join(', ')}; '${field}' is none of them`,
    )
}

function undefinedKeys(
  place: string,
  keys: readonly string[],
  figures: ReportFile['figures'],
): string[] {
  return keys.filter((key) => !figures[key]).map((key) => `${place}: no figure is named ${key}`)
}
