// Checks what Word calls unreadable, before a file leaves: numbers of revisions, nesting, and the pairing of moves.
import { attributeOf, scanXml } from '../xml/scan-xml.ts'

const REVISIONS = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Throws, with the place, at the first fault in a document body. */
export const checkDocument = (body: string): void => {
  const ids = new Set<string>()
  const starts = new Map<string, { name: string; side: string }>()
  const names = new Map<string, { From: number; To: number }>()
  let inside: string | null = null
  let runs = 0
  const refuse = (why: string, at: number): never => {
    throw new Error(`The Word file would not be read, at character ${at}: ${why}`)
  }
  scanXml(`<w:body>${body}</w:body>`, {
    open: (name, attributes, at, isEmpty) => {
      if (name === 'w:r') runs++
      const range = /^w:move(From|To)Range(Start|End)$/.exec(name)
      if (!REVISIONS.has(name) && !range && name !== 'w:bookmarkStart') {
        if (name === 'w:delText' && inside !== 'w:del') refuse('struck words outside w:del', at)
        if (name === 'w:t' && inside === 'w:del') refuse('w:t within w:del', at)
        return
      }
      const id = attributeOf(attributes, 'w:id')
      if (id === null) return refuse(`${name} has no w:id`, at)
      if (range?.[2] === 'End') {
        if (starts.get(id)?.side !== range[1])
          refuse(`a move range ${id} ends that is not open`, at)
        starts.delete(id)
        return
      }
      if (ids.has(id)) refuse(`the w:id ${id} stands twice`, at)
      ids.add(id)
      if (range) {
        const [side, move] = [range[1] as 'From' | 'To', attributeOf(attributes, 'w:name') ?? '']
        const count = names.get(move) ?? { From: 0, To: 0 }
        count[side]++
        names.set(move, count)
        starts.set(id, { name: move, side })
      } else if (REVISIONS.has(name) && !isEmpty) {
        if (inside !== null) refuse(`${name} stands within ${inside}`, at)
        inside = name
        runs = 0
      }
    },
    close: (name, at) => {
      if (name !== inside) return
      if (runs === 0) refuse(`${name} holds no run`, at)
      inside = null
    },
    words: () => {},
  })
  if (starts.size > 0) refuse('a move range does not end', body.length)
  for (const [name, { From, To }] of names)
    if (From !== 1 || To !== 1)
      refuse(`the move ${name} has ${From} from and ${To} to`, body.length)
}
