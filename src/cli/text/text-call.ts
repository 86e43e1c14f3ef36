// One call of a text command: on files alone, or on the text on record of a code.

import { writeFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { newStore } from '#legal-text/engine/index.ts'
import { Refused } from '../session.ts'
import { folderOfFiles } from './dc-code-files.ts'
import { TRACKED } from './file-formats.ts'
import { isThere, type NamedText, namedText } from './named-text.ts'
import { type ReadsTexts, type ReadText, readTexts } from './read-texts.ts'
import {
  type OpensOffice,
  type RecordAsked,
  type RecordText,
  withRecordText,
} from './record-text.ts'
import type { ExitCode, Tell } from './said.ts'

/** Formats that are no words for a screen. */
const BYTES: Readonly<Record<string, string>> = { docx: 'Word file', pdf: 'PDF' }

/** What was given after a command, as it came. */
export type Options = Readonly<Record<string, string & boolean & undefined>>

/** A call whose texts can be read. */
export interface Call {
  readonly words: readonly string[]
  readonly options: Options
  readonly tell: Tell
  /** Files, or versions of the text on record. */
  readonly read: ReadsTexts
  /** The text on record; undefined where the call is on files alone. */
  readonly record: RecordText | undefined
}

/** A command, and what it does with a call. */
export interface TextCommand {
  readonly usage: string
  readonly says: string
  readonly options: readonly Option[]
  readonly act: (call: Call) => ExitCode | Promise<ExitCode>
}

/** Adds a command under `text`. `after` stands under its help; `open` opens the office where the record is asked. */
export function addTextCommand(
  text: Command,
  { usage, says, options, act }: TextCommand,
  how: { readonly tell: Tell; readonly open: OpensOffice; readonly after: string },
): void {
  const command = text.command(usage).description(says).addHelpText('after', how.after)
  for (const option of options) command.addOption(option)
  onRecordOptions(command)
  asRecordedOptions(command)
  command.option('--out <file>', 'write the answer to this file instead')
  command.action(() => {
    const given = command.opts<Options>()
    const bytes = given.json ? undefined : BYTES[given.format ?? '']
    if (bytes !== undefined && given.out === undefined)
      throw new Refused(`A ${bytes} goes into a file: add --out FILE.${given.format}`, 2)
    const tell = toFile(given.out, how.tell)
    const words = command.args
    const isRecord = isOnRecord(words, given)
    if (!isRecord) onlyOnRecord(given)
    if (isRecord)
      return withRecordText(sharedOf(given), how.open, async (record) => {
        tell.exit(await act({ words, options: given, tell, read: record.read, record }))
      })
    const read: ReadsTexts = (named) => filesRead(named.map((word) => nameOf(word, given)))
    const said = act({ words, options: given, tell, read, record: undefined })
    return typeof said === 'number' ? tell.exit(said) : said.then(tell.exit)
  })
}

/** The options by which a text on record is named. */
export function onRecordOptions(command: Command): void {
  command
    .option('--code <name>', 'the text on record of this code, instead of files')
    .addOption(
      new Option('--as <viewer>', 'who reads the record')
        .choices(['operator', 'public'])
        .default('operator'),
    )
    .option('--data <folder>', 'the data folder of the embedded database')
    .option('--database-url <url>', 'a PostgreSQL database instead')
}

/** How the text on record is read: where, and as known when. */
function asRecordedOptions(command: Command): void {
  command
    .option('--region <region>', 'the text on record as in force in this region of the code')
    .option('--known-at <instant>', 'as recorded at this instant; now where it is left out')
}

/** Files hold everywhere, and say nothing of when they were known. */
function onlyOnRecord({ region, knownAt }: Options): void {
  const asked = region !== undefined ? `--region ${region}` : knownAt && `--known-at ${knownAt}`
  if (asked)
    throw new Refused(`${asked} is for a text on record; name its code too: --code NAME`, 2)
}

/** The same as every other command takes them; the code is the usual one where none is named. */
export function sharedOf(given: Options): RecordAsked {
  const { code, data, databaseUrl, as, tracked, region, knownAt } = given
  const policy = TRACKED.find((one) => one === tracked)
  return {
    code: code ?? (process.env.SECRETARIAT_CODE?.trim() || 'sec'),
    as: as === 'public' ? 'public' : 'operator',
    ...(data === undefined ? {} : { data }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(policy === undefined ? {} : { tracked: policy }),
    ...(region === undefined ? {} : { region }),
    ...(knownAt === undefined ? {} : { knownAt }),
  }
}

const looksLikeFile = (word: string): boolean =>
  /[\\/]|\.(docx|xml|akn|txt|html?|md|pdf|gz|(nd)?json)(@\d{4}-\d{2}-\d{2})?$/i.test(word) ||
  isThere(namedText(word, undefined).path)

/** With a code or a database the record is asked; without, where no word is, or could be, a file. */
const isOnRecord = (words: readonly string[], given: Options): boolean =>
  given.code !== undefined ||
  given.data !== undefined ||
  given.databaseUrl !== undefined ||
  !words.some(looksLikeFile)

function filesRead(named: readonly NamedText[]): ReturnType<ReadsTexts> {
  const store = newStore()
  return { store, texts: readTexts(store, named) }
}

const nameOf = (word: string, { on, tracked }: Options): NamedText =>
  namedText(
    word,
    on,
    TRACKED.find((policy) => policy === tracked),
  )

/** Versions on record are named one by one, so that a day beside them says nothing. */
export function withoutDay({ record, options }: Call): void {
  if (record && options.on !== undefined)
    throw new Refused(
      `--on ${options.on} is for files; name that day in place of a version on record instead`,
      2,
    )
}

/** The one text of a call and, perhaps, one provision of it. */
export function textAndProvision({ words, options, record }: Call): {
  readonly text: ReadText
  readonly provision: string | undefined
} {
  if (record) {
    if (words.length > 1)
      throw new Refused(
        `Of the text on record one provision is taken, by its number or identity; named were ${words.join(', ')}`,
        2,
      )
    return { text: record.version(options.on), provision: words[0] }
  }
  const last = words.at(-1)!
  const isFile = words.length === 1 || isThere(nameOf(last, options).path)
  const files = isFile ? words : words.slice(0, -1)
  return {
    text: filesRead([onlyFile(files, options)]).texts[0]!,
    provision: isFile ? undefined : last,
  }
}

/** The one text of a call that takes no provision. */
export function textAlone(call: Call): ReadText {
  const { words, options, record } = call
  if (!record) return filesRead([onlyFile(words, options)]).texts[0]!
  if (words.length > 0)
    throw new Refused(
      `The text on record is taken whole here, on a day with --on; named were ${words.join(', ')}`,
      2,
    )
  return record.version(options.on)
}

/** A file, a folder, or the files of one dc-code folder. */
export function onlyFile(words: readonly string[], options: Options): NamedText {
  const texts = words.map((word) => nameOf(word, options))
  const [first] = texts
  if (texts.length === 1) return first!
  const folder = folderOfFiles(texts.map(({ path }) => path))
  if (folder === undefined)
    throw new Refused(
      `One text is taken here: a file, a folder, or the files of one dc-code folder; named were ${words.join(', ')}`,
      2,
    )
  return { ...first!, path: folder }
}

function toFile(path: string | undefined, tell: Tell): Tell {
  if (path === undefined) return tell
  return {
    ...tell,
    answer: (answer) => {
      try {
        writeFileSync(path, answer)
      } catch (reason) {
        throw new Refused(`${path} could not be written: ${(reason as Error).message}`, 2)
      }
      tell.beside(`Written to ${path}`)
    },
  }
}
