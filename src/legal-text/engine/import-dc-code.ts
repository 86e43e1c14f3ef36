// Reads the District of Columbia Code as published in XML, version after version, and says which provision is which.
import { createHash } from 'node:crypto'
import { citedAs, containerOf, sectionOf } from './dc-code-section.ts'
import { newMatcher, type Pairing } from './match.ts'
import {
  type Draft,
  type Inline,
  type ISODate,
  minter,
  type Paragraph,
  type ProvisionId,
  type Tree,
  type VersionId,
} from './model.ts'
import { type Shape, shapeOfUnnamed, type Unnamed } from './shape.ts'
import type { TextStore } from './store.ts'
import { parseXml } from './xml.ts'

export interface DcCodeFiles {
  /** Lines of `{"path","xml"}`: the files of the first version. */
  readonly base: string
  /** Lines of `{"date","path","xml"}` in date order; `xml` null where the file is gone. */
  readonly changes: string
  /** The list of versions with their source hashes. */
  readonly versions: string
}

export interface DcCodeVersion {
  readonly date: ISODate
  readonly version: VersionId
  /** SHA-256 over `path NUL xml NUL` of all files of this version; equal to the one published with the files. */
  readonly sourceHash: string
  /** Provisions whose identity was taken from the version before by a clue other than equal words in place. */
  readonly guessed: readonly {
    readonly id: ProvisionId
    readonly clue: Pairing['clue']
    readonly score: number
  }[]
}

/** A file of the code as stored; `xml` null where it is gone from its date on. */
export interface DcSourceFile {
  readonly path: string
  readonly xml: string | null
}

interface SourceLine extends DcSourceFile {
  readonly date?: string
}

interface Read {
  readonly provision: Unnamed
  readonly shape: Shape
}

/** The files in lines of JSON; throws, with the line, where one is not such a file. `file` is how they are called. */
export const sourceFilesIn = (ndjson: string, file: string): readonly SourceLine[] =>
  ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at) => {
      let read: SourceLine | null
      try {
        read = JSON.parse(line) as SourceLine | null
      } catch {
        throw new Error(`Line ${at + 1} of ${file} is not JSON; the file may be cut short`)
      }
      if (typeof read?.path === 'string' && (read.xml === null || typeof read.xml === 'string'))
        return read
      throw new Error(`Line ${at + 1} of ${file} is no {"path", "xml"}`)
    })

/** The hash published for a version: over `path NUL xml NUL` of its files, in the order of their paths. */
export const dcSourceHash = (files: ReadonlyMap<string, string>): string => {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].sort()) hash.update(`${path}\0${files.get(path)}\0`)
  return hash.digest('hex')
}

const withShape = (provision: Unnamed, known: WeakMap<Unnamed, Shape>): Shape => {
  const before = known.get(provision)
  if (before) return before
  const shape = shapeOfUnnamed(
    provision,
    provision.children.map((child) => withShape(child, known)),
  )
  known.set(provision, shape)
  return shape
}

/**
 * Imports every version into the store. Identity is carried from each version to the next by matching; ids come from
 * the minter of `seed`. Throws, before anything of it is kept, where a line is broken, XML is not well formed or a
 * version's source hash is not the published one.
 */
export const importDcCode = (
  store: TextStore,
  files: DcCodeFiles,
  seed = 'dc',
): readonly DcCodeVersion[] => {
  const published = JSON.parse(files.versions) as { date: string; sha256: string }[]
  const changes = sourceFilesIn(files.changes, 'the changes')
  const current = new Map<string, string>()
  for (const { path, xml } of sourceFilesIn(files.base, 'the base'))
    if (xml !== null) current.set(path, xml)
  const series = newSeries(store, seed)
  const out: DcCodeVersion[] = []
  let next = 0
  for (const { date, sha256 } of published) {
    for (; next < changes.length && (changes[next]?.date ?? '') <= date; next++) {
      const change = changes[next] as SourceLine
      if (change.xml === null) current.delete(change.path)
      else current.set(change.path, change.xml)
    }
    const sourceHash = dcSourceHash(current)
    if (sourceHash !== sha256)
      throw new Error(
        `The files of ${date} have the hash ${sourceHash}; the list of versions says ${sha256}`,
      )
    out.push({ date, sourceHash, ...series.read(current) })
  }
  for (const { version } of out) store.keep(series.root(version))
  return out
}

const newSeries = (store: TextStore, seed: string) => {
  const mint = minter(seed)
  const matcher = newMatcher()
  const parsed = new Map<string, { xml: string; section: Unnamed }>()
  const shapes = new WeakMap<Unnamed, Shape>()
  const roots = new Map<VersionId, Tree>()
  const planted = new WeakMap<Unnamed, Tree>()
  let before: { shape: Shape; ids: Map<Shape, ProvisionId> } | undefined

  const sectionAt = (path: string, xml: string): Unnamed => {
    const known = parsed.get(path)
    if (known?.xml === xml) return known.section
    const section = sectionOf(parseXml(xml))
    parsed.set(path, { xml, section })
    return section
  }

  const readAll = (files: ReadonlyMap<string, string>): Read => {
    const included = new Set<string>()
    const titles = [...files.keys()].filter((path) => path.endsWith('/index.xml')).sort()
    const children = titles.map((path) => {
      const folder = path.slice(0, -'index.xml'.length)
      return containerOf(parseXml(files.get(path) as string), (href) => {
        const file = folder + href.replace(/^\.\//, '')
        const xml = files.get(file)
        if (xml === undefined || included.has(file)) return undefined
        included.add(file)
        return sectionAt(file, xml)
      })
    })
    const outside = [...files.keys()]
      .filter((path) => !path.endsWith('/index.xml') && !included.has(path))
      .sort()
    const provision: Unnamed = {
      kind: 'code',
      children: [...children, ...outside.map((path) => sectionAt(path, files.get(path) as string))],
    }
    return { provision, shape: withShape(provision, shapes) }
  }

  const identify = (shape: Shape) => {
    const guessed: DcCodeVersion['guessed'][number][] = []
    const ids = new Map<Shape, ProvisionId>()
    const pairs = before ? matcher.match(before.shape, shape) : undefined
    const visit = (one: Shape): void => {
      const pairing = pairs?.get(one)
      const id = (pairing && before?.ids.get(pairing.from)) ?? mint()
      if (pairing && pairing.clue !== 'same' && one !== shape)
        guessed.push({ id, clue: pairing.clue, score: pairing.score })
      ids.set(one, id)
      one.kids.forEach(visit)
    }
    visit(shape)
    before = { shape, ids }
    return { ids, guessed }
  }

  return {
    root: (version: VersionId): Tree => roots.get(version) as Tree,
    read: (files: ReadonlyMap<string, string>) => {
      const { provision, shape } = readAll(files)
      const { ids, guessed } = identify(shape)
      const settle = settleCitations(
        provision,
        (one) => ids.get(shapes.get(one) as Shape) as ProvisionId,
      )
      const plant = (one: Unnamed): Tree => {
        const known = planted.get(one)
        const id = ids.get(shapes.get(one) as Shape) as ProvisionId
        if (known?.id === id && one.kind === 'section') return known
        const tree = store.tree(id, store.own(settle(one)), one.children.map(plant))
        planted.set(one, tree)
        return tree
      }
      const root = plant(provision)
      roots.set(root.treeHash, root)
      return { version: root.treeHash, guessed }
    },
  }
}

/** Points citations at the provision that stands at the cited place in this version, where one does. */
const settleCitations = (root: Unnamed, idOf: (provision: Unnamed) => ProvisionId) => {
  const places = new Map<string, ProvisionId>()
  const survey = (one: Unnamed, under: string): void => {
    const cited = citedAs(one)
    const place = one.kind === 'section' || under === '' ? cited : `${under}|${cited}`
    if (cited !== '' && !places.has(place)) places.set(place, idOf(one))
    for (const child of one.children) survey(child, cited === '' ? under : place)
  }
  for (const title of root.children) survey(title, '')
  const settle = (inline: Inline): Inline => {
    if (inline.t === 'em') return { ...inline, c: inline.c.map(settle) }
    if (inline.t !== 'ref' || inline.to.in !== 'nowhere') return inline
    const { place } = inline.to
    const id = places.get(place)
    if (id) return { ...inline, to: { in: 'text', id } }
    const ours = /^§?(34|47)\b/.test(place) || place === ''
    return ours ? inline : { ...inline, to: { in: 'document', name: 'D.C. Code', place } }
  }
  const all = (paragraphs: readonly Paragraph[] | undefined): Paragraph[] =>
    (paragraphs ?? []).map((paragraph) => paragraph.map(settle))
  return (one: Unnamed): Omit<Draft, 'id' | 'children'> => ({
    kind: one.kind,
    label: one.label ?? null,
    heading: one.heading ? one.heading.map(settle) : null,
    lead: all(one.lead),
    tail: all(one.tail),
  })
}
