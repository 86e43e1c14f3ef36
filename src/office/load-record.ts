// Loads the record that stands in a code's folder: every register in order, in one go, so that a load that is
// broken off leaves nothing behind.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Request } from '#decision/carry-out.ts'
import { theOperator } from '#journal/information-class.ts'
import { requestsOf } from './import-table.ts'
import type { Office } from './office.ts'

const order = z.array(z.object({ register: z.string(), file: z.string() }))

/** Loads `FOLDER/record.yaml` and what it lists, after `first`. Gives how many entries were made. Throws with every fault. */
export async function loadRecord(
  office: Office,
  code: string,
  folder: string,
  first: readonly Request[],
): Promise<number> {
  const asking = office.asking(code, theOperator)
  const list = join(folder, 'record.yaml')
  const registers = existsSync(list) ? order.parse(parse(readFileSync(list, 'utf8'))) : []
  const requests = registers.flatMap(({ register: name, file }) => {
    const register = office.registers.find((one) => one.name === name)
    if (!register) throw new Error(`${list}: no register is named ${name}`)
    const text = readFileSync(join(folder, file), 'utf8')
    return requestsOf({ register, text }, asking).map((request, row) => ({
      request,
      file,
      row: row + 2,
    }))
  })
  const outcomes = await office.act([...first, ...requests.map(({ request }) => request)])
  const faults = outcomes.flatMap((outcome, index) => {
    if (outcome.kind === 'done') return []
    const from = requests[index - first.length]
    const told =
      outcome.kind === 'refused'
        ? outcome.refusals.map(
            ({ rule, field, says, came }) =>
              `${rule} ${field ?? ''}: ${says} (came: ${came ?? '-'})`,
          )
        : [JSON.stringify(outcome)]
    return told.map(
      (text) => `${from ? `${from.file}, row ${from.row}` : 'before the tables'}: ${text}`,
    )
  })
  if (faults.length > 0)
    throw new Error(`The record of ${code} does not load:\n${faults.slice(0, 40).join('\n')}`)
  return outcomes.flatMap((outcome) => (outcome.kind === 'done' ? outcome.entries : [])).length
}
