// How the scripts speak: plain lines, and a failure that ends them without a stack of calls.

/** A failure that its message explains; the script prints it and ends with 1. */
export class Plainly extends Error {}

/** Runs a script to its end and sets the exit code. */
export async function script(run) {
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    console.error(error instanceof Plainly ? error.message : error)
    process.exitCode = 1
  }
}

/** Says at once what begins, every five seconds that it still goes on, and in the end how long it took. */
export async function timed(say, beginning, work) {
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
  say(`${beginning} ...`)
  const still = setInterval(() => say(`  still at it after ${Math.round(seconds())} s`), 5_000)
  try {
    const result = await work()
    say(`  done in ${seconds()} s`)
    return result
  } finally {
    clearInterval(still)
  }
}
