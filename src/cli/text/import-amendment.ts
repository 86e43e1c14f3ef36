// `text import akn` of an amending document: its operations come in as the draft of a modification.

import { theOperator } from '#journal/information-class.ts'
import {
  type AknAmendmentImport,
  isAknAmendment,
  readAknAmendment,
} from '#legal-text/engine/formats/index.ts'
import type { When } from '#legal-text/engine/index.ts'
import { enterDraft } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { readWords } from './bounded-file.ts'
import { draftNamed } from './drafts-named.ts'
import { boundMarks } from './file-formats.ts'
import { type ImportHow, refuseWhatFailed } from './import-texts.ts'
import { recordTextOf, type TextOffice } from './record-text.ts'
import { asJson, type ExitCode, type Tell } from './said.ts'

/** An amending document as a person named it. */
export interface Amending {
  readonly path: string
  readonly read: AknAmendmentImport
}

/** The one amending document among the files; undefined where all are versions. Refuses what cannot be read whole. */
export function amendingDocument(
  files: readonly string[],
  modification: string | undefined,
): Amending | undefined {
  const [path] = files
  const isOne = files.length === 1 && /\.(xml|akn)(\.gz)?$/.test(path!)
  const xml = isOne ? readWords(path!) : ''
  if (!isAknAmendment(xml)) {
    if (modification === undefined) return undefined
    throw new Refused(
      `${files.join(', ')}: expected one amending document, whose instructions are to be the draft of ${modification}; it holds none. Leave --modification out to import a version`,
      2,
    )
  }
  if (modification === undefined)
    throw new Refused(
      `${path}: an amending document, not a version of a text; add --modification NUMBER to enter it as the draft of that modification`,
      2,
    )
  try {
    boundMarks(xml)
    const read = readAknAmendment(xml)
    const lines = read.notUnderstood.map(({ line, what }) => `  line ${line}: ${what}`)
    if (lines.length > 0)
      throw new Refused(
        [
          `${path}: ${lines.length} instructions say nothing of an operation, so that nothing was entered. Enter them in words: bin/secretariat enter-draft`,
          ...lines.slice(0, 10),
        ].join('\n'),
        2,
      )
    return { path: path!, read }
  } catch (reason) {
    throw reason instanceof Refused
      ? reason
      : new Refused(`${path}: ${(reason as Error).message}`, 2)
  }
}

/** Enters it as a draft; refuses, naming each place, where an operation does not apply to the text that it amends. */
export async function importAmendment(
  office: TextOffice,
  { path, read }: Amending,
  { modification, on }: { readonly modification: string; readonly on: string | undefined },
  { code, title, source, dryRun, json }: ImportHow,
  tell: Tell,
): Promise<ExitCode> {
  const { ops, layer, starts } = read.amendment
  const begins = on ?? startSaid(starts)
  const called = title ?? read.title?.replace(/^Draft of \S+: /, '')
  if (!called) throw new Refused(`${path}: the document has no title; add --title`, 2)
  const input = {
    modification,
    title: called,
    starts: begins,
    layer,
    ops,
    basis: 'on-record',
    source: source ?? `The amending document ${path}`,
  }
  const requests = [{ command: enterDraft, input, asking: office.asking(code, theOperator) }]
  refuseWhatFailed(requests, await office.act(requests, { rehearse: dryRun }))
  const reading = await office.read({ code, viewer: theOperator })
  const { text } = recordTextOf(office, reading, {})
  const version = dryRun ? null : draftNamed(reading, text, modification)!.texts.root.treeHash
  if (json)
    tell.answer(
      asJson({
        code,
        dryRun,
        modification,
        title: called,
        starts: begins,
        operations: ops.length,
        version,
      }),
    )
  else
    tell.answer(
      `${modification}  ${called}: ${ops.length} operations, ${begins}${version ? `, gives ${version.slice(0, 12)}` : ''}\n`,
    )
  tell.beside(
    dryRun
      ? 'Nothing stands against it; nothing was entered.'
      : `Entered as the draft of ${modification}; those who may read red papers see it: bin/secretariat draft ${modification}`,
  )
  return 0
}

const startSaid = (starts: When | undefined): string => {
  if (starts === undefined || starts === 'not-commenced') return 'not-commenced'
  if ('on' in starts) return starts.on
  return 'release' in starts ? `release:${starts.release}` : `event:${starts.event}`
}
