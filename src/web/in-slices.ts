// Long work done in slices on the one thread of the server, so that every other request is answered meanwhile.

import { setImmediate as others } from 'node:timers/promises'

/** Work that pauses now and then, and may be given up at a pause. */
export type InSlices<T> = Generator<void, T, void>

/** For how many milliseconds all such work together may keep others waiting. */
const slice = 12

/** Nobody waits any more for what was being made. */
export class GivenUp extends Error {}

interface UnderWay<T> {
  readonly made: Promise<T>
  waiting: number
}

/** Does long work for whoever waits for it; those who ask for the same at once wait for the same. */
export interface Workshop<T> {
  /**
   * What the work ends with. `key` names it, and `gone` tells when this one who waits has gone away: when the last has,
   * the work is given up at its next pause, and `GivenUp` is thrown.
   */
  make(key: string, begin: () => InSlices<T>, gone: AbortSignal): Promise<T>
}

export function newWorkshop<T>(now: () => number = () => performance.now()): Workshop<T> {
  const underWay = new Map<string, UnderWay<T>>()

  const finish = async (work: InSlices<T>, isWanted: () => boolean): Promise<T> => {
    for (;;) {
      await others()
      if (!isWanted()) {
        work.return(undefined as T)
        throw new GivenUp('Nobody waits for it any more')
      }
      const until = now() + slice / Math.max(1, underWay.size)
      do {
        const step = work.next()
        if (step.done) return step.value
      } while (now() < until)
    }
  }

  const begun = (key: string, begin: () => InSlices<T>): UnderWay<T> => {
    const known = underWay.get(key)
    if (known) return known
    const drop = () => underWay.get(key) === fresh && underWay.delete(key)
    const fresh: UnderWay<T> = {
      waiting: 0,
      made: Promise.resolve()
        .then(() => finish(begin(), () => fresh.waiting > 0))
        .finally(drop),
    }
    underWay.set(key, fresh)
    return fresh
  }

  return {
    make: async (key, begin, gone) => {
      const one = begun(key, begin)
      one.waiting++
      const leave = () => {
        one.waiting--
        if (one.waiting === 0 && underWay.get(key) === one) underWay.delete(key)
      }
      if (gone.aborted) leave()
      else gone.addEventListener('abort', leave, { once: true })
      return one.made
    },
  }
}
