// Long work in slices, so that whoever runs it can see to something else in between.

/** Work that pauses now and then; nobody need wait at a pause, and it may be given up there. */
export type Slices<T> = Generator<void, T, void>

/** The work done at once. */
export const atOnce = <T>(work: Slices<T>): T => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
