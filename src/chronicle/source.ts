// A source: a document or page that entries cite by its title or address.

import type { Event } from '#journal/entry.ts'

export type SourceListed = Event<
  'SourceListed',
  { readonly reference: string; readonly title: string; readonly address: string | null }
>

export interface Source {
  readonly listed: boolean
}

export const noSource: Source = { listed: false }

export function evolveSource(_source: Source, event: SourceListed): Source {
  switch (event.type) {
    case 'SourceListed':
      return { listed: true }
  }
}
