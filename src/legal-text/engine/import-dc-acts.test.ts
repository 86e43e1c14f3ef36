import { describe, expect, it } from 'vitest'
import { applyOps } from './apply-ops.ts'
import { opsOfInstruction, placesIn } from './dc-act-ops.ts'
import { importDcAct } from './import-dc-acts.ts'
import { minter, provisionId, type Tree, text } from './model.ts'
import { newStore } from './store.ts'
import { lineOf } from './words.ts'

const store = newStore()
const root = store.plant({
  id: provisionId('r'),
  kind: 'code',
  children: [
    {
      id: provisionId('t'),
      kind: 'part',
      label: 'Title 47',
      children: [
        {
          id: provisionId('s'),
          kind: 'section',
          label: '47-1',
          heading: [text('Fees.')],
          children: ['(a)', '(b)', '(d)'].map((label) => ({
            id: provisionId(`s${label[1]}`),
            kind: 'para',
            label,
            lead: [[text(`The “fee” of ${label} is due.`)]],
          })),
        },
      ],
    },
  ],
})
const act = (inner: string): string =>
  `<document xmlns:codify="x"><meta><effective>2022-03-01</effective></meta><section codify:doc="D.C. Code" codify:path="§47-1">${inner}</section></document>`
const said = (tree: Tree): string => [lineOf(tree.own), ...tree.kids.map(said)].join(' ').trim()

const carriedOut = (inner: string): string => {
  const [instruction] = importDcAct('24/laws/24-1.xml', act(inner)).instructions
  if (!instruction) return 'nothing'
  const ops = opsOfInstruction(root, placesIn(root), instruction, minter('act'))
  if (!ops.ok) return ops.faults
  const result = applyOps(store, root, ops.value)
  return result.ok ? said(result.value.root) : JSON.stringify(result.faults)
}

describe('an instruction of an act', () => {
  it('strikes and inserts words, also from within a comment, whatever the quotation marks', () => {
    expect(
      carriedOut(
        '<para codify:path="(a)"><!-- <codify:find-replace count="1"><find>"fee"</find><replace>levy</replace></codify:find-replace> --></para>',
      ),
    ).toContain('(a) The levy of (a) is due.')
    expect(
      carriedOut(
        '<para codify:path="(a)"><codify:find-replace position="last"><find>.</find><replace>; and</replace></codify:find-replace></para>',
      ),
    ).toContain('is due; and (b)')
  })
  it('inserts a paragraph in legal order, replaces, repeals and renumbers', () => {
    expect(
      carriedOut('<include><para><codify:insert/><num>(c)</num><text>New.</text></para></include>'),
    ).toContain('(c) New. (d)')
    expect(
      carriedOut(
        '<include codify:path="(b)"><para><codify:replace/><num>(b)</num><text>Other.</text></para></include>',
      ),
    ).toContain('(b) Other. (d)')
    expect(carriedOut('<codify:repeal path="(b)"/>')).toContain('(b) Repealed. (d)')
    expect(
      carriedOut('<para codify:path="(d)"><codify:redesignate-para num-value="(e)"/></para>'),
    ).toContain('(e) The “fee” of (d)')
  })
  it('that cannot be tied to the text says why', () => {
    expect(carriedOut('<codify:repeal path="(z)"/>')).toBe('no provision stands at §47-1|(z)')
    expect(
      carriedOut(
        '<codify:find-replace><find>unicorn</find><replace>x</replace></codify:find-replace>',
      ),
    ).toBe('"unicorn" does not stand at §47-1')
  })
  it('of an emergency act or to another document is told apart', () => {
    expect(importDcAct('24/acts/24-1.xml', act('')).isTemporary).toBe(true)
    expect(
      importDcAct('24/laws/24-1.xml', act('<codify:temporary doc="D.C. Code" path="§47-1"/>'))
        .isTemporary,
    ).toBe(true)
    expect(
      importDcAct('24/laws/24-1.xml', act('<codify:repeal doc="D.C. Law 1-1" path="§2"/>'))
        .instructions,
    ).toEqual([])
  })
})
