// fast-check with fewer cases a property: some of them are enough to notice what a plain case does not.
import fc from 'fast-check'

const MOST_RUNS = 60

fc.configureGlobal({ seed: 20_170_331, endOnFailure: true })

const assert = (property, parameters = {}) =>
  fc.assert(property, {
    ...parameters,
    numRuns: Math.min(parameters.numRuns ?? MOST_RUNS, MOST_RUNS),
  })

export default Object.create(fc, { assert: { value: assert, enumerable: true } })
