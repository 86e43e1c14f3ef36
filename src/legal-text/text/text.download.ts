// The text, a provision and a redline as files: Word, Akoma Ntoso, a page that stands alone, plain text.

import { printDay } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import type { InSlices } from '#web/in-slices.ts'
import { type AnyDownload, download, type FileBody, type Showing } from '#web/page.ts'
import {
  newPdfWriter,
  type PdfFonts,
  type PdfWriter,
  writeAkn,
  writeDocx,
  writeDocxRedline,
  writeHtmlPage,
  writeHtmlRedline,
  writeText,
  writeTextRedline,
} from '../engine/formats/index.ts'
import { aknHistoryOf } from './akn-of-text.ts'
import { aknPlace } from './akn-place.ts'
import { redlineSides, redlineView } from './redline.view.ts'
import { type TextTaken, textTaken, textView } from './text.view.ts'
import { type TextOnRecord, textOf } from './text-on-record.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file of the text or of a provision, as the address asks. */
function ofText(
  ending: string,
  type: string,
  label: string,
  body: (taken: TextTaken, reading: Reading) => FileBody,
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
  body: (sides: Compare, reading: Reading) => FileBody,
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
  readonly text: TextOnRecord
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
    text,
    asked,
    before: from?.words ?? 'a text that cannot be shown',
    after: to?.words ?? 'a text that cannot be shown',
    lexicon: text.store.lexicon,
  }
}

const titled = ({ at, day }: TextTaken) => `${at.text.title}, as in force on ${printDay(day)}`

/** The files of texts and redlines; PDF where type faces are handed in, which are read when first asked for. */
export function textDownloads(typeFaces?: () => PdfFonts): readonly AnyDownload[] {
  if (!typeFaces) return files
  let made: PdfWriter | undefined
  const writer = () => {
    made ??= newPdfWriter({ fonts: typeFaces() })
    return made
  }
  return [...files, ...pdfFiles(writer)]
}

const pdf = 'application/pdf'

function* bytesOf(written: ReturnType<PdfWriter['pdfInSlices']>): InSlices<Uint8Array> {
  return (yield* written).bytes
}

const pdfFiles = (writer: () => PdfWriter): readonly AnyDownload[] => [
  ofText('pdf', pdf, 'PDF', (taken) => {
    const { at, tree, day } = taken
    const furniture = {
      title: at.text.title,
      version: `Text ${at.interval.version.slice(0, 12)}`,
      inForceOn: day,
      ...noticeOf(at.text),
      ...(tree === at.root ? {} : { within: at.root }),
    }
    return bytesOf(writer().pdfInSlices(tree, furniture))
  }),
  ofRedline('pdf', pdf, 'PDF', ({ a, b, lexicon, before, after, text }) => {
    const furniture = {
      title: text.title,
      version: `Changes from ${before} to ${after}`,
      inForceOn: null,
      ...noticeOf(text),
    }
    return bytesOf(writer().redlineInSlices(a, b, lexicon, furniture))
  }),
]

/** What must not be missed on any page of a text of which words are invented. */
const noticeOf = ({ effects }: TextOnRecord) =>
  [...effects.values()].some(({ basis }) => basis === 'illustrative')
    ? { notice: 'Illustrative words, invented to show; not those of the Code' }
    : {}

const files: readonly AnyDownload[] = [
  ofText('docx', word, 'Word', ({ tree }) => writeDocx(tree)),
  ofText('txt', 'text/plain; charset=utf-8', 'Text', ({ tree }) => writeText(tree)),
  ofText('html', 'text/html; charset=utf-8', 'A page that stands alone', (taken) =>
    writeHtmlPage(taken.tree, { title: titled(taken) }),
  ),
  ofText('xml', 'application/akn+xml; charset=utf-8', 'Akoma Ntoso', (taken, reading) =>
    writeAkn(taken.tree, {
      ...aknPlace(reading.rulebook),
      name: reading.code,
      title: titled(taken),
      author: reading.code,
      workDate: taken.at.text.began,
      expressionDate: taken.day,
      manifestationDate: taken.day,
      ...aknHistoryOf(taken.at.text, taken.day),
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
