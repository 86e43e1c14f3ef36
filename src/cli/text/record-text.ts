// The text on record as the text commands read it: versions by day, label or root hash, and files beside them.

import { existsSync } from 'node:fs'
import { sourceFilesKept, type TextOnRecord, textAt, versionMeant } from '#legal-text/index.ts'
import type { Reading } from '#reading/reading.ts'
import type { OpenOffice } from '../../open-office.ts'
import { mustKnow, Refused, type Shared, viewerOf, withOffice } from '../session.ts'
import { asReadText, draftNamed } from './drafts-named.ts'
import type { Tracked } from './file-formats.ts'
import { isDay, namedText } from './named-text.ts'
import { type ReadsTexts, type ReadText, readTexts } from './read-texts.ts'

/** What of the office a text command needs. */
export type TextOffice = Omit<OpenOffice, 'close'>

/** Opens the office, does something with it, and closes it. */
export type OpensOffice = <T>(
  options: Shared,
  act: (office: TextOffice) => Promise<T>,
  how?: { readonly reading?: boolean },
) => Promise<T>

export const opensOffice: OpensOffice = (options, act, how) => withOffice(options, act, how)

/** The text on record of one code, read at once. */
export interface RecordText {
  readonly code: string
  readonly office: TextOffice
  readonly reading: Reading
  readonly text: TextOnRecord
  /** Reads versions by day, label or root hash, and files into the same store. */
  readonly read: ReadsTexts
  /** The version meant by a word; that of today where there is none. */
  version(word: string | undefined): ReadText
}

/** Does something with the text on record of the code named. Refuses where the code or its text is not there. */
export function withRecordText<T>(
  options: Shared & { readonly tracked?: Tracked },
  open: OpensOffice,
  act: (record: RecordText) => Promise<T> | T,
): Promise<T> {
  const reading = async (office: TextOffice): Promise<T> => {
    const { code } = options
    try {
      mustKnow(office as OpenOffice, code)
    } catch (reason) {
      throw new Refused((reason as Error).message, 2)
    }
    const asked = await office.read({ code, viewer: viewerOf(options) })
    return act(recordTextOf(office, asked, options.tracked))
  }
  return open(options, reading, { reading: true })
}

/** The text of a reading. Refuses where none has begun. */
export function recordTextOf(
  office: TextOffice,
  reading: Reading,
  tracked: Tracked | undefined,
): RecordText {
  const { code } = reading
  const today = textAt(reading, { on: lastDay })
  if (!today)
    throw new Refused(
      `The text of ${code} has not begun: bin/secretariat text import FORMAT FILE.. --code ${code} begins it`,
      2,
    )
  const { text } = today
  const version = (word: string | undefined): ReadText => {
    const meant = versionMeant(reading, word ?? reading.today)
    if (!meant) throw new Refused(unknownVersion(text, word ?? reading.today), 2)
    const at = textAt(reading, { on: meant.day })!
    return {
      name: `${code}@${word ?? meant.day}`,
      format: 'record',
      date: meant.version.from,
      root: at.root,
      series: code,
      identified: new Set(),
      sourceHash: sourceHashAt(reading, meant.version.from, at.root.treeHash),
      notes: [
        ...at.interval.faults.map(
          ({ effect }) => `the effect ${effect} cannot be applied, and is left out`,
        ),
        ...at.regional.map(
          ({ id }) => `the effect ${id} holds in some regions only, and is left out`,
        ),
      ],
    }
  }
  const read = (word: string): ReadText => {
    const draft = draftNamed(reading, text, word)
    if (draft) return asReadText(code, word, draft.texts.root)
    const isVersion = versionMeant(reading, word) !== undefined
    const file = isVersion ? undefined : namedText(word, undefined, tracked)
    return file && existsSync(file.path) ? readTexts(text.store, [file])[0]! : version(word)
  }
  return {
    code,
    office,
    reading,
    text,
    version,
    read: (words) => ({ store: text.store, texts: words.map(read) }),
  }
}

const lastDay = '9999-12-31' as Reading['asOf']

function unknownVersion({ began }: TextOnRecord, word: string): string {
  if (isDay(word)) return `The text on record begins on ${began}, after ${word}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return `${word} is no day; expected one such as 2017-03-31`
  return `No version is called ${word}, and there is no such file; expected a day, the label of a version, eight digits or more of a root hash, or the number of an open draft: bin/secretariat text versions lists them`
}

/** The hash published with the files of the version from which the text still is as it was then; else null. */
function sourceHashAt(reading: Reading, from: string, root: string): string | null {
  const held = reading
    .rows(sourceFilesKept)
    .map(({ data }) => data)
    .findLast(({ version }) => version <= from)
  if (!held) return null
  const then = textAt(reading, { on: held.version as Reading['asOf'] })
  return then?.root.treeHash === root ? held.hash : null
}
