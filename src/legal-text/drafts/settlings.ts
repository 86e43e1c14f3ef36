// Which choices settle each type of conflict, and what a person types with each.

import type { Conflict, ConflictKind } from '../engine/index.ts'
import type { Settling } from './draft-events.ts'

/** What is typed with a choice: words of the provision, a printed number, or a place such as "after D8.2". */
export type TypedWith = 'words' | 'number' | 'place'

export interface SettlingOffered {
  readonly value: Settling
  readonly label: string
  readonly typed?: TypedWith
}

/** In which of the three texts the provision stands. */
export interface Stands {
  readonly base: boolean
  readonly left: boolean
  readonly right: boolean
}

export const standsIn = ({ base, left, right }: Record<keyof Stands, unknown>): Stands => ({
  base: base !== null,
  left: left !== null,
  right: right !== null,
})

/** Whether something may be typed with a choice for the conflict of this key. */
export const takesWords = (key: string, choice: Settling): boolean =>
  choice === 'own' ||
  (key.startsWith(`${'one-label' satisfies Conflict['kind']}.`) && choice !== 'both')

const draft = (label: string, typed?: TypedWith) => offered('draft', label, typed)
const inForce = (label: string, typed?: TypedWith) => offered('in-force', label, typed)
const base = (label: string) => offered('base', label)
const own = (label: string, typed: TypedWith) => offered('own', label, typed)

function offered(value: Settling, label: string, typed?: TypedWith): SettlingOffered {
  return typed ? { value, label, typed } : { value, label }
}

/** The choices for a conflict of this type; left is the draft, right the text in force. */
export function settlingsOf(kind: ConflictKind, stands: Stands): readonly SettlingOffered[] {
  const began = stands.base ? [base('As both began')] : []
  switch (kind) {
    case 'words':
      return [
        draft('As the draft says'),
        inForce('As the text in force says'),
        ...began,
        own('In these words:', 'words'),
      ]
    case 'deleted-changed':
      return stands.left && !stands.right
        ? [
            draft('Keep it, as the draft changes it'),
            inForce('Repeal it, as in the text in force'),
            base('Keep it as both began'),
            own('Repeal it, and put what the draft adds to it:', 'place'),
          ]
        : [
            draft(stands.left ? 'Keep it, as the draft has it' : 'Repeal it, as the draft does'),
            inForce('Keep it, as the text in force changes it'),
            base('Keep it as both began'),
          ]
    case 'moved-twice':
      return [
        draft('Where the draft puts it'),
        inForce('Where the text in force puts it'),
        ...(stands.base ? [base('Where it stood')] : []),
        own('At another place:', 'place'),
      ]
    case 'cycle':
      return [
        draft('Where the draft puts it'),
        inForce('Where it is in the text in force'),
        base('Where it stood'),
      ]
    case 'place-lost':
      return [
        base('Where it stood'),
        own('At another place:', 'place'),
        offered('out', 'Leave it out of the text'),
      ]
    case 'two-labels':
      return [
        draft('The number of the draft'),
        inForce('The number of the text in force'),
        ...(stands.base ? [base('The number that it had')] : []),
        own('This number:', 'number'),
      ]
    case 'one-label':
      return [
        inForce('The text in force keeps the number; that of the draft becomes:', 'number'),
        draft('The draft keeps the number; that in force becomes:', 'number'),
        offered('both', 'Both keep it'),
      ]
    case 'substituted-twice':
      return [
        draft('What the draft puts in its place'),
        inForce('What the text in force puts in its place'),
        offered('both', 'Both, one after the other'),
        base('Neither: as both began'),
        own('In these words:', 'words'),
      ]
    case 'two-kinds':
      return [
        draft('The kind of the draft'),
        inForce('The kind of the text in force'),
        ...(stands.base ? [base('The kind that it was')] : []),
      ]
  }
}
