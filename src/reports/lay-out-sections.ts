// The sections of a report for its year: what stands in each, numbered and with live figures in its sentences.

import type { Ground } from './lay-out-figures.ts'
import type { BlockShown, SectionShown } from './report-shown.ts'
import type { Block, SectionDefinition } from './section-definition.ts'
import { runsOf, withYear } from './written.ts'

/** Every section, in the order of the report's data. */
export function shownSections(ground: Ground): SectionShown[] {
  let level = 2
  return ground.report.sections.map((section, at) => {
    const depth = section.number === undefined ? level + 1 : depthOf(section.number)
    if (section.number !== undefined) level = depth
    return {
      number: section.number ?? null,
      id: idOf(section, at),
      level: Math.min(4, depth) as 2 | 3 | 4,
      title: withYear(section.title, ground.asking.words),
      blocks: section.blocks
        .filter((block) => stands(block, ground))
        .map((block) => shownBlock(block, ground)),
    }
  })
}

const depthOf = (number: string) => Math.min(4, 1 + number.split('.').length)

function idOf({ number, title }: SectionDefinition, at: number): string {
  const words = (number ?? `${at} ${title}`).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return `section-${words.replaceAll(/^-|-$/g, '')}`
}

/** Whether a block stands in the report of this year. */
function stands(block: Block, { of, figure }: Ground): boolean {
  const something = (key: string) => {
    const { value } = figure(key)
    return value !== null && value !== 0
  }
  if (block.years && !block.years.includes(of.year.name)) return false
  if (block.if && !something(block.if)) return false
  return !(block.unless && something(block.unless))
}

function shownBlock(block: Block, { asking, figure }: Ground): BlockShown {
  const runs = (text: string) => [...runsOf(text, asking.words, figure)]
  const source = block.source ?? null
  if (block.p !== undefined) return { kind: 'paragraph', runs: runs(block.p), source }
  if (block.list !== undefined) return { kind: 'list', items: block.list.map(runs), source }
  if (block.table !== undefined) return { kind: 'table', id: block.table }
  if (block.chart !== undefined) return { kind: 'chart', id: block.chart }
  return { kind: 'show', what: block.show! }
}
