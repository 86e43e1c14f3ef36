// How provisions are told apart in a Word file: styles say kind, level and place, hidden bookmarks say identity.
import { sha256 } from '../../canonical.ts'
import { KINDS, type Kind, type ProvisionId } from '../../model.ts'
import type { Role } from '../compare/compared-lines.ts'

const ROLES: Record<Role, string> = {
  heading: 'Heading',
  opening: 'Text',
  lead: 'More',
  tail: 'Close',
}
const ROLE_OF = Object.fromEntries(Object.entries(ROLES).map(([role, name]) => [name, role]))

const large = (kind: Kind): string =>
  kind.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())
const KIND_OF = Object.fromEntries(KINDS.map((kind) => [large(kind), kind]))

/** The style of a line: `Clause2Text`. */
export const styleOf = (kind: Kind, depth: number, role: Role): string =>
  `${large(kind)}${depth}${ROLES[role]}`

export interface OwnStyle {
  readonly kind: Kind
  readonly depth: number
  readonly role: Role
}

const known = new Map<string, OwnStyle | null>()

/** Reads a style written by `styleOf`; null for any other. */
export const readStyle = (style: string): OwnStyle | null => {
  const before = known.get(style)
  if (before !== undefined) return before
  const found = /^([A-Z][A-Za-z]*?)(\d{1,3})(Heading|Text|More|Close)$/.exec(style)
  const kind = KIND_OF[found?.[1] ?? '']
  const role = ROLE_OF[found?.[3] ?? ''] as Role | undefined
  const own = kind && role ? { kind, depth: Number(found?.[2]), role } : null
  if (known.size < 10_000) known.set(style, own)
  return own
}

/** What stands before a name: the provision, its state before a redline, a table row and its state before. */
export type NamePrefix = '_p' | '_q' | '_r' | '_s'

/** A bookmark name for an id: at most 40 letters, digits and `_`. A long id is a digest, which `readName` cannot undo. */
export const nameFor = (prefix: NamePrefix, id: ProvisionId): string => {
  const plain = id.replace(/[^A-Za-z0-9]/g, (one) => `_${one.charCodeAt(0).toString(16)}`)
  return plain.length <= 37 ? `${prefix}_${plain}` : `${prefix}h${sha256(id).slice(0, 36)}`
}

/** The prefix and id in a bookmark name of ours; `digests` gives long ids by their digest. */
export const readName = (
  name: string,
  digests: ReadonlyMap<string, ProvisionId>,
): { prefix: NamePrefix; id: ProvisionId } | null => {
  if (!/^_[pqrs][_h]/.test(name)) return null
  const prefix = name.slice(0, 2) as NamePrefix
  if (name[2] === 'h') {
    const id = digests.get(name.slice(3))
    return id === undefined ? null : { prefix, id }
  }
  const id = name
    .slice(3)
    .replace(/_([0-9a-f]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  return /^[A-Za-z0-9][A-Za-z0-9_.~:-]{0,79}$/.test(id) ? { prefix, id: id as ProvisionId } : null
}

/** The digest by which a long id is named, or null where the name holds the id itself. */
export const digestOf = (id: ProvisionId): string | null => {
  const name = nameFor('_p', id)
  return name[2] === 'h' ? name.slice(3) : null
}
