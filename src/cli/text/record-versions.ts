// `text versions` on record: every version that the text has had.

import { versionsOfText } from '#legal-text/index.ts'
import type { RecordText } from './record-text.ts'
import { asJson, type ExitCode, inColumns, type Tell } from './said.ts'

/** Tells from when each is in force, what it is called, its root hash, and what made it. */
export function listRecordVersions(
  { reading, region }: RecordText,
  json: boolean,
  tell: Tell,
): ExitCode {
  const versions = versionsOfText(reading, { region }).map(
    ({ from, to, root, labels, effects }) => ({
      from,
      to,
      labels,
      version: root,
      instruments: [
        ...new Set(
          effects.map(({ id, instrument }) =>
            instrument ? `${instrument.kind} ${instrument.reference}` : id,
          ),
        ),
      ],
    }),
  )
  tell.answer(
    json
      ? asJson(versions)
      : inColumns(
          versions.map(({ from, labels, version, instruments }) => [
            from,
            labels.join(', ') || '-',
            version.slice(0, 12),
            instruments.slice(0, 3).join(', ') +
              (instruments.length > 3 ? ` and ${instruments.length - 3} more` : '') ||
              'the beginning',
          ]),
        ),
  )
  return 0
}
