// XML as text: elements whose names we choose, around texts and values that anybody may have written.

/** A piece of XML that is already written. Everything else that goes into an element is text and is escaped. */
export interface Xml {
  readonly written: string
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

const name = /^[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?$/

/** An element with its attributes and children; attributes without a value are left out. Throws where a name cannot be one. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Xml | string)[]
): Xml {
  const head = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${checked(key)}="${escaped(String(value))}"`)
    .join('')
  const body = children
    .map((child) => (typeof child === 'string' ? escaped(child) : child.written))
    .join('')
  const open = `<${checked(tag)}${head}`
  return { written: body ? `${open}>${body}</${tag}>` : `${open}/>` }
}

/** A document in UTF-8 with one root. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.written}\n`
}

// XML 1.0 has no way to write these, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as it may stand between tags and between quotation marks; a character that XML cannot hold becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (character) => entities[character]!)
}

function checked(given: string): string {
  if (name.test(given)) return given
  throw new TypeError(
    `Expected the name of an element or attribute, such as 'link', but got '${given}'`,
  )
}
