// Whose law a text is and in which language, as Akoma Ntoso asks for it: the rulebook of the code says.

import type { Rulebook } from '#rulebook/rulebook.ts'

export interface AknPlace {
  /** Two letters of ISO 3166-1; `zz` where the rulebook names none. */
  readonly country: string
  /** Three letters of ISO 639-2; `und` where the rulebook names none. */
  readonly language: string
}

export const placeUnknown: AknPlace = { country: 'zz', language: 'und' }

export function aknPlace(rulebook: Rulebook): AknPlace {
  const named = (name: string, otherwise: string) =>
    rulebook.knows(name) ? rulebook.text(name) : otherwise
  return {
    country: named('text.country', placeUnknown.country),
    language: named('text.language', placeUnknown.language),
  }
}
