// Effects as a list: the sentence that says what each does, how it stands on the day, what ended it, and its entry.

import type { JSX } from 'preact'
import { StateMark, type Tone } from '#web/marks.tsx'
import type { Showing } from '#web/page.ts'
import type { EffectShown } from './effect-shown.ts'

const standings: Record<EffectShown['stands'], { readonly word: string; readonly tone: Tone }> = {
  holds: { word: 'Holds', tone: 'approved' },
  'in some regions': { word: 'In some regions', tone: 'due' },
  ahead: { word: 'Ahead', tone: 'open' },
  over: { word: 'Over', tone: 'ended' },
}

export function EffectList({
  effects,
  showing: { link },
}: {
  effects: readonly EffectShown[]
  showing: Pick<Showing, 'link'>
}): JSX.Element {
  return (
    <ul class="effects">
      {effects.map((effect) => (
        <li key={effect.reference} class={`effect effect-${effect.stands.replaceAll(' ', '-')}`}>
          <StateMark {...standings[effect.stands]} />{' '}
          <a href={link(`/code/effects/${effect.reference}`)}>{effect.sentence}</a>
          {effect.says && <span class="effect-says">{effect.says}</span>}
          {effect.ends && <span class="effect-ends">Over {effect.ends}</span>}
          {effect.regions.length > 0 && (
            <span class="effect-regions">In {effect.regions.join(', ')} only</span>
          )}
        </li>
      ))}
    </ul>
  )
}
