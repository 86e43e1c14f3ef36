// `text import` of whole versions: read, planned, entered in one go, and read back from the record.

import type { Outcome, Request } from '#decision/carry-out.ts'
import { registerCode } from '#governance/index.ts'
import { theOperator } from '#journal/information-class.ts'
import { newStore, wordsOf } from '#legal-text/engine/index.ts'
import { type TextOnRecord, textOf, versionsOnRecord } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { referenceAfter } from './import-between.ts'
import { type PlannedVersion, plannedImport } from './import-plan.ts'
import { countsInWords, importRequests } from './import-requests.ts'
import { type ImportAsked, incomingVersions } from './incoming-versions.ts'
import type { TextOffice } from './record-text.ts'
import { asJson, type ExitCode, inColumns, type Tell, tellNotes } from './said.ts'

/** Where and how it is imported. */
export interface ImportHow {
  readonly code: string
  readonly title: string | undefined
  readonly label: string | undefined
  readonly pairs: readonly string[]
  readonly source: string | undefined
  readonly dryRun: boolean
  readonly json: boolean
}

/** Imports versions into the text on record of a code, all or none; begins the text where it has not begun. */
export async function importTexts(
  office: TextOffice,
  asked: ImportAsked,
  how: ImportHow,
  tell: Tell,
): Promise<ExitCode> {
  const { code, label } = how
  const isKnown = office.knows(office.journal.state, code)
  const reading = await office.read({ code, viewer: theOperator })
  const text = isKnown ? textOf(reading) : undefined
  const store = text?.store ?? newStore()
  tell.beside(`Reading ${asked.files.join(', ')} …`)
  // A series keeps versions of its own under the same hashes, so it is read beside the text on record.
  const incoming = incomingVersions(text && asked.format === 'dc-code' ? newStore() : store, asked)
  if (label !== undefined && incoming.length > 1)
    throw new Refused(`--version ${label} names one version; ${incoming.length} were read`, 2)
  tellNotes(
    tell,
    incoming.map((one) => one.text),
  )
  const planned = plannedImport(store, text, incoming, how.pairs)
  const title = how.title ?? titleOf(office, code, planned[0]!)
  const asking = office.asking(code, theOperator)
  const register: Request[] = isKnown
    ? []
    : [{ command: registerCode, input: { name: code, title, demonstration: false }, asking }]
  const labelIsKnown = versionsOnRecord(reading).some(({ row }) => row.data.version === label)
  const source = how.source
  const requests = [
    ...register,
    ...importRequests(planned, { title, label, labelIsKnown, source }, asking),
  ]
  const changing = planned.filter(({ ops }) => ops === null || ops.length > 0)
  if (!how.dryRun)
    tell.beside(`Entering ${changing.length} of ${planned.length} versions, all or none …`)
  const outcomes = await office.act(requests, { rehearse: how.dryRun })
  refuseWhatFailed(requests, outcomes)
  if (!how.dryRun) await readBack(office, code, planned, text)
  const entries = outcomes.flatMap((one) => (one.kind === 'done' ? one.entries : []))
  told(how, tell, planned, { registered: !isKnown, entries: how.dryRun ? 0 : entries.length })
  return 0
}

function titleOf(office: TextOffice, code: string, { root }: PlannedVersion): string {
  const heading = root.own.heading ? wordsOf(root.own.heading).trim() : ''
  return office.codeNamed(code)?.code.title ?? (heading === '' ? code : heading.slice(0, 500))
}

/** Refuses with every reason where one of the requests was refused: then nothing was entered. */
export function refuseWhatFailed(requests: readonly Request[], outcomes: readonly Outcome[]): void {
  const failed = outcomes.flatMap((outcome, at) => {
    if (outcome.kind === 'done') return []
    const name = requests[at]!.command.name
    if (outcome.kind === 'refused')
      return outcome.refusals.map(
        ({ field, says, expected, came, instead }) =>
          `  ${name}: ${[field && `${field}: ${says}`, !field && says, expected && `expected ${expected}`, came && `came: ${came}`, instead].filter(Boolean).join('; ')}`,
      )
    return [`  ${name}: ${outcome.kind === 'stale' ? 'somebody else was first' : outcome.says}`]
  })
  if (failed.length === 0) return
  const more = failed.length > 10 ? [`  and ${failed.length - 10} more`] : []
  throw new Refused(['Nothing was entered.', ...failed.slice(0, 10), ...more].join('\n'), 2)
}

/** Reads each version from the record again, and all that was there; throws where one is not what it must be. */
async function readBack(
  office: TextOffice,
  code: string,
  planned: readonly PlannedVersion[],
  before: TextOnRecord | undefined,
): Promise<void> {
  const read = textOf(await office.read({ code, viewer: theOperator }))
  if (!read) throw new Error(`No text of ${code} could be read back`)
  const standing = (before?.timeline.intervals({ without: 'variations' }) ?? []).map(
    ({ from, version }) => ({ day: from, root: before!.store.root(version) }),
  )
  for (const { day, root } of [...planned, ...standing]) {
    const version = read.timeline.at(day, { without: 'variations' })
    if (version !== root.treeHash)
      throw new Error(
        `The text read back for ${day} has the root ${version}; ${root.treeHash} was expected`,
      )
  }
}

function told(
  { code, dryRun, json }: ImportHow,
  tell: Tell,
  planned: readonly PlannedVersion[],
  { registered, entries }: { readonly registered: boolean; readonly entries: number },
): void {
  if (json) {
    tell.answer(
      asJson({
        code,
        dryRun,
        registered,
        entries,
        versions: planned.map(({ day, root, ops, counts, guessed, text, stored, between }) => ({
          day,
          version: root.treeHash,
          entered: ops === null ? 'beginning' : ops.length > 0 ? 'effect' : 'nothing',
          operations: ops?.length ?? 0,
          sourceHash: stored?.hash ?? null,
          counts,
          guessed,
          findings: text.notes,
          ...(between && {
            supersedes: {
              effect: between.superseded.id,
              by: referenceAfter(between.superseded.id, day),
              on: between.after.from,
              version: between.after.root.treeHash,
              operations: between.ops.length,
              counts: between.counts,
            },
          }),
        })),
      }),
    )
    return
  }
  tell.answer(
    inColumns(
      planned.map(({ day, root, ops, counts }) => [
        day,
        root.treeHash.slice(0, 12),
        ops === null
          ? `the text begins: ${counts.provisions} provisions`
          : ops.length === 0
            ? 'says the same as the text in force; nothing to enter'
            : countsInWords(counts),
      ]),
    ),
  )
  for (const { day, between } of planned)
    if (between)
      tell.beside(
        `${day} comes before ${between.after.from}: ${referenceAfter(between.superseded.id, day)} stands there instead of ${between.superseded.id} (${countsInWords(between.counts)}); every text from that day on stays as it is`,
      )
  for (const { day, guessed } of planned)
    for (const { was, number, clue, score } of guessed
      .toSorted((one, other) => one.score - other.score)
      .slice(0, 10))
      tell.beside(
        `${day}: ${was} is taken to be ${number} by ${clue}, likeness ${score}; --pair OLD=NEW fixes a pairing`,
      )
  const registering = registered ? `the code ${code} registered, ` : ''
  tell.beside(
    dryRun
      ? 'Nothing stands against it; nothing was entered.'
      : `${registering}${entries} entries; each version was read back by its root hash.`,
  )
}
