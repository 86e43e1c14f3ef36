// `secretariat text`: compares, merges and reads legal texts in files; needs no database.

import { existsSync, writeFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { Refused } from '../session.ts'
import { checkText, LEVELS } from './check-text.ts'
import { dcCodeFolder } from './dc-code-files.ts'
import { DIFF_FORMATS, diffTexts } from './diff-texts.ts'
import { TRACKED } from './file-formats.ts'
import { matchTexts } from './match-texts.ts'
import { MERGE_FORMATS, mergeTexts } from './merge-texts.ts'
import { type NamedText, namedText } from './named-text.ts'
import type { ExitCode, Tell } from './said.ts'
import { countText, listVersions, SHOW_FORMATS, showText } from './show-text.ts'

const TAKES = `
A FILE is, told by its content and packed with gzip or not:
  plain text (one provision a line, in UTF-8)    Akoma Ntoso 3.0 (.xml, .akn)
  LIMS XML of Canada (.xml, .xml.gz)             a folder of versions NAME.DATE.xml, .akn or .txt
  a dc-code folder, or one of or all its files base.ndjson.gz, changes.ndjson.gz, versions.json
Word files (.docx); tracked changes in them are refused unless --tracked says accept or reject.
FILE@DATE, or --on DATE, takes the version in force on that day; without it, the last.

Read are at most 64 MiB of a file, 128 MiB unpacked (24 MiB a part of a Word file),
a million XML tags, 100,000 provisions, and four million characters in one paragraph.
Exit code: 0 the same or done, 1 differs, conflicts or faults found, 2 error.
These commands work on files alone and enter nothing; the text on record is not reached from here yet.`

const ON = 'the version in force on this day, such as 2017-03-31'

/** Formats that are no words for a screen. */
const BYTES: Readonly<Record<string, string>> = { docx: 'Word file', pdf: 'PDF' }

type Options = Readonly<Record<string, string & boolean & undefined>>

const standard: Tell = {
  answer: (answer) => void process.stdout.write(answer),
  beside: (line) => console.error(line),
  exit: (code) => {
    process.exitCode = code
  },
}

/** Adds `text` and all under it. */
export function addTextCommands(program: Command, tell: Tell = standard): void {
  const text = program
    .command('text')
    .description('Compare, merge, match, check and read legal texts in files, without a database')
    .addHelpText('after', TAKES)
  const under = (
    usage: string,
    says: string,
    options: readonly Option[],
    act: (words: readonly string[], options: Options, tell: Tell) => ExitCode,
  ): void => {
    const command = text.command(usage).description(says).addHelpText('after', TAKES)
    for (const option of options) command.addOption(option)
    command.option('--out <file>', 'write the answer to this file instead')
    command.action(() => {
      const given = command.opts<Options>()
      const bytes = given.json ? undefined : BYTES[given.format ?? '']
      if (bytes !== undefined && given.out === undefined)
        throw new Refused(`A ${bytes} goes into a file: add --out FILE.${given.format}`, 2)
      tell.exit(act(command.args, given, toFile(given.out, tell)))
    })
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

  under(
    'diff <fileA> <fileB>',
    'The redline from A to B, provision by provision and word by word',
    [
      on(),
      tracked(),
      format(DIFF_FORMATS),
      json(),
      new Option('--all', 'equal provisions too'),
      new Option('--author <name>', 'of the tracked changes in a Word file').default('Comparison'),
    ],
    ([a, b], o, to) =>
      diffTexts(
        {
          a: named(a!, o),
          b: named(b!, o),
          format: formatAsked(o, DIFF_FORMATS),
          all: o.all ?? false,
          reviser: { author: o.author!, date: `${new Date().toISOString().slice(0, 19)}Z` },
        },
        to,
      ),
  )
  under(
    'merge <base> <x> <y>',
    'The drafts X and Y of BASE made one; conflicts and notices are told on standard error',
    [on(), tracked(), format(MERGE_FORMATS), json()],
    ([base, x, y], o, to) =>
      mergeTexts(
        {
          base: named(base!, o),
          x: named(x!, o),
          y: named(y!, o),
          format: formatAsked(o, MERGE_FORMATS),
        },
        to,
      ),
  )
  under(
    'match <fileA> <fileB>',
    'Which provision of A is which of B, by what clue and how alike; exit code 1 where some have no partner',
    [
      on(),
      tracked(),
      new Option('--by-content', 'leave aside the identities that the files give'),
      new Option('--all', 'equal pairs at the same number too'),
      json(),
    ],
    ([a, b], o, to) =>
      matchTexts(
        {
          a: named(a!, o),
          b: named(b!, o),
          byContent: o.byContent ?? false,
          all: o.all ?? false,
          json: o.json ?? false,
        },
        to,
      ),
  )
  under(
    'show <fileAndProvision...>',
    'A text, or one PROVISION of it by its printed number such as "D8.20(a)" or its id, named after the file',
    [on(), tracked(), format(SHOW_FORMATS), json()],
    (words, o, to) =>
      showText({ ...fileAndProvision(words, o), format: formatAsked(o, SHOW_FORMATS) }, to),
  )
  under(
    'check <fileAndProvision...>',
    'References and defined terms that do not hold, of a text or of one PROVISION named after the file',
    [
      on(),
      tracked(),
      new Option('--level <level>', 'the least grave that is told')
        .choices(LEVELS)
        .default('warning'),
      json(),
    ],
    (words, o, to) =>
      checkText(
        {
          ...fileAndProvision(words, o),
          level: LEVELS.find((level) => level === o.level)!,
          json: o.json ?? false,
        },
        to,
      ),
  )
  under(
    'stats <file...>',
    'How many provisions, words and references a text has',
    [on(), tracked(), json()],
    (words, o, to) => countText(onlyFile(words, o), o.json ?? false, to),
  )
  under(
    'versions <file...>',
    'The versions that a folder holds, oldest first, with the hash published for each where there is one',
    [json()],
    (words, o, to) => listVersions(onlyFile(words, {}).path, o.json ?? false, to),
  )
}

const named = (word: string, { on, tracked }: Options): NamedText =>
  namedText(
    word,
    on,
    TRACKED.find((policy) => policy === tracked),
  )

function formatAsked<F extends string>(options: Options, all: readonly F[]): F {
  const asked = options.json ? 'json' : options.format
  return all.find((one) => one === asked)!
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

/** One text out of the words: a file or folder, or the three files of a dc-code folder; then perhaps a provision. */
function fileAndProvision(
  words: readonly string[],
  options: Options,
): { readonly text: NamedText; readonly provision: string | undefined } {
  const last = words.at(-1)!
  const isFile = words.length === 1 || existsSync(named(last, options).path)
  const files = isFile ? words : words.slice(0, -1)
  return { text: onlyFile(files, options), provision: isFile ? undefined : last }
}

function onlyFile(words: readonly string[], options: Options): NamedText {
  const texts = words.map((word) => named(word, options))
  const [first] = texts
  if (texts.length === 1) return first!
  const folders = new Set(texts.map(({ path }) => dcCodeFolder(path)))
  const [folder] = folders
  if (folders.size > 1 || folder === undefined)
    throw new Refused(
      `One text is taken here: a file, a folder, or the files of one dc-code folder; named were ${words.join(', ')}`,
      2,
    )
  return { ...first!, path: folder }
}
