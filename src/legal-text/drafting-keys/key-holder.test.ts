// What the holder of a drafting key reads and does: the one draft, as far as the key reads, and nothing else that is kept
// from the public.

import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { carryOut } from '#decision/carry-out.ts'
import { type InformationClass, theOperator, type Viewer } from '#journal/information-class.ts'
import { given, recordOf } from '../../../tests/given.ts'
import { days, draftOf, wordsOp } from '../drafts/draft.given.ts'
import { draftFolds, draftsKept } from '../drafts/drafts-kept.ts'
import { enterDraft } from '../drafts/enter-draft.ts'
import { incorporateDraft } from '../drafts/incorporate-draft.ts'
import { withdrawDraft } from '../drafts/withdraw-draft.ts'
import { heldText } from '../text/held-text.given.ts'
import { textFolds } from '../text/text-kept.ts'
import { keyOf } from './drafting-key.given.ts'
import { draftingKeysKept } from './drafting-key.ts'
import { keyHolder } from './key-holder.ts'

const today = day('2026-03-01')
const setting = { folds: [...textFolds, ...draftFolds, draftingKeysKept], today }
const of = (kind: InformationClass, event: ReturnType<typeof draftOf>) => ({
  ...event,
  class: kind,
})
const past = [
  ...heldText,
  of('amber', draftOf('SECMP0031', [days('ten')])),
  of('red', draftOf('SECMP0031', [days('twelve')])),
  of('amber', draftOf('SECMP0030', [days('six')])),
  keyOf('SECMP0031', 1),
]

async function holder(more: object = {}, on = today) {
  const { read } = await recordOf([keyOf('SECMP0031', 1, more)], setting)
  return keyHolder(read().row(draftingKeysKept, 'SECMP0031-K1')!, 'model-code', on)
}

describe('the holder of a drafting key', () => {
  it('is let in until its last day, and not after', async () => {
    expect(await holder({ until: '2026-03-01' })).toMatchObject({ id: 'key:SECMP0031-K1' })
    expect(await holder({ until: '2026-02-28' })).toBeUndefined()
  })

  it('reads the revisions of its draft as far as the key says, and of no other draft', async () => {
    const { read } = await recordOf(past, setting)
    const reads = async (more: object) =>
      read({ viewer: (await holder(more))! })
        .rows(draftsKept)
        .map((row) => `${row.data.modification} ${row.class}`)
    expect(await reads({ reads: 'amber' })).toEqual(['SECMP0031 amber'])
    expect(await reads({ reads: 'red' })).toEqual(['SECMP0031 amber', 'SECMP0031 red'])
    expect(await reads({ reads: 'green' })).toEqual([])
    expect(read({ viewer: (await holder())! }).rows(draftingKeysKept)).toEqual([])
  })

  it('reads nothing of a draft of the same number under another code', async () => {
    const { read } = await recordOf(past, setting)
    const elsewhere = { ...(await holder())! }
    const own = { ...elsewhere.own!, stream: 'other-code/draft:SECMP0031' }
    expect(read({ viewer: { ...elsewhere, own } }).rows(draftsKept)).toEqual([])
  })

  const input = {
    modification: 'SECMP0031',
    title: 'More time',
    instructions: 'In B1, for “five” substitute “ten”.',
    class: 'amber',
  }

  it('drafts, in the name of the key and on behalf of its holder', async () => {
    const { ground } = await recordOf(past, setting)
    const viewer = (await holder())!
    const asking = { code: 'model-code', viewer, by: viewer.id, onBehalfOf: viewer.own!.holder }
    const command = enterDraft
    const outcome = await carryOut(ground, {
      command,
      input: { ...input, instructions: 'In B1, for “five” substitute “eleven”.' },
      asking,
    })
    expect(outcome).toMatchObject({
      kind: 'done',
      entries: [{ by: 'key:SECMP0031-K1', onBehalfOf: 'P001', class: 'amber' }],
    })
  })

  it('goes on from the revision that it reads, and carries nothing along of one that it may not', async () => {
    const kept = wordsOp('b2', 'each', 'no', 'Section B1 applies to '.length)
    const record = [...past, of('red', draftOf('SECMP0031', [days('ten'), kept], { ordinal: 2 }))]
    const targets = async (viewer: Viewer) => {
      const { ground } = await recordOf(record, setting)
      const asking = { code: 'model-code', viewer, by: viewer.id }
      const edited = { modification: 'SECMP0031', title: 'Nine', class: 'amber', provision: 'B1' }
      const outcome = await carryOut(ground, {
        command: enterDraft,
        input: { ...edited, edited: 'B1 Pay within nine days.' },
        asking,
      })
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
      const { ops } = outcome.entries[0]!.data as { ops: { target: string }[] }
      return ops.map(({ target }) => target)
    }
    expect(await targets((await holder())!)).toEqual(['b1'])
    expect(await targets(theOperator)).toEqual(['b1', 'b2'])
  })

  it('does not publish, and enters nothing that it could not read', async () => {
    const viewer = (await holder())!
    for (const kind of ['white', 'red'])
      await given(past, setting)
        .when(enterDraft, { ...input, class: kind }, viewer)
        .thenRefused('classIsForDrafter')
  })

  it('has no say on another draft, and none on what becomes of its own', async () => {
    const viewer = (await holder())!
    await given(past, setting)
      .when(enterDraft, { ...input, modification: 'SECMP0030' }, viewer)
      .thenNotAllowed()
    await given(past, setting)
      .when(incorporateDraft, { modification: 'SECMP0031', reference: 'SECMP0031-1' }, viewer)
      .thenNotAllowed()
  })

  it('withdraws its draft for those who read it as it does', async () => {
    const viewer = (await holder())!
    await given(past, setting)
      .when(withdrawDraft, { modification: 'SECMP0031' }, viewer)
      .thenEntered([{ type: 'DraftWithdrawn', data: { ordinal: 1 } }])
  })
})
