import { describe, it } from 'vitest'
import { given } from '../../../tests/given.ts'
import { recordCommencement } from './record-commencement.ts'

const commencement = {
  what: 'release',
  name: 'June 2026',
  on: '2026-06-25',
  source: 'the test',
}
const before = {
  stream: 'commencement:release-June-2026',
  type: 'Commenced',
  data: { what: 'release', name: 'June 2026', on: '2026-06-25' },
}

describe('recording a commencement', () => {
  it('enters it', () =>
    given()
      .when(recordCommencement, commencement)
      .thenEntered([{ type: 'Commenced', effectiveFrom: '2026-06-25' }]))

  it('may move it to another day, and is refused on the same', async () => {
    await given([before])
      .when(recordCommencement, { ...commencement, on: '2026-07-02' })
      .thenEntered([{ type: 'Commenced' }])
    await given([before]).when(recordCommencement, commencement).thenRefused('commencementDiffers')
  })

  it('says of each field what it needs', () =>
    given()
      .when(recordCommencement, { ...commencement, what: 'party', on: 'soon' })
      .thenFormRefused('what', 'on'))
})
