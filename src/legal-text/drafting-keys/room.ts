// What keys to drafts bring to the room.

import type { Facts } from '#decision/command.ts'
import type { Keys } from '#web/room.ts'
import { draftingKeysKept } from './drafting-key.ts'
import { draftingKeysPage } from './drafting-keys.page.tsx'
import { draftingKeysView } from './drafting-keys.view.ts'
import { issueDraftingKey } from './issue-drafting-key.ts'
import { keyHolder } from './key-holder.ts'
import { withdrawDraftingKey } from './withdraw-drafting-key.ts'

/** Whether somebody is on record by this reference, who may hold a key. */
export type Holders = (facts: Facts, reference: string) => boolean

const keys: Keys = { fold: draftingKeysKept, admits: keyHolder }

export const draftingKeys = (holders: Holders) => ({
  folds: [draftingKeysKept],
  commands: [issueDraftingKey(holders), withdrawDraftingKey],
  views: [draftingKeysView],
  pages: [draftingKeysPage],
  keys,
})
