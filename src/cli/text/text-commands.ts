// `secretariat text`: compares, merges, reads and imports legal texts, in files or on record.

import { type Command, Option } from 'commander'
import { Refused } from '../session.ts'
import { checkText, LEVELS } from './check-text.ts'
import { clashingTexts } from './clashing-texts.ts'
import { DIFF_FORMATS, diffTexts } from './diff-texts.ts'
import { clashesOnRecord, draftToRebase } from './drafts-named.ts'
import { EXPORT_FORMATS, exportDraft, exportText } from './export-text.ts'
import { TRACKED } from './file-formats.ts'
import { addTextImport } from './import-command.ts'
import { matchTexts } from './match-texts.ts'
import { MERGE_FORMATS, mergeTexts, rebaseTexts } from './merge-texts.ts'
import { type OpensOffice, opensOffice } from './record-text.ts'
import { listRecordVersions } from './record-versions.ts'
import type { Tell } from './said.ts'
import { countText, listVersions, SHOW_FORMATS, showText } from './show-text.ts'
import { tellSourceHash } from './source-hash.ts'
import {
  addTextCommand,
  type Options,
  onlyFile,
  type TextCommand,
  textAlone,
  textAndProvision,
  withoutDay,
} from './text-call.ts'

const TAKES = `
A FILE is, told by its content and packed with gzip or not:
  plain text (one provision a line, in UTF-8)    Akoma Ntoso 3.0 (.xml, .akn)
  LIMS XML of Canada (.xml, .xml.gz)             a folder of versions NAME.DATE.xml, .akn or .txt
  a dc-code folder, or one of or all its files base.ndjson.gz, changes.ndjson.gz, versions.json
Word files (.docx); tracked changes in them are refused unless --tracked says accept or reject.
- in place of one FILE is the standard input.
FILE@DATE, or --on DATE, takes the version in force on that day; without it, the last.

With --code NAME, or where no word is a file, the text on record is taken: a version by its day, its label or
the first eight digits or more of its root hash; today's where none is named. A file may stand beside versions.
--region takes the text as in force in one region of the code, --known-at as it was recorded at an instant, or by
the end of a day.

Read are at most 64 MiB of a file, 128 MiB unpacked (24 MiB a part of a Word file),
a million XML tags, 100,000 provisions, and four million characters in one paragraph.
Exit code: 0 the same or done, 1 differs, conflicts or faults found, 2 error.
On files alone no database is needed and nothing is entered.`

const ON = 'the version in force on this day, such as 2017-03-31'

const standard: Tell = {
  answer: (answer) => void process.stdout.write(answer),
  beside: (line) => console.error(line),
  exit: (code) => {
    process.exitCode = code
  },
}

const on = (): Option => new Option('--on <day>', ON)
const tracked = (): Option =>
  new Option('--tracked <policy>', 'what is done with tracked changes in a Word file')
    .choices(TRACKED)
    .default('refuse')
const json = (): Option => new Option('--json', 'as JSON')
const format = (choices: readonly string[]): Option =>
  new Option('--format <format>', 'of the answer; --json is --format json')
    .choices(choices)
    .default('text')

function formatAsked<F extends string>(options: Options, all: readonly F[]): F {
  const asked = options.json ? 'json' : options.format
  return all.find((one) => one === asked)!
}

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`

const comparing: readonly TextCommand[] = [
  {
    usage: 'diff <a> <b>',
    says: 'The redline from A to B, provision by provision and word by word',
    options: [
      on(),
      tracked(),
      format(DIFF_FORMATS),
      json(),
      new Option('--all', 'equal provisions too'),
      new Option('--author <name>', 'of the tracked changes in a Word file').default('Comparison'),
    ],
    act: (call) => {
      withoutDay(call)
      const { words, options: o, tell } = call
      const asked = {
        format: formatAsked(o, DIFF_FORMATS),
        all: o.all ?? false,
        reviser: { author: o.author!, date: now() },
      }
      return diffTexts(call.read(words), asked, tell)
    },
  },
  {
    usage: 'merge <base> <x> <y>',
    says: 'The drafts X and Y of BASE made one; conflicts and notices are told on standard error',
    options: [on(), tracked(), format(MERGE_FORMATS), json()],
    act: (call) => {
      withoutDay(call)
      return mergeTexts(call.read(call.words), formatAsked(call.options, MERGE_FORMATS), call.tell)
    },
  },
  {
    usage: 'rebase <oldBaseDraftNewBase...>',
    says: 'A DRAFT of OLD_BASE as a draft of NEW_BASE, where in a conflict the newer base’s words stand; on record an open draft by its number alone',
    options: [on(), tracked(), format(MERGE_FORMATS), json()],
    act: (call) => {
      withoutDay(call)
      const { words, record } = call
      if (words.length !== 3 && !(record && words.length === 1))
        throw new Refused(
          `Expected OLD_BASE DRAFT NEW_BASE, or on record the number of an open draft; named were ${words.join(', ')}`,
          2,
        )
      const texts =
        record && words.length === 1 ? draftToRebase(record, words[0]!) : call.read(words)
      return rebaseTexts(texts, formatAsked(call.options, MERGE_FORMATS), call.tell)
    },
  },
  {
    usage: 'clashes [baseAndDrafts...]',
    says: 'Which drafts of a BASE named before them have to do with each other, the gravest first; on record all open drafts; exit code 1 where some have',
    options: [on(), tracked(), json()],
    act: (call) => {
      withoutDay(call)
      const { words, record, options, tell } = call
      if (record && words.length === 0) return clashesOnRecord(record, options.json ?? false, tell)
      if (words.length < 3)
        throw new Refused(`Expected BASE DRAFT DRAFT ..; named were ${words.join(', ')}`, 2)
      return clashingTexts(call.read(words), options.json ?? false, tell)
    },
  },
  {
    usage: 'match <a> <b>',
    says: 'Which provision of A is which of B, by what clue and how alike; exit code 1 where some have no partner',
    options: [
      on(),
      tracked(),
      new Option('--by-content', 'leave aside the identities that the files give'),
      new Option('--all', 'equal pairs at the same number too'),
      json(),
    ],
    act: (call) => {
      withoutDay(call)
      const { byContent, all, json: asJson } = call.options
      const asked = { byContent: byContent ?? false, all: all ?? false, json: asJson ?? false }
      return matchTexts(call.read(call.words), asked, call.tell)
    },
  },
]

const reading: readonly TextCommand[] = [
  {
    usage: 'show [fileAndProvision...]',
    says: 'A text, or one PROVISION of it by its printed number such as "D8.20(a)" or its id, named after the file',
    options: [on(), tracked(), format(SHOW_FORMATS), json()],
    act: (call) => {
      const { text, provision } = textAndProvision(call)
      const asked = { provision, format: formatAsked(call.options, SHOW_FORMATS) }
      return call.record && asked.format === 'source-hash'
        ? tellSourceHash(call.record, text, provision, call.tell)
        : showText(text, asked, call.tell)
    },
  },
  {
    usage: 'check [fileAndProvision...]',
    says: 'References and defined terms that do not hold, of a text or of one PROVISION named after the file',
    options: [
      on(),
      tracked(),
      new Option('--level <level>', 'the least grave that is told')
        .choices(LEVELS)
        .default('warning'),
      json(),
    ],
    act: (call) => {
      const { text, provision } = textAndProvision(call)
      const level = LEVELS.find((one) => one === call.options.level)!
      return checkText(text, { provision, level, json: call.options.json ?? false }, call.tell)
    },
  },
  {
    usage: 'stats [file...]',
    says: 'How many provisions, words and references a text has',
    options: [on(), tracked(), json()],
    act: (call) => countText(textAlone(call), call.options.json ?? false, call.tell),
  },
  {
    usage: 'versions [file...]',
    says: 'The versions on record or in a folder, oldest first: from when, how called, root or published hash, by which instruments',
    options: [json()],
    act: ({ words, options, record, tell }) =>
      record
        ? listRecordVersions(record, options.json ?? false, tell)
        : listVersions(onlyFile(words, {}).path, options.json ?? false, tell),
  },
  {
    usage: 'export [fileOrDraft...]',
    says: 'A whole version, or on record the open draft of a modification by its number (in akn an amending document), in another format: Word, Akoma Ntoso, a page, plain text, or JSON with every identity; source gives the files as their publisher stored them',
    options: [on(), tracked(), format(EXPORT_FORMATS), json()],
    act: (call) => {
      const { words, record, options, tell } = call
      const asked = formatAsked(options, EXPORT_FORMATS)
      return record && words.length === 1
        ? exportDraft(record, words[0]!, asked, tell)
        : exportText(textAlone(call), record, asked, tell)
    },
  },
]

/** Adds `text` and all under it. */
export function addTextCommands(
  program: Command,
  tell: Tell = standard,
  open: OpensOffice = opensOffice,
): void {
  const text = program
    .command('text')
    .description(
      'Compare, merge, match, check and read legal texts, in files without a database or on record; import them',
    )
    .addHelpText('after', TAKES)
  for (const command of [...comparing, ...reading])
    addTextCommand(text, command, { tell, open, after: TAKES })
  addTextImport(text, { tell, open, after: TAKES })
}
