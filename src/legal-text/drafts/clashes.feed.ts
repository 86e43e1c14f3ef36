// The clash radar as a feed: one item for each pair of drafts, told anew when one of them changes.

import { feed } from '#web/page.ts'
import { clashesView } from './clashes.view.ts'

export const clashesFeed = feed({
  view: clashesView,
  at: '/code/clashes.atom',
  title: 'Clash radar',
  items: ({ clashes, drafts }) =>
    clashes.map(({ between, grade, word, grades, entries }) => {
      const titles = between.map(
        (name) => drafts.find(({ modification }) => modification === name)?.title ?? '',
      )
      return {
        href: `/code/merge?drafts=${between.join(',')}`,
        title: `${between.join(' and ')}: ${word.toLowerCase()} (grade ${grade})`,
        summary: `${titles.join(' / ')}. ${grades
          .map(
            ({ says, provisions }) =>
              `${says}: ${provisions.map(({ called }) => called).join('; ')}`,
          )
          .join('. ')}`,
        entries,
        about: `${between.join('-')}-${grade}`,
      }
    }),
})
