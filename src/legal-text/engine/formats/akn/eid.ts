// Printed numbers as Akoma Ntoso element ids: `sec_D__clause_8.20__para_a`, each once in a document.
import type { Kind, ProvisionId, Tree } from '../../model.ts'

const SHORT: Record<Kind, string> = {
  code: 'code',
  section: 'sec',
  schedule: 'sched',
  appendix: 'app',
  part: 'part',
  'heading-group': 'group',
  clause: 'clause',
  para: 'para',
  definition: 'def',
  table: 'table',
  row: 'tr',
  cell: 'td',
  unnumbered: 'unnum',
}

/** A number without what is not part of a name: `(a)` is `a`, `Section D` is `D`, `Not used` is `Not-used`. */
const nameOf = (raw: string): string =>
  raw
    .replace(/^(section|schedule|appendix|part|chapter|title|subchapter|§)\s+/i, '')
    .replace(/[^\p{L}\p{M}\p{N}.-]+/gu, '-')
    .replace(/^-+|[-.]+$/g, '')

/**
 * The eId of every provision of a version: the path of kinds and printed numbers from the root down, unnumbered ones
 * counted among their siblings; where two have the same path, as twins `Not used` have, later ones get `~2`, `~3`.
 * The root itself stands in no path.
 */
export const eIdsOf = (root: Tree): Map<ProvisionId, string> => {
  const out = new Map<ProvisionId, string>([[root.id, 'code']])
  const taken = new Map<string, number>([['code', 1]])
  const visit = (tree: Tree, path: string): void => {
    const unnumbered = new Map<Kind, number>()
    for (const kid of tree.kids) {
      const { kind, label } = kid.own
      let name = label ? nameOf(label.raw) : ''
      if (name === '') {
        const n = (unnumbered.get(kind) ?? 0) + 1
        unnumbered.set(kind, n)
        name = `n${n}`
      }
      const plain = `${path}${SHORT[kind]}_${name}`
      const before = taken.get(plain) ?? 0
      taken.set(plain, before + 1)
      const eId = before === 0 ? plain : `${plain}~${before + 1}`
      out.set(kid.id, eId)
      visit(kid, `${eId}__`)
    }
  }
  visit(root, '')
  return out
}
