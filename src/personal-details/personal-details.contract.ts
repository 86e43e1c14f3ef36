// What every store of personal details does, whatever it is kept in.

import { expect, it } from 'vitest'
import type { PersonalDetails } from './personal-details.ts'

const anna = { code: 'model-code', id: 'person-1', name: 'The first name' }
const other = { code: 'model-code', id: 'person-2', name: 'The second name' }
const elsewhere = { code: 'another-code', id: 'person-1', name: 'Somebody else' }
const at = '2026-01-01T09:00:00.000Z'

/** Tells what holds of a store; `fresh` gives an empty one. */
export function personalDetailsContract(fresh: () => Promise<PersonalDetails>): void {
  it('holds names by code and id, and gives those asked for', async () => {
    const details = await fresh()
    expect(await details.keep([anna, other, elsewhere])).toHaveLength(3)
    expect([...(await details.names('model-code'))]).toEqual([
      [anna.id, anna.name],
      [other.id, other.name],
    ])
    expect([...(await details.names('model-code', ['person-2', 'nobody']))]).toEqual([
      [other.id, other.name],
    ])
    expect([...(await details.names('another-code'))]).toEqual([[elsewhere.id, elsewhere.name]])
    expect((await details.names('model-code', [])).size).toBe(0)
  })

  it('leaves a name that is held as it is, and says what it kept', async () => {
    const details = await fresh()
    await details.keep([anna])
    expect(await details.keep([{ ...anna, name: 'A third name' }, other])).toEqual([other])
    expect((await details.names('model-code')).get(anna.id)).toBe(anna.name)
  })

  it('takes back what was kept, so that it can be kept anew', async () => {
    const details = await fresh()
    await details.keep([anna, other])
    await details.drop([anna])
    expect([...(await details.names('model-code')).keys()]).toEqual([other.id])
    expect(await details.keep([anna])).toEqual([anna])
  })

  it('erases a name for good, whether or not it was held', async () => {
    const details = await fresh()
    await details.keep([anna, elsewhere])
    await details.erase('model-code', anna.id, at)
    await details.erase('model-code', anna.id, at)
    await details.erase('model-code', other.id, at)
    await details.drop([anna])
    expect(await details.keep([anna, other])).toEqual([])
    expect((await details.names('model-code')).size).toBe(0)
    expect((await details.names('another-code')).size).toBe(1)
  })
}
