import { describe, it } from 'vitest'
import { given } from '../../../tests/given.ts'
import { partsKept } from '../code-kept.ts'
import { enterProvisionOnRecord } from './enter-provision-on-record.ts'
import { textFolds } from './text-kept.ts'

const setting = { folds: [partsKept, ...textFolds] }
const begun = {
  stream: 'text:the-code',
  type: 'TextBegun',
  data: { root: 'x', began: '2026-01-01', title: 'Locks' },
  effectiveFrom: '2026-01-01',
}
const part = {
  stream: 'part:Section-B',
  type: 'PartEntered',
  data: { reference: 'Section B', title: 'Locks', kind: 'section', from: '2026-03-01' },
  effectiveFrom: '2026-03-01',
}
const b2 = {
  stream: 'provision:p2',
  type: 'ProvisionEntered',
  data: {
    id: 'p2',
    parent: 'Section B',
    number: 'B2',
    kind: 'clause',
    heading: null,
    words: [],
    from: '2026-03-01',
  },
  effectiveFrom: '2026-03-01',
}
const provision = {
  id: 'p1',
  parent: 'section  b',
  number: 'B1',
  words: 'One.\n\nTwo.',
  from: '2026-03-01',
  basis: 'illustrative',
  source: 'the test',
}

describe('entering a provision', () => {
  it('puts it where it belongs, by paragraphs', () =>
    given([begun, part], setting)
      .when(enterProvisionOnRecord, provision)
      .thenEntered([
        {
          type: 'ProvisionEntered',
          data: { id: 'p1', words: ['One.', 'Two.'], heading: null, kind: 'clause' },
          effectiveFrom: '2026-03-01',
          basis: 'illustrative',
        },
      ]))

  it('may stand in another provision', () =>
    given([begun, part, b2], setting)
      .when(enterProvisionOnRecord, { ...provision, parent: 'B2', number: '(a)' })
      .thenEntered([{ type: 'ProvisionEntered' }]))

  it('is refused before the text has begun', () =>
    given([part], setting).when(enterProvisionOnRecord, provision).thenRefused('textHasBegun'))

  it('is refused twice, under a number that is taken, in nothing, and before what it stands in', async () => {
    await given([begun, part, b2], setting)
      .when(enterProvisionOnRecord, { ...provision, id: 'p2', number: 'b2' })
      .thenRefused('provisionIsNew', 'numberIsFree')
    await given([begun], setting)
      .when(enterProvisionOnRecord, provision)
      .thenRefused('parentStands')
    await given([begun, part], setting)
      .when(enterProvisionOnRecord, { ...provision, from: '2026-02-01' })
      .thenRefused('parentStands')
  })
})
