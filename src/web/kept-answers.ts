// Rendered answers, kept in memory until the record moves on or the day turns: most readers ask for the same pages.

/** A complete answer, ready to be sent again. */
export interface KeptAnswer {
  readonly status: number
  readonly body: string | Buffer
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

export interface KeptAnswers {
  get(key: string, at: string): KeptAnswer | undefined
  keep(key: string, at: string, answer: KeptAnswer): void
}

/**
 * Keeps answers up to `most` characters in all, the longest unasked going first. `at` names the state of the
 * record they were drawn from; another one empties the whole.
 */
export function keptAnswers(most = 64_000_000): KeptAnswers {
  const answers = new Map<string, KeptAnswer>()
  let drawnAt = ''
  let size = 0
  const drop = (key: string, answer: KeptAnswer) => {
    answers.delete(key)
    size -= answer.body.length
  }
  return {
    get(key, at) {
      const found = at === drawnAt ? answers.get(key) : undefined
      if (found) {
        answers.delete(key)
        answers.set(key, found)
      }
      return found
    },
    keep(key, at, answer) {
      if (at !== drawnAt) {
        answers.clear()
        size = 0
        drawnAt = at
      }
      const before = answers.get(key)
      if (before) drop(key, before)
      answers.set(key, answer)
      size += answer.body.length
      for (const [oldest, old] of answers) {
        if (size <= most) return
        drop(oldest, old)
      }
    },
  }
}
