// Operations in one form, so that two that say the same are equal value by value.
import { canonicalContent } from './canonical.ts'
import type { Draft, Inline } from './model.ts'
import type { Op } from './op.ts'

const merged = (inlines: readonly Inline[]): Inline[] => {
  const out: Inline[] = []
  for (const one of inlines) {
    const last = out.at(-1)
    if (one.t === 'em') out.push({ ...one, c: merged(one.c) })
    else if (one.t !== 'text') out.push(one)
    else if (last?.t === 'text') out[out.length - 1] = { t: 'text', s: last.s + one.s }
    else if (one.s !== '') out.push(one)
  }
  return out
}

const canonicalDraft = (draft: Draft): Draft => {
  const { label, ...content } = canonicalContent(draft)
  return {
    ...content,
    id: draft.id,
    label: label?.raw ?? null,
    children: (draft.children ?? []).map(canonicalDraft),
  }
}

const raw = (label: { readonly raw: string } | string): string =>
  typeof label === 'string' ? label : label.raw

/**
 * The operation with its drafts in canonical form, its labels as printed and its plain runs joined. Applied, it gives
 * the same text.
 */
export const canonicalOp = (op: Op): Op => {
  switch (op.op) {
    case 'insert':
      return { ...op, node: canonicalDraft(op.node) }
    case 'substitute':
      return { ...op, with: op.with.map(canonicalDraft) }
    case 'words':
      return { ...op, ins: merged(op.ins) }
    case 'repeal':
      return op
    case 'renumber':
      return { ...op, label: raw(op.label) }
    case 'move':
      return op.label === undefined ? op : { ...op, label: raw(op.label) }
    case 'split':
    case 'join':
      return { ...op, into: op.into.map(canonicalDraft) }
  }
}
