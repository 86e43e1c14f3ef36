// What an amending document in Akoma Ntoso carries beside the words of the standard, so that the operations come back
// exactly: attributes of a namespace of their own, which other readers pass over.
import type { Effect, When } from '../../effect.ts'
import type { Op } from '../../op.ts'

export const OP_NAMESPACE = 'urn:secretariat:amendment'

/** An amendment: its operations, in order, and how and when they count. */
export interface AknAmendment {
  readonly ops: readonly Op[]
  readonly layer: Effect['layer']
  readonly mode: Effect['mode']
  readonly starts?: When
  readonly ends?: When
}

export const MODES: readonly Effect['mode'][] = [
  'amend',
  'vary',
  'disapply',
  'read-as',
  'add-for-period',
]

/** A start or end as one attribute says it. */
export const whenSaid = (when: When): string => {
  if (when === 'not-commenced') return when
  if ('on' in when) return `on ${when.on}`
  return 'release' in when ? `release ${when.release}` : `event ${when.event}`
}

/** A start or end read back; undefined where the attribute is not there or says something else. */
export const readWhen = (said: string | undefined): When | undefined => {
  if (said === 'not-commenced') return said
  const [, how, what] = /^(on|release|event) (.*)$/s.exec(said ?? '') ?? []
  if (how === undefined || what === undefined) return undefined
  return { [how]: what } as When
}
