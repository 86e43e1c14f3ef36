// The front door of the text engine.

export { canonicalContent, canonicalParagraph, canonicalWords, sha256 } from './canonical.ts'
export { compareLabels, parseLabel } from './label.ts'
export * from './model.ts'
export { contentOf, draftOf, newStore, nodeOf, type TextStore } from './store.ts'
export { lineOf, wordsOf } from './words.ts'
