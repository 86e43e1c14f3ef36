// Every view as a reading command: `secretariat parties --as-of 2017-03-31 --json`.

import type { Command } from 'commander'
import { stringify } from 'yaml'
import type { Reading } from '#reading/reading.ts'
import { type AnyView, StandsAt } from '#reading/view.ts'
import { timeAsked } from '#web/time-asked.ts'
import { addOptions, given } from './options-of.ts'
import { mustKnow, Refused, type Shared, shared, viewerOf, withOffice } from './session.ts'

type Options = Shared & { readonly asOf?: string; readonly knownAt?: string } & Readonly<
    Record<string, unknown>
  >

/** Adds a command for each view. Names in its address may stand as bare words, in their order. */
export function addViews(program: Command, views: readonly AnyView[]): void {
  for (const view of views) {
    const names = [...view.at.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const command = program.command(view.name).description(view.says)
    for (const name of names) command.argument(`[${name}]`, `or --${name}`)
    addOptions(command, view.asked)
    shared(command)
      .option('--as-of <day>', 'in force on this day; today where it is left out')
      .option('--known-at <instant>', 'as recorded at this instant; now where it is left out')
      .option('--json', 'as JSON')
      .action(async (...words: unknown[]) => {
        const options = command.opts<Options>()
        const bare = words.slice(0, names.length).filter((word) => word !== undefined)
        const asked = given(view.asked, options)
        for (const name of names) {
          asked[name] ??= bare.shift()
          if (asked[name] === undefined)
            throw new Refused(`Name the ${name}: secretariat ${view.name} ${name.toUpperCase()}`, 2)
        }
        await print(view, asked, options)
      })
  }
}

async function print(view: AnyView, asked: object, options: Options): Promise<void> {
  const parsed = view.asked.safeParse(asked)
  if (!parsed.success)
    throw new Refused(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
      2,
    )
  const answer = await withOffice(
    options,
    async (office) => {
      mustKnow(office, options.code)
      const zone = office.codeNamed(options.code)?.code.zone ?? 'UTC'
      const time = timeAsked({ 'as-of': options.asOf, 'known-at': options.knownAt }, zone)
      if (!('asOf' in time))
        throw new Refused(time.map(({ name, says }) => `--${name}: ${says}`).join('\n'), 2)
      const reading = await office.read({ code: options.code, viewer: viewerOf(options), ...time })
      return answerOrWay(view, reading, parsed.data)
    },
    { reading: true },
  )
  if (answer === undefined) throw new Refused('Nothing that you can read stands there')
  console.log(options.json ? JSON.stringify(answer, null, 2) : stringify(answer).trimEnd())
}

/** The answer; where it stands at another address, a refusal that says where. */
function answerOrWay(view: AnyView, reading: Reading, asked: unknown): unknown {
  try {
    return view.answer(reading, asked)
  } catch (reason) {
    if (!(reason instanceof StandsAt)) throw reason
    throw new Refused(`That stands at ${reason.href} at this time; ask for it by that name`)
  }
}
