// The requests by which an import is entered: all of them in one go, so that it stands whole or not at all.

import type { Asking, Request } from '#decision/carry-out.ts'
import { draftOf } from '#legal-text/engine/index.ts'
import {
  beginText,
  enterEffect,
  enterVersionOnRecord,
  holdSourceFiles,
  packedFiles,
  startingText,
} from '#legal-text/index.ts'
import { referenceAfter } from './import-between.ts'
import { type PlannedVersion, referenceOf } from './import-plan.ts'

export interface ToEnter {
  readonly title: string
  /** What the version is called; its designation is then what changes the text. */
  readonly label: string | undefined
  /** Whether a version of that label is on record already. */
  readonly labelIsKnown: boolean
  /** Where the files come from, in a person's words. */
  readonly source: string | undefined
}

/** In the order in which they are carried out. */
export function importRequests(
  planned: readonly PlannedVersion[],
  { title, label, labelIsKnown, source }: ToEnter,
  asking: Asking,
): readonly Request[] {
  const request = (command: Request['command'], input: object): Request => ({
    command,
    input,
    asking,
  })
  return planned.flatMap((version): Request[] => {
    const { day, root, ops, stored } = version
    const from = source ?? `Imported from ${version.source}`
    const requests: Request[] = []
    if (ops === null)
      requests.push(
        request(beginText, {
          title,
          began: day,
          draft: draftOf(root),
          gives: root.treeHash,
          source: from,
        }),
      )
    else if (ops.length > 0)
      requests.push(
        request(enterEffect, {
          reference: referenceOf(day),
          instrumentKind: label === undefined ? 'import' : 'designation',
          instrument: label ?? `${version.text.format} ${day}`,
          starts: day,
          ops,
          says: saying(version),
          gives: root.treeHash,
          source: from,
        }),
      )
    if (version.between !== null && ops !== null && ops.length > 0)
      requests.push(request(enterEffect, instead(version, version.between, from)))
    if (stored !== null)
      requests.push(
        request(holdSourceFiles, {
          version: day,
          hash: stored.hash,
          packed: packedFiles(stored.changed).join('\n'),
          source: from,
        }),
      )
    if (label !== undefined && !labelIsKnown)
      requests.push(
        request(enterVersionOnRecord, {
          version: label,
          effective: day,
          dateBasis: 'as said when its text was imported',
          source: from,
        }),
      )
    return requests
  })
}

/** The second of the two steps: by the same instrument on the same day, from the version between to what stood before. */
function instead(
  { day }: PlannedVersion,
  { superseded, after, ops }: NonNullable<PlannedVersion['between']>,
  source: string,
): object {
  const { id, instrument, provisions, starts, says } = superseded
  const why = `Stands instead of ${id}, since the version of ${day} came between.`
  return {
    reference: referenceAfter(id, day),
    instrumentKind: instrument!.kind,
    instrument: instrument!.reference,
    mode: superseded.mode,
    provisions: provisions.join('; '),
    starts: startingText(starts),
    ops,
    says: says === null || says.length + why.length > 3_900 ? why : `${says} ${why}`,
    supersedes: id,
    gives: after.root.treeHash,
    source: superseded.source ?? source,
  }
}

/** What an import did, for whoever reads the entry: how much it changed, and which pairings a person fixed. */
function saying({ counts, pairs, guessed }: PlannedVersion): string {
  const said = `Imported: ${countsInWords(counts)}.`
  const fixed = pairs.length > 0 ? ` Pairings fixed by a person: ${pairs.join(', ')}.` : ''
  const taken =
    guessed.length > 0
      ? ` Taken to be one though their words differ: ${guessed
          .map(({ was, number, clue, score }) => `${was}=${number} (${clue}, ${score})`)
          .join(', ')}.`
      : ''
  const all = `${said}${fixed}${taken}`
  return all.length <= 4_000 ? all : `${all.slice(0, 3_990).replace(/,[^,]*$/, '')}, …`
}

/** For a sentence: '3 new, 1 gone, 4 amended, 0 renumbered, 0 moved'. */
export const countsInWords = ({
  new: fresh,
  gone,
  amended,
  renumbered,
  moved,
}: PlannedVersion['counts']): string =>
  `${fresh} new, ${gone} gone, ${amended} amended, ${renumbered} renumbered, ${moved} moved`
