// The whole text: what it is made of, where to read it, and how to take it away.

import { type Day, printDay } from '#calendar/day.ts'
import { addressWith } from '#web/address.ts'
import { BasisMark } from '#web/marks.tsx'
import { page } from '#web/page.ts'
import { TextLines } from './lines-shown.tsx'
import { textView } from './text.view.ts'
import { TextContents } from './text-contents.tsx'

/** The formats in which a text can be taken away, as a person calls them. */
export const formatsOfText = [
  { ending: 'docx', label: 'Word' },
  { ending: 'pdf', label: 'PDF' },
  { ending: 'xml', label: 'Akoma Ntoso' },
  { ending: 'html', label: 'a page that stands alone' },
  { ending: 'txt', label: 'text, one provision a line' },
] as const

export const textPage = page({
  view: textView,
  heading: ({ title, provision }) => ({
    title: provision ?? `The text of the ${title}`,
    trail: [{ label: 'The Code', href: '/code' }],
  }),
  body: (given, showing) => {
    const { base, path, query, link } = showing
    const number = new Intl.NumberFormat('en-GB')
    return (
      <div class="text-page">
        <p class="headline">
          {number.format(given.provisions)} provisions and {number.format(given.words)} words, in
          force from {printDay(given.from as Day)}
          {given.until === null ? '' : ` until ${printDay(given.until as Day)}`}.
        </p>
        {given.illustrative && (
          <p class="illustrative-note">
            <BasisMark basis="illustrative" /> Words marked so are our own, made up to show how the
            Code reads here.
          </p>
        )}
        <p class="takeaway">
          Take it away:{' '}
          {formatsOfText.map(({ ending, label }, at) => (
            <>
              {at > 0 && ' · '}
              <a key={ending} href={addressWith(`${base}/code/text.${ending}`, query)}>
                {label}
              </a>
            </>
          ))}
          . Its hash is <code>{given.version}</code>.
        </p>
        {given.lines.length > 0 ? (
          <TextLines lines={given.lines} showing={showing} />
        ) : (
          <>
            <p>
              <a href={addressWith(path, query, { whole: 'yes' })}>Read all of it on this page</a>
            </p>
            <TextContents contents={given.contents} link={link} />
          </>
        )}
      </div>
    )
  },
})
