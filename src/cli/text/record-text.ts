// The text on record as the text commands read it: versions by day, label or root hash, and files beside them.

import {
  sourceFilesKept,
  strangeRegions,
  type TextOnRecord,
  textAt,
  versionMeant,
} from '#legal-text/index.ts'
import type { Reading } from '#reading/reading.ts'
import { timeAsked } from '#web/time-asked.ts'
import type { OpenOffice } from '../../open-office.ts'
import { type Beginning, mustKnow, Refused, type Shared, viewerOf, withOffice } from '../session.ts'
import { asReadText, draftNamed } from './drafts-named.ts'
import type { Tracked } from './file-formats.ts'
import { isDay, isThere, namedText } from './named-text.ts'
import { type ReadsTexts, type ReadText, readTexts } from './read-texts.ts'

/** What of the office a text command needs. */
export type TextOffice = Omit<OpenOffice, 'close'>

/** Opens the office, does something with it, and closes it. */
export type OpensOffice = <T>(
  options: Shared,
  act: (office: TextOffice) => Promise<T>,
  how?: Beginning,
) => Promise<T>

export const opensOffice: OpensOffice = (options, act, how) => withOffice(options, act, how)

/** The text on record of one code, read at once. */
export interface RecordText {
  readonly code: string
  readonly office: TextOffice
  readonly reading: Reading
  readonly text: TextOnRecord
  /** As in force in this region; undefined where it is read as it holds everywhere. */
  readonly region: string | undefined
  /** Reads versions by day, label or root hash, and files into the same store. */
  readonly read: ReadsTexts
  /** The version meant by a word; that of today where there is none. */
  version(word: string | undefined): ReadText
}

/** Whose record is read, as who, in which region, and as known at which instant. */
export interface RecordAsked extends Shared {
  readonly tracked?: Tracked
  readonly region?: string
  readonly knownAt?: string
}

/** Does something with the text on record of the code named. Refuses where the code or its text is not there. */
export function withRecordText<T>(
  options: RecordAsked,
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
    const zone = office.codeNamed(code)?.code.zone ?? 'UTC'
    const time = timeAsked({ 'known-at': options.knownAt }, zone)
    if (!('asOf' in time))
      throw new Refused(
        time.map(({ name, says, came }) => `--${name} ${came}: ${says}`).join('\n'),
        2,
      )
    const { knownAt } = time
    const asked = await office.read({ code, viewer: viewerOf(options), knownAt })
    return act(recordTextOf(office, asked, options))
  }
  return open(options, reading, { reading: true })
}

/** The text of a reading. Refuses where none has begun. */
export function recordTextOf(
  office: TextOffice,
  reading: Reading,
  { tracked, region }: { readonly tracked?: Tracked; readonly region?: string },
): RecordText {
  const { code, knownAt } = reading
  const strange = region === undefined ? undefined : strangeRegions(reading.rulebook, [region])
  if (strange) throw new Refused(`${strange.says}; expected ${strange.expected}`, 2)
  const today = textAt(reading, { on: lastDay })
  if (!today)
    throw new Refused(
      knownAt === null
        ? `The text of ${code} has not begun: bin/secretariat text import FORMAT FILE.. --code ${code} begins it`
        : `As known at ${knownAt}, the text of ${code} had not begun; name a later instant, or leave --known-at out`,
      2,
    )
  const { text } = today
  const version = (word: string | undefined): ReadText => {
    const meant = versionMeant(reading, word ?? reading.today, { region })
    if (!meant) throw new Refused(unknownVersion(text, word ?? reading.today), 2)
    const at = textAt(reading, { on: meant.day, region })!
    return {
      name: `${code}@${word ?? meant.day}${region === undefined ? '' : ` in ${region}`}`,
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
          ({ id }) =>
            `the effect ${id} holds in some regions only, and is left out; --region takes one`,
        ),
      ],
    }
  }
  const read = (word: string): ReadText => {
    const draft = draftNamed(reading, text, word)
    if (draft) return asReadText(code, word, draft.texts.root)
    const isVersion = versionMeant(reading, word, { region }) !== undefined
    const file = isVersion ? undefined : namedText(word, undefined, tracked)
    return file && isThere(file.path) ? readTexts(text.store, [file])[0]! : version(word)
  }
  return {
    code,
    office,
    reading,
    text,
    region,
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
