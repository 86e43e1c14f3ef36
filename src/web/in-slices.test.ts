import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { GivenUp, type InSlices, newWorkshop } from './in-slices.ts'

/** A clock that goes on by some milliseconds each time it is asked. */
const clock = (step: number) => {
  let at = 0
  return () => {
    at += step
    return at
  }
}
const here = () => new AbortController().signal

describe('long work', () => {
  it('lets others go on between its slices, and ends with what it makes', async () => {
    const workshop = newWorkshop<string>(clock(20))
    let [steps, turns, done] = [0, 0, false]
    const made = workshop.make(
      'a',
      function* (): InSlices<string> {
        for (; steps < 30; steps++) yield
        return 'made'
      },
      here(),
    )
    void made.then(() => {
      done = true
    })
    for (; !done; turns++) await turn()
    expect(await made).toBe('made')
    expect(turns).toBeGreaterThanOrEqual(30)
  })
  it('is done once for all who ask for the same at one time, and anew for who asks later', async () => {
    const workshop = newWorkshop<number>()
    let begun = 0
    const begin = function* (): InSlices<number> {
      begun++
      yield
      return begun
    }
    const both = [workshop.make('a', begin, here()), workshop.make('a', begin, here())]
    expect(await Promise.all(both)).toEqual([1, 1])
    expect(await workshop.make('a', begin, here())).toBe(2)
  })
  it('is given up when the last who waits has gone, and not before', async () => {
    const workshop = newWorkshop<string>(clock(20))
    let [steps, isOver] = [0, false]
    const begin = function* (): InSlices<string> {
      try {
        for (; steps < 1_000; steps++) yield
        return 'made'
      } finally {
        isOver = true
      }
    }
    const [one, other] = [new AbortController(), new AbortController()]
    const made = Promise.allSettled([
      workshop.make('a', begin, one.signal),
      workshop.make('a', begin, other.signal),
    ])
    await turn()
    one.abort()
    for (let turns = 0; turns < 5; turns++) await turn()
    expect(isOver).toBe(false)
    other.abort()
    const [first, second] = await made
    expect([first?.status, second?.status]).toEqual(['rejected', 'rejected'])
    expect((first as PromiseRejectedResult).reason).toBeInstanceOf(GivenUp)
    expect(isOver).toBe(true)
    expect(steps).toBeLessThan(1_000)
  })
  it('fails for all who wait where it fails, and can be asked for again', async () => {
    const workshop = newWorkshop<string>()
    const failing = function* (): InSlices<string> {
      yield
      throw new Error('it cannot be drawn')
    }
    await expect(workshop.make('a', failing, here())).rejects.toThrow('it cannot be drawn')
    const sound = function* (): InSlices<string> {
      yield
      return 'made'
    }
    expect(await workshop.make('a', sound, here())).toBe('made')
  })
})
