// Elements of WordprocessingML by what a reader does with them.

/** A tracked change: what was done, and by whom. */
export interface Revision {
  readonly kind: 'ins' | 'del' | 'moveFrom' | 'moveTo'
  readonly author: string
}

export type Format = 'b' | 'i' | 'u' | 'sup' | 'sub'

export const REVISION: Record<string, Revision['kind']> = {
  'w:ins': 'ins',
  'w:del': 'del',
  'w:moveFrom': 'moveFrom',
  'w:moveTo': 'moveTo',
}
export const FORMATS: Record<string, Format> = { 'w:b': 'b', 'w:i': 'i', 'w:u': 'u' }
/** Left out with all that stands in them. */
export const SKIPPED = new Set([
  'mc:Fallback',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:sectPr',
  'w:instrText',
  'w:delInstrText',
  'w:tblPr',
  'w:tblGrid',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'wp:docPr',
  'm:ctrlPr',
])
/** Not understood, or not wholly: told to the caller. */
export const REPORTED: Record<string, string> = {
  'w:drawing': 'a drawing or image',
  'w:pict': 'a drawing or image',
  'w:object': 'an embedded object',
  'w:altChunk': 'an embedded document',
  'w:ruby': 'ruby text',
  'w:subDoc': 'a linked document',
  'w:pPrChange': 'a tracked change of paragraph format, not applied',
  'w:rPrChange': 'a tracked change of format, not applied',
  'w:cellIns': 'a tracked cell insertion, taken as it stands',
  'w:cellDel': 'a tracked cell deletion, taken as it stands',
  'w:commentReference': 'a comment, left out',
}
