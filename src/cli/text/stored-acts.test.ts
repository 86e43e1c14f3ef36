// The acts of the corpus on the text as it first stood: those for good amend it, those for a time lie over it. What they
// make of a section is compared with what the publisher printed meanwhile.

import { beforeAll, describe, expect, it } from 'vitest'
import { theOperator } from '#journal/information-class.ts'
import { memoryJournal } from '#journal/memory-journal.ts'
import { importDcCode, newStore, placesIn, type Tree } from '#legal-text/engine/index.ts'
import { lineOf } from '#legal-text/engine/words.ts'
import { textAt } from '#legal-text/index.ts'
import type { Office } from '#office/office.ts'
import type { Reading } from '#reading/reading.ts'
import { loadedAt, officeOver } from '../../../tests/laws/demonstration.ts'
import { runTextOn } from '../../../tests/run-text.ts'
import {
  dcActsFile,
  dcFiles,
  dcFolder,
  hasCorpus,
  tellIfAbsent,
} from '../../../tests/text-corpus.ts'
import { foldsOfRooms } from '../../open-office.ts'

interface Applied {
  readonly act: string
  readonly day: string
  readonly ends: string | null
  readonly mode: string
  readonly reference: string
}

tellIfAbsent('Acts for a time on a real code')

describe.skipIf(!hasCorpus)('acts for a time on a real code', () => {
  let office: Office
  let answer: { applied: Applied[]; leftOut: { act: string; reason: string }[] }
  const run = (...words: string[]) => runTextOn(office, ...words, '--code', 'dc')
  /** The words without the notes of its editors, of which the publisher keeps no more than the latest. */
  const said = (tree: Tree | undefined): string =>
    tree
      ? [lineOf(tree.own), ...tree.kids.map(said)]
          .join(' ')
          .replace(/\*NOTE:.*?\*/gs, '')
          .replace(/\s+/g, ' ')
          .trim()
      : ''

  beforeAll(async () => {
    office = officeOver(memoryJournal(foldsOfRooms, () => loadedAt))
    await run('import', 'dc-code', dcFolder(), '--on', '2021-10-18')
    const told = await run('import', 'dc-acts', dcActsFile(), '--json')
    expect(told.code, told.beside).toBe(1)
    answer = JSON.parse(told.answer)
  }, 120_000)

  it('come in whole with their own ends, or are listed by reason', () => {
    const forATime = answer.applied.filter(({ ends }) => ends !== null)
    const acts = new Set(answer.leftOut.map(({ act }) => act))
    expect([answer.applied.length, forATime.length, acts.size]).toEqual([27, 20, 49])
    expect(forATime.every(({ act }) => !acts.has(act))).toBe(true)
    const reasons = Map.groupBy(answer.leftOut, ({ reason }) => reason)
    const listed = [...reasons].map(([reason, those]) => `${those.length} ${reason}`)
    process.stdout.write(
      `Of real acts ${forATime.length} came in for a time, ${answer.applied.length - forATime.length} for good; left out:\n${listed.map((line) => `  ${line}\n`).join('')}`,
    )
    expect(listed).toContainEqual(expect.stringMatching(/^1 .*nothing says on which day it ends/))
    expect(listed).toContainEqual(
      expect.stringMatching(/^1 .*more than one day on which it expires/),
    )
  })

  it('are read inside their time, and the permanent words before and after it', async () => {
    const reading = await office.read({ code: 'dc', viewer: theOperator })
    const { store, versions } = printed(answer.applied)
    const on = (day: string, permanent = false) =>
      textAt(reading, { on: day as Reading['asOf'], permanent })!
    let alike = 0
    let sections = 0
    for (const { day, ends, reference } of answer.applied) {
      if (ends === null) continue
      const effect = on(day).text.effects.get(reference)!
      expect(effect).toMatchObject({ layer: 'variation', ends: { on: ends } })
      expect(on(day).interval.effects).toContain(reference)
      expect(on(ends).interval.effects).not.toContain(reference)
      const places = new Set(effect.provisions.map((place) => /^§[^(]+/.exec(place)![0]))
      for (const place of places) {
        const at = (root: Tree) => {
          const id = placesIn(root).get(place)
          return said(id && findIn(root, id))
        }
        const varied = at(on(day).root)
        expect(varied, `${place} on ${day}`).not.toBe(at(on(day, true).root))
        if (
          on(ends).interval.effects.every(
            (id) => on(ends).text.effects.get(id)!.layer === 'permanent',
          )
        )
          expect(at(on(ends).root)).toBe(at(on(ends, true).root))
        sections++
        const meanwhile = versions.filter(({ date }) => date >= day && date < ends)
        if (meanwhile.some(({ version }) => at(store.root(version)) === varied)) alike++
      }
    }
    // The others say more or less where another law, listed above or of another period, changed the same section.
    process.stdout.write(`Of ${sections} sections varied, ${alike} as the publisher printed them\n`)
    expect([sections, alike]).toEqual([20, 8])
  }, 60_000)
})

/** The versions as printed when each act began to hold, and when it ended. */
const printed = (applied: readonly Applied[]) => {
  const files = dcFiles()
  const all = JSON.parse(files.versions) as { date: string }[]
  const wanted = new Set(
    applied.flatMap(({ day, ends }) => [
      all.find(({ date }) => date >= day)?.date,
      ends === null ? undefined : all.findLast(({ date }) => date < ends)?.date,
    ]),
  )
  const store = newStore()
  const some = JSON.stringify(all.filter(({ date }) => wanted.has(date)))
  return { store, versions: importDcCode(store, { ...files, versions: some }) }
}

const findIn = (tree: Tree, id: string): Tree | undefined => {
  if (tree.id === id) return tree
  for (const kid of tree.kids) {
    const found = findIn(kid, id)
    if (found) return found
  }
  return undefined
}
