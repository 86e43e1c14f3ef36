// A version as Akoma Ntoso 3.0: the printed numbers in eId, the identities in wId.
import type { Tree } from '../../model.ts'
import { escapeXml } from '../xml/xml-text.ts'
import { type AknDocument, aknMeta } from './akn-meta.ts'
import { eIdsOf } from './eid.ts'
import { newProvisionXml } from './provision-xml.ts'

export const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/**
 * Writes a version. `readAkn` gives the same tree again, by hash. Throws where a word holds a character that XML
 * cannot carry.
 */
export const writeAkn = (root: Tree, doc: AknDocument): string => {
  const eIds = eIdsOf(root)
  const meta = aknMeta(doc, (id) => eIds.get(id))
  const { provision } = newProvisionXml({ eId: (id) => eIds.get(id), group: meta.groupOf })
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${NAMESPACE}">
<act name="${escapeXml(doc.name)}">
${meta.xml}
<body>
${provision(root)}</body>
</act>
</akomaNtoso>
`
}
