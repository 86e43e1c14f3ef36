// Every page that the public, or the operator, can ask for.

import type { Viewer } from '#journal/information-class.ts'
import type { Office } from '#office/office.ts'
import { filled } from '#web/code-routes.ts'

/** One address for each page; for those with names in it the first, the middle and the last, or all. */
export async function pageAddresses(
  office: Office,
  viewer: Viewer,
  all = false,
): Promise<string[]> {
  const reading = await office.read({ code: office.defaultCode, viewer })
  return office.rooms
    .flatMap((room) => room.pages)
    .flatMap(({ view }) => {
      if (!view.at.includes(':')) return [view.at]
      const each = view.each?.(reading) ?? []
      const chosen =
        all || each.length < 3 ? each : [each[0]!, each[Math.floor(each.length / 2)]!, each.at(-1)!]
      return chosen.map((names) => filled(view.at, names))
    })
}
