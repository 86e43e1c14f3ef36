// The text, a provision and a redline as files: Word, Akoma Ntoso, a page that stands alone, plain text.

import { printDay } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import { type AnyDownload, download, type Showing } from '#web/page.ts'
import {
  writeAkn,
  writeDocx,
  writeDocxRedline,
  writeHtmlPage,
  writeHtmlRedline,
  writeText,
  writeTextRedline,
} from '../engine/formats/index.ts'
import { redlineSides, redlineView } from './redline.view.ts'
import { type TextTaken, textTaken, textView } from './text.view.ts'
import { textOf } from './text-on-record.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file of the text or of a provision, as the address asks. */
function ofText(
  ending: string,
  type: string,
  label: string,
  body: (taken: TextTaken, reading: Reading) => string | Uint8Array,
): AnyDownload {
  return download({
    view: textView,
    at: `/code/text.${ending}`,
    type,
    label,
    file: (_answer, showing) => {
      const taken = takenOf(showing)
      const number =
        taken.tree === taken.at.root ? '' : `-${taken.at.numbers.numberOf(taken.tree.id)}`
      return {
        name: `${showing.reading.code}${number}-as-of-${taken.day}`,
        body: body(taken, showing.reading),
      }
    },
  })
}

/** What the page of the same address shows; its view has answered, so that it stands. */
function takenOf({ reading, query }: Showing): TextTaken {
  const taken = textTaken(reading, query)
  if (!taken) throw new Error('The text that was answered cannot be taken away')
  return taken
}

function ofRedline(
  ending: string,
  type: string,
  label: string,
  body: (sides: Compare, reading: Reading) => string | Uint8Array,
): AnyDownload {
  return download({
    view: redlineView,
    at: `/code/redline.${ending}`,
    type,
    label,
    file: (_answer, { reading, query }) => {
      const compare = compareOf(reading, query)
      return {
        name: `${reading.code}-redline-${compare.asked.from}-to-${compare.asked.to}`,
        body: body(compare, reading),
      }
    },
  })
}

type Trees = NonNullable<ReturnType<typeof redlineSides>['trees']>
interface Compare extends Trees {
  readonly asked: { readonly from: string; readonly to: string }
  readonly before: string
  readonly after: string
  readonly lexicon: NonNullable<ReturnType<typeof textOf>>['store']['lexicon']
}

/** Both sides of a redline; where one cannot be shown, an empty comparison of the text with itself. */
function compareOf(reading: Reading, query: Showing['query']): Compare {
  const text = textOf(reading)!
  const { trees, from, to, asked } = redlineSides(reading, query)
  const root = text.store.root(text.timeline.intervals().at(-1)!.version)
  return {
    ...(trees ?? { a: root, b: root }),
    asked,
    before: from?.words ?? 'a text that cannot be shown',
    after: to?.words ?? 'a text that cannot be shown',
    lexicon: text.store.lexicon,
  }
}

const titled = ({ at, day }: TextTaken) => `${at.text.title}, as in force on ${printDay(day)}`

export const textDownloads: readonly AnyDownload[] = [
  ofText('docx', word, 'Word', ({ tree }) => writeDocx(tree)),
  ofText('txt', 'text/plain; charset=utf-8', 'Text', ({ tree }) => writeText(tree)),
  ofText('html', 'text/html; charset=utf-8', 'A page that stands alone', (taken) =>
    writeHtmlPage(taken.tree, { title: titled(taken) }),
  ),
  ofText('xml', 'application/akn+xml; charset=utf-8', 'Akoma Ntoso', (taken, reading) =>
    writeAkn(taken.tree, {
      country: 'gb',
      language: 'eng',
      name: reading.code,
      title: titled(taken),
      author: reading.code,
      workDate: taken.at.text.began,
      expressionDate: taken.day,
      manifestationDate: taken.day,
    }),
  ),
  ofRedline(
    'docx',
    word,
    'Word, with tracked changes',
    ({ a, b, lexicon, after }, { code, asOf }) =>
      writeDocxRedline(a, b, lexicon, {
        author: `${code}, ${after}`,
        date: `${asOf}T00:00:00Z`,
        moves: 'tracked',
      }),
  ),
  ofRedline(
    'html',
    'text/html; charset=utf-8',
    'A page that stands alone',
    ({ a, b, lexicon, before, after }) =>
      writeHtmlRedline(a, b, lexicon, { title: 'Redline', before, after }),
  ),
  ofRedline('txt', 'text/plain; charset=utf-8', 'Text', ({ a, b, lexicon }) =>
    writeTextRedline(a, b, lexicon),
  ),
]
