import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { thePublic } from '#journal/information-class.ts'
import type { Reading } from '#reading/reading.ts'
import { type Past, recordOf } from '../../../tests/given.ts'
import { partsKept } from '../code-kept.ts'
import type { Op } from '../engine/index.ts'
import { provisionId, text } from '../engine/index.ts'
import { heldText } from '../text/held-text.given.ts'
import { textAt } from '../text/text-at.ts'
import { textFolds } from '../text/text-kept.ts'
import { clashesView } from './clashes.view.ts'
import { days, draftOf, wordsOp } from './draft.given.ts'
import { draftView } from './draft.view.ts'
import { draftsView } from './drafts.view.ts'
import { draftFolds } from './drafts-kept.ts'
import { mergeView } from './merge.view.ts'
import { draftedWords, openDraftsTouching } from './open-drafts.ts'
import { rebaseView } from './rebase.view.ts'

const folds = [...textFolds, partsKept, ...draftFolds]
const on = { asOf: day('2026-05-01'), today: day('2026-05-01') }
const readingOf = async (past: readonly Past[], more: object = {}): Promise<Reading> =>
  (await recordOf([...heldText, ...past], { folds, today: day('2026-05-01') })).read({
    ...on,
    ...more,
  })
const red = (event: Past): Past => ({ ...event, class: 'red' })
const white = draftOf('SECMP0099', [days('ten')])
const insertion = (id: string, label: string, words: string): Op => ({
  op: 'insert',
  parent: provisionId('b'),
  after: provisionId('b2'),
  node: { id: provisionId(id), kind: 'clause', label, lead: [[text(words)]] },
})

/** All that the views and what stands beside a provision say. */
const everything = (reading: Reading) => {
  const at = textAt(reading)!
  return JSON.stringify({
    register: draftsView.answer(reading, { limit: 100 }),
    drafts: draftView.each!(reading).map((asked) => draftView.answer(reading, asked as never)),
    rebases: rebaseView.each!(reading).map((asked) => rebaseView.answer(reading, asked as never)),
    clashes: clashesView.answer(reading, {}),
    merge: mergeView.answer(reading, { drafts: 'SECMP0099,SECMP0098' }),
    beside: ['b1', 'b2'].map((id) => openDraftsTouching(reading, at, provisionId(id))),
    words: draftedWords(reading).map(({ tree }) => tree.id),
  })
}

describe('a restricted draft', () => {
  const open = [
    white,
    draftOf('SECMP0098', [wordsOp('b2', 'each', 'every', 'Section B1 applies to '.length)]),
  ]
  it.each([
    ['another draft', [red(draftOf('SECMP0001', [days('seven')]))]],
    ['a further revision', [red(draftOf('SECMP0099', [days('seven')], { title: 'Kept back' }))]],
    [
      'a further revision that was withdrawn',
      [
        red(draftOf('SECMP0099', [days('seven')])),
        red({
          stream: 'draft:SECMP0099',
          type: 'DraftWithdrawn',
          data: { modification: 'SECMP0099', ordinal: 1, reason: 'no' },
        }),
      ],
    ],
    [
      'an effect of its modification',
      [
        red({
          stream: 'effect:X',
          type: 'EffectEntered',
          effectiveFrom: '2026-03-01',
          data: {
            reference: 'X',
            instrument: { kind: 'modification', reference: 'SECMP0099' },
            layer: 'permanent',
            mode: 'amend',
            provisions: [],
            starts: { on: '2026-03-01' },
            ends: null,
            regions: [],
            ops: [days('nine')],
            says: null,
            supersedes: null,
            gives: null,
          },
        }),
      ],
    ],
  ])('changes nothing that the public reads: %s', async (_what, restricted) => {
    const before = await readingOf(open, { viewer: thePublic })
    const after = await readingOf([...open, ...restricted], { viewer: thePublic })
    expect(everything(after)).toBe(everything(before))
    const whole = await readingOf([...open, ...restricted])
    expect(everything(whole)).not.toBe(everything(await readingOf(open)))
  })
})

describe('a draft', () => {
  it('says in words what it does, and that the words give the text', async () => {
    const answer = draftView.answer(await readingOf([white]), { draft: 'SECMP0099' })
    expect(answer).toMatchObject({
      state: 'open',
      instructions: ['In B1, for “five” substitute “ten”'],
      agree: 'agree',
      touches: [{ number: 'B1', how: 'amends' }],
      moved: null,
    })
    expect(answer!.steps[0]!.lines[0]!.runs).toEqual([
      { mark: 'same', s: 'Pay within ' },
      { mark: 'del', s: 'five' },
      { mark: 'ins', s: 'ten' },
      { mark: 'same', s: ' days.' },
    ])
  })

  it.each([
    [
      'renumbers',
      { op: 'renumber', target: provisionId('b1'), label: 'B1A' } as Op,
      'for “Section B1” substitute “Section B1A”',
    ],
    ['repeals', { op: 'repeal', target: provisionId('b1'), leave: 'gap' } as Op, 'B2'],
  ])(
    'proposes what it makes necessary where it %s what others refer to',
    async (_how, op, words) => {
      const answer = draftView.answer(await readingOf([draftOf('SECMP0099', [op])]), {
        draft: 'SECMP0099',
      })
      expect(answer!.consequences).toHaveLength(1)
      expect(answer!.consequences[0]).toMatchObject({ number: 'B2' })
      expect(answer!.consequences[0]!.instruction).toContain(words)
    },
  )

  it('can still be read where a part that was there all along came onto the record later', async () => {
    const part: Past = {
      stream: 'part:Section-C',
      type: 'PartEntered',
      effectiveFrom: '2026-01-01',
      data: {
        reference: 'Section C',
        title: 'Gates',
        kind: 'section',
        confidence: 'seen',
        notes: null,
      },
    }
    const reading = await readingOf([white, part])
    const answer = draftView.answer(reading, { draft: 'SECMP0099' })
    expect(answer).toMatchObject({ readable: true, touches: [{ number: 'B1' }] })
  })

  it('is not there before it was drafted', async () => {
    const later = { ...white, effectiveFrom: '2026-04-15' }
    const reading = await readingOf([later], { asOf: day('2026-04-01') })
    expect(draftsView.answer(reading, { limit: 10 })!.drafts).toEqual([])
  })
})

describe('the clash radar', () => {
  const clashesOf = async (...drafts: readonly Past[]) =>
    clashesView.answer(await readingOf(drafts), {})!

  it('tells the gravest grade of each pair, with the provisions', async () => {
    const { clashes } = await clashesOf(white, draftOf('SECMP0098', [days('seven')]))
    expect(clashes).toMatchObject([
      {
        between: ['SECMP0098', 'SECMP0099'],
        grade: 1,
        grades: [{ grade: 1, provisions: [{ number: 'B1' }] }, { grade: 2 }, { grade: 3 }],
      },
    ])
  })

  it('is told anew when a draft changes', async () => {
    const other = draftOf('SECMP0098', [days('seven')])
    const revised = draftOf(
      'SECMP0098',
      [wordsOp('b2', 'each', 'every', 'Section B1 applies to '.length)],
      { ordinal: 2 },
    )
    expect((await clashesOf(white, other)).clashes[0]!.grade).toBe(1)
    expect(
      (await clashesOf(white, other, revised)).clashes.map(({ grade }) => grade),
    ).not.toContain(1)
  })

  it('compares drafts of different baselines on one', async () => {
    const effect: Past = {
      stream: 'effect:X',
      type: 'EffectEntered',
      effectiveFrom: '2026-03-01',
      data: {
        reference: 'X',
        instrument: { kind: 'modification', reference: 'SECMP0001' },
        layer: 'permanent',
        mode: 'amend',
        provisions: [],
        starts: { on: '2026-03-01' },
        ends: null,
        regions: [],
        ops: [wordsOp('b2', 'Lock Keeper', 'Keeper', 'Section B1 applies to each '.length)],
        says: null,
        supersedes: null,
        gives: null,
      },
    }
    const { clashes, drafts } = await clashesOf(
      white,
      effect,
      draftOf('SECMP0098', [days('seven')]),
    )
    expect(clashes[0]).toMatchObject({ grade: 1 })
    expect(drafts.map(({ conflicts }) => conflicts)).toEqual([0, 0])
  })

  it.each([
    [
      'gives another text',
      insertion('x', 'B3', 'One.'),
      insertion('y', 'B3', 'Other.'),
      'another-text',
    ],
    [
      'is the only one',
      days('ten'),
      { op: 'repeal', target: provisionId('b1'), leave: 'gap' } as Op,
      'first-before-second',
    ],
  ])('tells where the order %s', async (_how, one, other, how) => {
    const { order } = await clashesOf(draftOf('SECMP0098', [one]), draftOf('SECMP0099', [other]))
    expect(order).toMatchObject([
      {
        with: '2026-06-01',
        how,
        pair: [{ name: 'the draft of SECMP0098' }, { name: 'the draft of SECMP0099' }],
      },
    ])
  })
})

describe('two drafts together', () => {
  it('give both changes, or conflicts with three texts', async () => {
    const other = draftOf('SECMP0098', [
      wordsOp('b2', 'each', 'every', 'Section B1 applies to '.length),
    ])
    const together = mergeView.answer(await readingOf([white, other]), {
      drafts: 'SECMP0099,SECMP0098',
    })!
    expect(together.merged!.conflicts).toEqual([])
    expect(together.merged!.redline.entries).toHaveLength(2)
    const against = draftOf('SECMP0098', [days('seven')])
    const clashing = mergeView.answer(await readingOf([white, against]), {
      one: 'SECMP0099',
      other: 'SECMP0098',
    })!
    const [conflict] = clashing.merged!.conflicts
    const concerned = (['base', 'left', 'right'] as const).map((side) =>
      conflict![side]!.runs.find((run) => run.concerned)!.words.trim(),
    )
    expect(concerned).toEqual(['five', 'ten', 'seven'])
  })

  it('says which names are no open drafts', async () => {
    const answer = mergeView.answer(await readingOf([white]), { drafts: 'SECMP0099,SECMP0001' })
    expect(answer).toMatchObject({ merged: null, missing: ['SECMP0001'] })
  })
})
