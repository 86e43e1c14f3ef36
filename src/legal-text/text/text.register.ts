// The tables by which the text comes onto the record: its beginning, single provisions, effects and their endings.

import { cellsByField, type Register } from '#decision/register.ts'
import { beginText } from './begin-text.ts'
import { endEffect } from './end-effect.ts'
import { enterEffect } from './enter-effect.ts'
import { enterProvisionOnRecord } from './enter-provision-on-record.ts'
import { recordCommencement } from './record-commencement.ts'

const basis = {
  name: 'basis',
  says: 'on-record, known-by-count or illustrative; left out, on-record',
}
const source = { name: 'source', says: 'where this is stated' }

const textColumns = [
  { name: 'title', says: 'what the text is called' },
  { name: 'began', says: 'the first day whose text is on record' },
  basis,
  source,
]

export const textsRegister: Register = {
  name: 'texts',
  says: 'The beginning of the text of the Code, in one row; its words follow as provisions, effects or an import',
  command: beginText,
  columns: textColumns,
  mayLack: ['basis'],
  input: (cells) => cellsByField(cells, textColumns),
}

const provisionColumns = [
  { name: 'id', says: 'its identity: lasting, and no number' },
  { name: 'parent', says: 'what it stands in: Section E, or X2.4' },
  { name: 'number', says: 'its printed number; empty where it has none' },
  { name: 'kind', says: 'clause, para or definition' },
  { name: 'heading', says: 'its heading, if it has one' },
  { name: 'words', says: 'its words; two bars stand between paragraphs' },
  { name: 'from', says: 'since when it is in the Code, as far as it is known' },
  basis,
  source,
]

export const provisionsRegister: Register = {
  name: 'provisions',
  says: 'Provisions of the Code entered one by one, one a row',
  command: enterProvisionOnRecord,
  columns: provisionColumns,
  mayLack: ['heading', 'basis'],
  input: (cells) => cellsByField(cells, provisionColumns),
}

const effectColumns = [
  { name: 'reference', says: 'its lasting name' },
  {
    name: 'instrument_kind',
    says: 'modification, designation, direction, correction or import',
    field: 'instrumentKind',
  },
  { name: 'instrument', says: 'which: a number, a version, the reference of a direction' },
  { name: 'layer', says: 'permanent or variation' },
  { name: 'mode', says: 'amend, vary, disapply, read-as or add-for-period' },
  { name: 'provisions', says: 'with semicolons between, as the instrument cites them' },
  {
    name: 'starts',
    says: 'a day as far as it is known, release:NAME, event:NAME or not-commenced',
  },
  { name: 'ends', says: 'the same; empty where the instrument does not say' },
  { name: 'regions', says: 'with semicolons between; empty where it holds everywhere' },
  { name: 'ops', says: 'its operations as JSON; empty where its words are not held' },
  { name: 'says', says: 'what it does, in a sentence' },
  basis,
  source,
]

export const effectsRegister: Register = {
  name: 'effects',
  says: 'Effects of instruments on the text, one a row',
  command: enterEffect,
  columns: effectColumns,
  mayLack: ['ends', 'regions', 'ops', 'says', 'basis'],
  input: (cells) => cellsByField(cells, effectColumns),
}

const endingColumns = [
  { name: 'effect', says: 'the reference of a variation on record' },
  {
    name: 'instrument_kind',
    says: 'modification, designation, direction, correction or import',
    field: 'instrumentKind',
  },
  { name: 'instrument', says: 'which' },
  { name: 'on', says: 'the first day on which it is over, as far as it is known' },
  { name: 'regions', says: 'with semicolons between; empty where it is over everywhere' },
  basis,
  source,
]

export const endingsRegister: Register = {
  name: 'endings',
  says: 'Variations that instruments ended, one a row',
  command: endEffect,
  columns: endingColumns,
  mayLack: ['regions', 'basis'],
  input: (cells) => cellsByField(cells, endingColumns),
}

const commencementColumns = [
  { name: 'what', says: 'release or event' },
  { name: 'name', says: 'as the effects that wait for it call it' },
  { name: 'on', says: 'the day, as far as it is known' },
  basis,
  source,
]

export const commencementsRegister: Register = {
  name: 'commencements',
  says: 'Releases made and events that happened, for which effects waited, one a row',
  command: recordCommencement,
  columns: commencementColumns,
  mayLack: ['basis'],
  input: (cells) => cellsByField(cells, commencementColumns),
}
