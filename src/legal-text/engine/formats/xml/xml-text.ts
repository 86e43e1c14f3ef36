// Words as they stand in XML, and what XML cannot carry.

// Characters XML 1.0 has no way to write (controls, U+FFFE and U+FFFF), and halves of surrogate pairs.
const UNFIT =
  /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u
// Most words are plain ASCII without any sign of XML, and need no further look.
const PLAIN = /^[ !#-%'-;=?-~]*$/
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const sound = (s: string): string => {
  const unfit = UNFIT.exec(s)
  if (!unfit) return s
  const code = unfit[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const around = s.slice(Math.max(0, unfit.index - 20), unfit.index + 20)
  throw new Error(
    `XML cannot carry the character U+${code} in ${JSON.stringify(around)}; take it out of the text first`,
  )
}

/**
 * Text as it stands in XML content or in a quoted attribute. Throws where it holds a character that XML cannot carry,
 * since leaving it out would change the words.
 */
export const escapeXml = (s: string): string =>
  PLAIN.test(s) ? s : sound(s).replace(/[&<>"]/g, (one) => ESCAPES[one] as string)

/** As `escapeXml`, for content alone: quotation marks stay as they are. */
export const escapeXmlContent = (s: string): string =>
  PLAIN.test(s) ? s : sound(s).replace(/[&<>]/g, (one) => ESCAPES[one] as string)

/** Whether XML can carry these words. */
export const fitsXml = (s: string): boolean => !UNFIT.test(s)
