// `text import dc-acts`: acts whose instructions carry operations come in as effects, each whole or not at all.

import { basename } from 'node:path'
import type { Request } from '#decision/carry-out.ts'
import { theOperator } from '#journal/information-class.ts'
import { type DcAct, importDcAct } from '#legal-text/engine/index.ts'
import { enterEffect } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { readWords } from './bounded-file.ts'
import { boundMarks } from './file-formats.ts'
import { type ImportHow, refuseWhatFailed } from './import-texts.ts'
import { plannedActs, referenceOf } from './planned-acts.ts'
import { recordTextOf, type TextOffice } from './record-text.ts'
import { asJson, type ExitCode, type Tell } from './said.ts'

/** Enters every act that can be applied whole; tells the others by reason; 1 where there are others. */
export async function importActs(
  office: TextOffice,
  { files, on }: { readonly files: readonly string[]; readonly on: string | undefined },
  { code, source, dryRun, json }: ImportHow,
  tell: Tell,
): Promise<ExitCode> {
  const reading = await office.read({ code, viewer: theOperator })
  const { text } = recordTextOf(office, reading, {})
  const acts = files.flatMap(actsIn).filter(({ effective }) => !on || !effective || effective <= on)
  const { applied, left } = plannedActs(text, acts)
  const asking = office.asking(code, theOperator)
  const requests = applied.map(
    ({ act, day, ends, mode, places, ops, root }): Request => ({
      command: enterEffect,
      asking,
      input: {
        reference: referenceOf(act),
        instrumentKind: 'modification',
        instrument: act,
        provisions: listed(places),
        layer: ends === null ? 'permanent' : 'variation',
        mode,
        starts: day,
        ...(ends === null ? {} : { ends, says: `Holds until ${ends}, as the act’s own data say.` }),
        ops,
        gives: root.treeHash,
        source: source ?? `The operations published with ${act}, in ${files.join(', ')}`,
      },
    }),
  )
  if (requests.length > 0)
    refuseWhatFailed(requests, await office.act(requests, { rehearse: dryRun }))
  const byReason = Map.groupBy(left, ({ reason }) => reason)
  if (json)
    tell.answer(
      asJson({
        code,
        dryRun,
        applied: applied.map(({ act, day, ends, mode, ops, root }) => ({
          act,
          day,
          ends,
          mode,
          reference: referenceOf(act),
          operations: ops.length,
          version: root.treeHash,
        })),
        leftOut: left,
      }),
    )
  else {
    for (const { act, day, ends, ops } of applied)
      tell.answer(`${day}  ${act}: ${ops.length} operations${ends ? `, over on ${ends}` : ''}\n`)
    for (const [reason, those] of byReason) {
      tell.beside(`${those.length} not applied: ${reason}`)
      for (const { act, place } of those.slice(0, 5))
        tell.beside(`  ${act}${place === null ? '' : ` at ${place}`}`)
      if (those.length > 5) tell.beside(`  and ${those.length - 5} more`)
    }
    const forATime = applied.filter(({ ends }) => ends !== null).length
    const all =
      forATime > 0
        ? `${applied.length} acts, ${forATime} of them for a time,`
        : `${applied.length} acts`
    tell.beside(
      `${all} ${dryRun ? 'could be entered; nothing was entered' : 'entered, each whole'}; ${left.length} left out`,
    )
  }
  return left.length === 0 ? 0 : 1
}

/** The acts of a file: one in XML, or `{"name", "xml"}` a line. */
function actsIn(path: string): readonly DcAct[] {
  const words = readWords(path)
  boundMarks(words)
  try {
    if (/\.xml(\.gz)?$/.test(path))
      return [importDcAct(basename(path).replace(/\.xml(\.gz)?$/, ''), words)]
    return words
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, at) => {
        const { name, xml } = JSON.parse(line) as { name?: unknown; xml?: unknown }
        if (typeof name !== 'string' || typeof xml !== 'string')
          throw new Error(`line ${at + 1} is no {"name", "xml"}`)
        return importDcAct(name.replace(/\.xml$/, ''), xml)
      })
  } catch (reason) {
    throw new Refused(`${path}: ${(reason as Error).message}`, 2)
  }
}

/** As many as fit into the field. */
const listed = (places: readonly string[]): string =>
  places.reduce((all, place) => {
    const next = all === '' ? place : `${all}; ${place}`
    return next.length > 3_900 ? all : next
  }, '')
