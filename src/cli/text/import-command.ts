// `text import FORMAT FILE..`: a text comes onto the record of a code.

import { Argument, type Command, Option } from 'commander'
import { Refused } from '../session.ts'
import { TRACKED } from './file-formats.ts'
import { importActs } from './import-acts.ts'
import { amendingDocument, importAmendment } from './import-amendment.ts'
import { importTexts } from './import-texts.ts'
import { VERSION_FORMATS, type VersionFormat } from './incoming-versions.ts'
import type { OpensOffice } from './record-text.ts'
import type { Tell } from './said.ts'
import { type Options, onRecordOptions, sharedOf } from './text-call.ts'

const FORMATS = [...VERSION_FORMATS, 'dc-acts'] as const

const AFTER = `
FORMAT  docx, akn, text   one file with --on DATE, or several files NAME.DATE.docx and the like, or their folder
        akn               an amending document with --modification NUMBER comes in as the draft of that modification
        lims              the same, in the XML of Canada
        dc-code           base.ndjson.gz changes.ndjson.gz versions.json, or their folder; every hash is checked
        dc-acts           acts whose operations amend the text on record, or vary it for the time that they say;
                          what cannot be applied is listed by reason
A version between two on record makes two steps of one, and leaves every later text as it is.
The code is registered where it is not known. All versions are entered, or none. With --on, those up to that day.
What of a file is not understood is told with its place. Exit code: 0 done, 1 acts could not be applied, 2 error.
`

/** Adds the command. */
export function addTextImport(
  text: Command,
  {
    tell,
    open,
    after,
  }: { readonly tell: Tell; readonly open: OpensOffice; readonly after: string },
): void {
  const command = text
    .command('import')
    .description('Import versions of a text, or acts that amend it, into the record of a code')
    .addArgument(new Argument('<format>', 'of the files').choices(FORMATS))
    .argument('<files...>')
    .addOption(new Option('--on <day>', 'the day of the file, or the last day that is imported'))
    .addOption(new Option('--version <label>', 'what the one version is called: a designation'))
    .addOption(
      new Option('--title <title>', 'what the text is called, where it begins; or the draft'),
    )
    .addOption(
      new Option(
        '--modification <number>',
        'of an amending document in Akoma Ntoso: whose draft it is entered as',
      ),
    )
    .addOption(
      new Option(
        '--pair <pair>',
        'OLD=NEW: a provision on record is this one of the file; may be repeated',
      )
        .argParser((pair: string, before: readonly string[]) => [...before, pair])
        .default([], 'none'),
    )
    .addOption(
      new Option('--tracked <policy>', 'what is done with tracked changes in a Word file')
        .choices(TRACKED)
        .default('refuse'),
    )
    .addOption(new Option('--source <words>', 'where the files come from'))
    .addOption(new Option('--dry-run', 'tell what would be entered, and enter nothing'))
    .addOption(new Option('--json', 'as JSON'))
    .addHelpText('after', AFTER)
    .addHelpText('after', after)
  onRecordOptions(command)
  command.action(async (format: (typeof FORMATS)[number], files: readonly string[]) => {
    const given = command.opts<Options>()
    if (given.code === undefined)
      throw new Refused('Name the code whose text this is: --code NAME', 2)
    const shared = sharedOf(given)
    if (shared.as !== 'operator')
      throw new Refused('Only the operator may import a text into the record', 2)
    const pairs = given.pair as unknown as readonly string[]
    const how = {
      code: given.code,
      title: given.title,
      label: given.version as string | undefined,
      pairs,
      source: given.source,
      dryRun: given.dryRun ?? false,
      json: given.json ?? false,
    }
    const { modification } = given
    if (modification !== undefined && format !== 'akn')
      throw new Refused(`--modification is for an amending document in akn; this is ${format}`, 2)
    const amending = format === 'akn' ? amendingDocument(files, modification) : undefined
    if (amending) {
      const draft = { modification: modification!, on: given.on }
      return tell.exit(
        await open(shared, (office) => importAmendment(office, amending, draft, how, tell)),
      )
    }
    const asked = { files, on: given.on, tracked: shared.tracked }
    const said = await open(
      shared,
      (office) =>
        format === 'dc-acts'
          ? importActs(office, asked, how, tell)
          : importTexts(office, { ...asked, format: format satisfies VersionFormat }, how, tell),
      { creates: true },
    )
    tell.exit(said)
  })
}
