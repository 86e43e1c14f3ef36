// What has been done to the text as a feed.

import { feed } from '#web/page.ts'
import { effectsView } from './effects.view.ts'

export const effectsFeed = feed({
  view: effectsView,
  at: '/code/effects.atom',
  title: 'What has been done to the text of the Code',
  items: ({ effects }) =>
    effects.map(({ reference, sentence, provisions, says, entries }) => ({
      href: `/code/effects/${reference}`,
      title: `${provisions.length > 0 ? `${provisions.join(', ')}: ` : ''}${sentence}`,
      summary: says ?? '',
      entries,
    })),
})
