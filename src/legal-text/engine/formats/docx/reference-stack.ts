// The hyperlinks and fields that are open while words are read, and the bookmark they refer to.

interface Field {
  instruction: string
  isResult: boolean
}

const MOST_INSTRUCTION = 500

export interface ReferenceStack {
  /** The bookmark to which words read now refer, or null. */
  here(): string | null
  link(anchor: string | null): void
  unlink(): void
  /** A field begins; a simple one comes with its instruction and is its own result. */
  field(instruction?: string): void
  /** What a field is, part by part, before its result. */
  instruct(part: string): void
  result(): void
  endField(): void
}

export const newReferenceStack = (): ReferenceStack => {
  const links: (string | null)[] = []
  const fields: Field[] = []
  return {
    here: () => {
      if (links.length + fields.length === 0) return null
      const link = links.findLast((one) => one !== null)
      if (link != null) return link
      const field = fields.findLast((one) => one.isResult)
      return /^\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)/i.exec(field?.instruction ?? '')?.[1] ?? null
    },
    link: (anchor) => {
      links.push(anchor)
    },
    unlink: () => {
      links.pop()
    },
    field: (instruction) => {
      fields.push({ instruction: instruction ?? '', isResult: instruction !== undefined })
    },
    instruct: (part) => {
      const field = fields.at(-1)
      if (field && !field.isResult && field.instruction.length < MOST_INSTRUCTION)
        field.instruction += part
    },
    result: () => {
      const field = fields.at(-1)
      if (field) field.isResult = true
    },
    endField: () => {
      fields.pop()
    },
  }
}
