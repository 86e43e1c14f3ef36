import { describe, expect, it } from 'vitest'
import { given } from '../../tests/given.ts'
import { enterPartOnRecord } from './enter-part-on-record.ts'
import { compareParts } from './part.ts'

const part = {
  reference: 'Section A',
  title: 'Definitions',
  kind: 'Section',
  from: '../2026-01-01',
  confidence: 'seen',
  source: 'the text',
}
const entered = {
  stream: 'part:Section-A',
  type: 'PartEntered',
  data: { reference: 'Section A' },
}

describe('entering a part of the Code on record', () => {
  it('may lack a title', () =>
    given()
      .when(enterPartOnRecord, { ...part, title: '' })
      .thenEntered([
        {
          type: 'PartEntered',
          data: { reference: 'Section A', title: null, kind: 'section' },
          effectiveFrom: '../2026-01-01',
        },
      ]))

  it('is refused where it is on record already', () =>
    given([entered]).when(enterPartOnRecord, part).thenRefused('partIsNew'))

  it('says of each field what it needs', () =>
    given()
      .when(enterPartOnRecord, { reference: '§ 1', kind: '', from: '', confidence: 'sure' })
      .thenFormRefused('reference', 'kind', 'from', 'confidence', 'source'))
})

describe('the order of the parts', () => {
  it('is that of the Code', () => {
    const references = [
      ...['Section A', 'Section B', 'Schedule 2', 'Schedule 10', 'Appendix A', 'Appendix Z'],
      ...['Appendix AA', 'Annex 1'],
    ]
    const parts = references.map((reference) => ({
      reference,
      kind: reference.split(' ')[0]!.toLowerCase(),
    }))
    expect(parts.toReversed().toSorted(compareParts)).toEqual(parts)
  })
})
