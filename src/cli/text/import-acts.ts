// `text import dc-acts`: acts whose instructions carry operations come in as effects, each whole or not at all.

import { basename } from 'node:path'
import type { Request } from '#decision/carry-out.ts'
import { theOperator } from '#journal/information-class.ts'
import {
  type ActInstruction,
  applyOps,
  type DcAct,
  importDcAct,
  minter,
  type Op,
  opsOfInstruction,
  placesIn,
  type TextStore,
  type Tree,
} from '#legal-text/engine/index.ts'
import { enterEffect, type TextOnRecord } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { readWords } from './bounded-file.ts'
import { boundMarks, seedOf } from './file-formats.ts'
import { type ImportHow, refuseWhatFailed } from './import-texts.ts'
import { recordTextOf, type TextOffice } from './record-text.ts'
import { asJson, type ExitCode, type Tell } from './said.ts'

/** What cannot be applied: an act, or one instruction of it, and why. */
interface LeftOut {
  readonly act: string
  readonly place: string | null
  readonly reason: string
}

/** An act all of whose instructions to this text could be applied. */
interface AppliedAct {
  readonly act: string
  readonly day: string
  readonly places: readonly string[]
  readonly ops: readonly Op[]
  readonly root: Tree
}

/** Enters every act that can be applied whole; tells the others by reason; 1 where there are others. */
export async function importActs(
  office: TextOffice,
  { files, on }: { readonly files: readonly string[]; readonly on: string | undefined },
  { code, source, dryRun, json }: ImportHow,
  tell: Tell,
): Promise<ExitCode> {
  const reading = await office.read({ code, viewer: theOperator })
  const { text } = recordTextOf(office, reading, {})
  const acts = files.flatMap(actsIn).filter(({ effective }) => !on || !effective || effective <= on)
  const { applied, left } = plannedActs(text, acts)
  const asking = office.asking(code, theOperator)
  const requests = applied.map(
    ({ act, day, places, ops, root }): Request => ({
      command: enterEffect,
      asking,
      input: {
        reference: referenceOf(act),
        instrumentKind: 'modification',
        instrument: act,
        provisions: listed(places),
        starts: day,
        ops,
        gives: root.treeHash,
        source: source ?? `The operations published with ${act}, in ${files.join(', ')}`,
      },
    }),
  )
  if (requests.length > 0)
    refuseWhatFailed(requests, await office.act(requests, { rehearse: dryRun }))
  const byReason = Map.groupBy(left, ({ reason }) => reason)
  if (json)
    tell.answer(
      asJson({
        code,
        dryRun,
        applied: applied.map(({ act, day, ops, root }) => ({
          act,
          day,
          reference: referenceOf(act),
          operations: ops.length,
          version: root.treeHash,
        })),
        leftOut: left,
      }),
    )
  else {
    for (const { act, day, ops } of applied)
      tell.answer(`${day}  ${act}: ${ops.length} operations\n`)
    for (const [reason, those] of byReason) {
      tell.beside(`${those.length} not applied: ${reason}`)
      for (const { act, place } of those.slice(0, 5))
        tell.beside(`  ${act}${place === null ? '' : ` at ${place}`}`)
      if (those.length > 5) tell.beside(`  and ${those.length - 5} more`)
    }
    tell.beside(
      `${applied.length} acts ${dryRun ? 'could be entered; nothing was entered' : 'entered, each whole'}; ${left.length} left out`,
    )
  }
  return left.length === 0 ? 0 : 1
}

/** The acts of a file: one in XML, or `{"name", "xml"}` a line. */
function actsIn(path: string): readonly DcAct[] {
  const words = readWords(path)
  boundMarks(words)
  try {
    if (/\.xml(\.gz)?$/.test(path))
      return [importDcAct(basename(path).replace(/\.xml(\.gz)?$/, ''), words)]
    return words
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, at) => {
        const { name, xml } = JSON.parse(line) as { name?: unknown; xml?: unknown }
        if (typeof name !== 'string' || typeof xml !== 'string')
          throw new Error(`line ${at + 1} is no {"name", "xml"}`)
        return importDcAct(name.replace(/\.xml$/, ''), xml)
      })
  } catch (reason) {
    throw new Refused(`${path}: ${(reason as Error).message}`, 2)
  }
}

/** Applies the acts one after the other in the order in which they took effect, on the last text on record. */
function plannedActs(
  text: TextOnRecord,
  acts: readonly DcAct[],
): { readonly applied: readonly AppliedAct[]; readonly left: readonly LeftOut[] } {
  const last = text.timeline.intervals({ without: 'variations' }).at(-1)!
  let root = text.store.root(last.version)
  const titles = new Set([...placesIn(root).keys()].map(titleOf))
  const applied: AppliedAct[] = []
  const left: LeftOut[] = []
  for (const act of acts.toSorted(inOrder)) {
    const ours = act.instructions.filter(({ path }) => titles.has(titleOf(path)))
    if (ours.length === 0) continue
    const reason = standsAgainst(act, text, last.from)
    if (reason !== null) {
      left.push({ act: act.name, place: null, reason })
      continue
    }
    const result = appliedTo(text.store, root, act.name, ours)
    if ('left' in result) {
      left.push(...result.left)
      continue
    }
    applied.push({
      act: act.name,
      day: act.effective!,
      places: [...new Set(ours.map(({ path }) => printed(path)))],
      ...result,
    })
    root = result.root
  }
  return { applied, left }
}

function standsAgainst(act: DcAct, text: TextOnRecord, lastChange: string): string | null {
  const { effective } = act
  if (act.isTemporary) return 'an emergency or temporary act, whose operations end by themselves'
  if (effective === null || !/^\d{4}-\d{2}-\d{2}$/.test(effective))
    return 'the act does not say when it takes effect'
  if (text.effects.has(referenceOf(act.name))) return 'the act is on record already'
  if (effective < text.began) return `it took effect before ${text.began}, when the text begins`
  if (effective < lastChange)
    return `it took effect before ${lastChange}, when the text on record last changed`
  return null
}

function appliedTo(
  store: TextStore,
  from: Tree,
  act: string,
  instructions: readonly ActInstruction[],
): { readonly ops: readonly Op[]; readonly root: Tree } | { readonly left: readonly LeftOut[] } {
  let root = from
  const all: Op[] = []
  const left: LeftOut[] = []
  const seed = seedOf('act', act).slice(0, 16)
  instructions.forEach((instruction, at) => {
    const ops = opsOfInstruction(root, placesIn(root), instruction, minter(`${seed}.${at}`))
    const result = ops.ok ? applyOps(store, root, ops.value) : undefined
    if (ops.ok && result?.ok) {
      root = result.value.root
      all.push(...ops.value)
      return
    }
    const fault = result && !result.ok ? result.faults[0] : undefined
    const reason = ops.ok
      ? `an operation (${fault?.op}) cannot be applied: expected ${fault?.expected}`
      : ops.faults.replace(/ at §\S.*$/, '')
    left.push({ act, place: printed(instruction.path), reason })
  })
  return left.length > 0 ? { left } : { ops: all, root }
}

const inOrder = (one: DcAct, other: DcAct): number => {
  const [mine, theirs] = [one, other].map(({ effective, name }) => `${effective} ${name}`)
  return mine! < theirs! ? -1 : mine! > theirs! ? 1 : 0
}

/** `47` of `§47-1801.04|(a)` and of `47|18`. */
const titleOf = (path: string): string => /^§?(\w+)/.exec(path)?.[1] ?? ''

const printed = (path: string): string => path.replaceAll('|', '')

const referenceOf = (act: string): string =>
  act
    .replace(/[^A-Za-z0-9.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(-80)
    .replace(/^[^A-Za-z0-9]+/, '') || seedOf('act', act)

/** As many as fit into the field. */
const listed = (places: readonly string[]): string =>
  places.reduce((all, place) => {
    const next = all === '' ? place : `${all}; ${place}`
    return next.length > 3_900 ? all : next
  }, '')
