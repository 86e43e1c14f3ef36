// The rows kept of the text: how it began, its nodes, and what has been done to it. What it says on a day follows
// from them all.

import type { Fold } from '#journal/fold.ts'
import type { HeldNode } from './held-nodes.ts'
import type {
  Commenced,
  EffectEnded,
  EffectEntered,
  NodesHeld,
  ProvisionEntered,
  SourceFilesHeld,
  TextBegun,
} from './text-events.ts'

/** When a fact was recorded: the text is read as known at an instant. */
export interface Recorded {
  readonly recordedAt: string
}

/** The one row of a code's text, by the name `text`. */
export const textsKept: Fold<TextBegun['data'] & Recorded, TextBegun> = {
  name: 'legal-text.text',
  edition: 1,
  on: {
    TextBegun: (entry, texts) =>
      texts.open('text', { ...entry.data, recordedAt: entry.recordedAt }),
  },
}

/** By hash. A node held before stays as it was: it says the same. */
export const nodesKept: Fold<HeldNode, NodesHeld> = {
  name: 'legal-text.nodes',
  edition: 1,
  on: {
    NodesHeld: (entry, nodes) => {
      for (const [hash, node] of Object.entries(entry.data.nodes))
        if (!nodes.get(hash)) nodes.open(hash, node)
    },
  },
}

/** By identity. */
export const provisionsKept: Fold<ProvisionEntered['data'] & Recorded, ProvisionEntered> = {
  name: 'legal-text.provisions',
  edition: 1,
  on: {
    ProvisionEntered: (entry, provisions) =>
      provisions.open(entry.data.id, { ...entry.data, recordedAt: entry.recordedAt }),
  },
}

/** By reference. */
export const effectsKept: Fold<EffectEntered['data'] & Recorded, EffectEntered> = {
  name: 'legal-text.effects',
  edition: 1,
  on: {
    EffectEntered: (entry, effects) =>
      effects.open(entry.data.reference, { ...entry.data, recordedAt: entry.recordedAt }),
  },
}

/** By the effect ended, with the regions in which: `E1-varied/North`. */
export const endingsKept: Fold<EffectEnded['data'] & Recorded, EffectEnded> = {
  name: 'legal-text.endings',
  edition: 1,
  on: {
    EffectEnded: (entry, endings) =>
      endings.open([entry.data.effect, ...entry.data.regions].join('/'), {
        ...entry.data,
        recordedAt: entry.recordedAt,
      }),
  },
}

/** By what commenced: `release:November 2016`. */
export const commencementsKept: Fold<Commenced['data'] & Recorded, Commenced> = {
  name: 'legal-text.commencements',
  edition: 1,
  on: {
    Commenced: (entry, commencements) =>
      commencements.open(`${entry.data.what}:${entry.data.name}`, {
        ...entry.data,
        recordedAt: entry.recordedAt,
      }),
  },
}

/** What is held of the files of a version: the files themselves are in the entries alone, so that rows stay small. */
export interface SourceFilesKept {
  readonly version: string
  readonly hash: string
}

/** By the first day of the version. */
export const sourceFilesKept: Fold<SourceFilesKept, SourceFilesHeld> = {
  name: 'legal-text.source-files',
  edition: 1,
  on: {
    SourceFilesHeld: ({ data: { version, hash, part } }, held) => {
      if (part === 1) held.open(version, { version, hash })
      else held.correct(version, { version, hash })
    },
  },
}

export const textFolds = [
  textsKept,
  nodesKept,
  provisionsKept,
  effectsKept,
  endingsKept,
  commencementsKept,
  sourceFilesKept,
]
