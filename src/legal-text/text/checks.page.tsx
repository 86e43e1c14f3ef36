// What a check finds, the gravest first, each leading to where it stands.

import { addressWith } from '#web/address.ts'
import { StateMark, type Tone } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { checksView, type FindingShown } from './checks.view.ts'

const tones: Record<FindingShown['level'], { readonly word: string; readonly tone: Tone }> = {
  error: { word: 'Does not hold', tone: 'rejected' },
  warning: { word: 'To be looked at', tone: 'due' },
  info: { word: 'To be known', tone: 'open' },
}

export const checksPage = page({
  view: checksView,
  heading: ({ provision }) => ({
    title: provision ? `References and terms of ${provision}` : 'References and defined terms',
    trail: [{ label: 'The Code', href: '/code' }],
  }),
  body: ({ findings, counts, level }, { link, path, query }) => (
    <div class="checks-page">
      <p class="headline">
        {counts
          .map(({ level: one, count }) => `${count} ${tones[one].word.toLowerCase()}`)
          .join(', ')}
        .
      </p>
      <p>
        {level === 'info' ? (
          <a href={addressWith(path, query, { level: null })}>Only what may be wrong</a>
        ) : (
          <a href={addressWith(path, query, { level: 'info' })}>Also what is merely to be known</a>
        )}
      </p>
      <ol class="found">
        {findings.map(({ level: one, kind, provision, href, sentence, other }, at) => (
          <li key={`${href} ${kind} ${at}`}>
            <StateMark {...tones[one]} /> <a href={link(href)}>{provision}</a>
            <p>
              {sentence}
              {other && (
                <>
                  : <a href={link(other.href)}>{other.called}</a>
                </>
              )}
              .
            </p>
          </li>
        ))}
      </ol>
    </div>
  ),
})
