// Applies the instructions of real acts to the version before, and sees whether the version after says the same.
import { applyOps } from '#legal-text/engine/apply-ops.ts'
import { opsOfInstruction, placesIn } from '#legal-text/engine/dc-act-ops.ts'
import { type ActInstruction, importDcAct } from '#legal-text/engine/import-dc-acts.ts'
import { locate } from '#legal-text/engine/locate.ts'
import { minter, type ProvisionId, type Tree } from '#legal-text/engine/model.ts'
import { lineOf } from '#legal-text/engine/words.ts'
import { type DcSeries, dcActs, dcSeries } from './text-corpus.ts'

export interface Replayed {
  readonly act: string
  readonly instruction: ActInstruction
  /** Why it is not counted, as the code shows no trace of it; null where it counts. */
  readonly leftOut: string | null
  readonly holds: boolean
  readonly reason: string
}

const said = (tree: Tree | undefined): string =>
  tree
    ? [lineOf(tree.own), ...tree.kids.map(said)]
        .join('\n')
        .replace(/[“”]/g, '"')
        .replace(/[‘’]/g, "'")
        .replace(/[[\]]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : ''

const placed = (
  root: Tree,
  places: ReadonlyMap<string, ProvisionId>,
  place: string,
): Tree | undefined => {
  const id = places.get(place)
  return id && locate(root, id)?.tree
}

const newPlace = (instruction: ActInstruction): string => {
  const label = instruction.number ?? String(instruction.content?.label ?? '')
  if (instruction.kind === 'redesignate')
    return [...instruction.path.split('|').slice(0, -1), label].join('|')
  if (instruction.kind !== 'insert' || instruction.before === 'heading') return instruction.path
  return label.startsWith('(')
    ? `${instruction.path}|${label}`
    : `§${label.replace(/[§[\]\s]/g, '')}`
}

/** Whether the place said what the instruction wants before the law took effect. */
const isSoAlready = (instruction: ActInstruction, stood: string): boolean => {
  const { kind, find, replace } = instruction
  if (kind === 'find-replace')
    return (
      replace.trim().length > 3 && !find.includes(replace.trim()) && stood.includes(replace.trim())
    )
  return kind === 'insert' && instruction.before !== 'heading' && stood !== ''
}

/** Instructions of permanent laws in the window of the series, each with what became of it. */
export const replayActs = (): Replayed[] => {
  const series: DcSeries = dcSeries()
  const versions = series.versions.map(({ date, version }) => {
    const root = series.store.root(version)
    return { date, root, places: placesIn(root) }
  })
  const out: Replayed[] = []
  const [first, last] = [versions[0]?.date ?? '', versions.at(-1)?.date ?? '']
  for (const { name, xml } of dcActs()) {
    const act = importDcAct(name, xml)
    const { effective } = act
    if (act.isTemporary || effective === null || effective < first || effective > last) continue
    for (const [index, instruction] of act.instructions.entries()) {
      if (!/^§?(34|47)\b/.test(instruction.path)) continue
      const sectionAt = instruction.path.split('|')[0] as string
      const eve = versions.findLast((one) => one.date < effective) ?? versions[0]
      const stood = eve && said(placed(eve.root, eve.places, newPlace(instruction)))
      const changes = versions.flatMap((after, at) => {
        const before = versions[at - 1]
        if (!before || after.date < effective) return []
        const [was, is] = [
          placed(before.root, before.places, sectionAt),
          placed(after.root, after.places, sectionAt),
        ]
        return was !== is ? [{ before, after }] : []
      })
      const left = (leftOut: string): void => {
        out.push({ act: name, instruction, leftOut, holds: false, reason: leftOut })
      }
      if (changes.length === 0) {
        left('the section does not change in the window after the law')
        continue
      }
      let reason = ''
      let wasVisible = false
      let holds = false
      let isUnfunded = false
      for (const { before, after } of changes) {
        if (holds) break
        const mint = minter(`${name.replace(/\W/g, '-')}.${index}`)
        const rest = act.instructions.filter(
          (other, at) =>
            at === index ||
            other.path.split('|')[0] === sectionAt ||
            [instruction.path, sectionAt].includes(newPlace(other)) ||
            (other.kind === 'insert' &&
              act.instructions.some(
                (one) => newPlace(one) === sectionAt && one.path === newPlace(other),
              )),
        )
        const wanted = said(placed(after.root, after.places, newPlace(instruction)))
        if (wanted === said(placed(before.root, before.places, newPlace(instruction)))) continue
        wasVisible = true
        if (/not funded/i.test(wanted)) isUnfunded = true
        for (const together of [[instruction], rest]) {
          let root = before.root
          let fault = ''
          for (const one of together) {
            const ops = opsOfInstruction(root, placesIn(root), one, mint)
            const result = ops.ok ? applyOps(series.store, root, ops.value) : undefined
            if (result?.ok) root = result.value.root
            else if (one === instruction)
              fault = ops.ok ? JSON.stringify(result && !result.ok && result.faults[0]) : ops.faults
          }
          const got = said(placed(root, placesIn(root), newPlace(instruction)))
          if (fault === '' && got !== '' && got === wanted) {
            out.push({ act: name, instruction, leftOut: null, holds: true, reason: '' })
            holds = true
            break
          }
          reason ||=
            fault ||
            `the result is "${got.slice(0, 300)}" where the code says "${wanted.slice(0, 300)}"`
        }
      }
      if (holds) continue
      if (!wasVisible) {
        left('the place itself does not change in the window after the law')
        continue
      }
      if (isUnfunded) {
        left('the code prints "Not Funded" instead')
        continue
      }
      if (isSoAlready(instruction, stood ?? '')) {
        left('an act for a time had made the same change before')
        continue
      }
      out.push({ act: name, instruction, leftOut: null, holds: false, reason })
    }
  }
  return out
}
