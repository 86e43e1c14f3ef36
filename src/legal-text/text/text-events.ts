// What may happen to the text on record: it begins, provisions come in, instruments have effects on it, effects end,
// releases and events commence what waited for them.

import type { KnownDate } from '#calendar/known-date.ts'
import type { Event } from '#journal/entry.ts'
import type { Hash, Op } from '../engine/index.ts'
import type { HeldNode } from './held-nodes.ts'

/** The text as it stood on its first day, by its root hash; its nodes are held by theirs. */
export type TextBegun = Event<
  'TextBegun',
  { readonly root: Hash; readonly began: string; readonly title: string }
>

/** Nodes of a text, each by the hash of what it says and holds; a large text comes in several such entries. */
export type NodesHeld = Event<'NodesHeld', { readonly nodes: Readonly<Record<Hash, HeldNode>> }>

/** One provision comes in by itself, by its printed number and in numerical order among its siblings. */
export type ProvisionEntered = Event<
  'ProvisionEntered',
  {
    /** Its identity: lasting, and no number. */
    readonly id: string
    /** The printed number, or the part as it is cited, of what it stands in. */
    readonly parent: string
    readonly number: string
    readonly kind: 'clause' | 'para' | 'definition'
    readonly heading: string | null
    /** Its paragraphs. */
    readonly words: readonly string[]
    readonly from: KnownDate
  }
>

/** Who or what changes the text. */
export const instrumentKinds = [
  'modification',
  'designation',
  'direction',
  'correction',
  'import',
] as const
export type InstrumentKind = (typeof instrumentKinds)[number]

export interface Instrument {
  readonly kind: InstrumentKind
  /** The number of the modification, the version designated, the reference of the direction. */
  readonly reference: string
}

/** From when, as far as it is known; or what it waits for. */
export type Starting =
  | { readonly on: KnownDate }
  | { readonly release: string }
  | { readonly event: string }
  | 'not-commenced'

export const effectModes = ['amend', 'vary', 'disapply', 'read-as', 'add-for-period'] as const
export type EffectMode = (typeof effectModes)[number]

/** One effect of an instrument on the text. Without operations, its words are not held. */
export type EffectEntered = Event<
  'EffectEntered',
  {
    readonly reference: string
    readonly instrument: Instrument
    readonly layer: 'permanent' | 'variation'
    readonly mode: EffectMode
    /** The provisions it names, as it cites them. */
    readonly provisions: readonly string[]
    readonly starts: Starting
    /** For variations only. */
    readonly ends: Starting | null
    /** Everywhere where none is named. */
    readonly regions: readonly string[]
    readonly ops: readonly Op[] | null
    /** What it does, in a sentence. */
    readonly says: string | null
    /** The effect that it corrects and stands instead of. */
    readonly supersedes: string | null
    /**
     * The text that it gave on its first day when it was entered, in the first of its regions; null where that day or
     * its words were not known. Of a permanent change, without variations.
     */
    readonly gives: Hash | null
  }
>

/** Another instrument ends a variation, everywhere or in the regions named. */
export type EffectEnded = Event<
  'EffectEnded',
  {
    readonly effect: string
    readonly instrument: Instrument
    readonly on: KnownDate
    readonly regions: readonly string[]
  }
>

/** A release was made, or an event happened, for which effects waited. */
export type Commenced = Event<
  'Commenced',
  { readonly what: 'release' | 'event'; readonly name: string; readonly on: KnownDate }
>

/** Files of a version as its publisher stored them: all of the first, of each later one what it changed. */
export type SourceFilesHeld = Event<
  'SourceFilesHeld',
  {
    /** The first day of the version. */
    readonly version: string
    /** SHA-256 over `path NUL xml NUL` of all files of the version, as published with them and proved when entered. */
    readonly hash: string
    /** Which of how many entries of this version it is. */
    readonly part: number
    readonly parts: number
    /** Lines of `{"path","xml"}` in gzip and base64; `xml` null where the file is gone. */
    readonly packed: string
  }
>

export type TextEvent =
  | TextBegun
  | NodesHeld
  | ProvisionEntered
  | EffectEntered
  | EffectEnded
  | Commenced
  | SourceFilesHeld
