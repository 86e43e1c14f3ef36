// Personal details in memory: for unit tests, and for looking at an export without a database.

import type { PersonalDetails } from './personal-details.ts'

/** An empty store. */
export function memoryPersonalDetails(): PersonalDetails {
  const codes = new Map<string, Map<string, string | null>>()
  const of = (code: string) => {
    const found = codes.get(code) ?? new Map<string, string | null>()
    codes.set(code, found)
    return found
  }
  return {
    async names(code, ids) {
      const wanted = ids && new Set(ids)
      const held = [...of(code)].flatMap(([id, name]): [string, string][] =>
        name !== null && (!wanted || wanted.has(id)) ? [[id, name]] : [],
      )
      return new Map(held)
    },
    async keep(people) {
      return people.filter(({ code, id, name }) => {
        if (of(code).has(id)) return false
        of(code).set(id, name)
        return true
      })
    },
    async drop(people) {
      for (const { code, id } of people) if (of(code).get(id) !== null) of(code).delete(id)
    },
    async erase(code, id) {
      of(code).set(id, null)
    },
  }
}
