// The checks measured on real acts: what they find against what the acts' own XML marks, and faults put in on purpose.
// The figures are told, and kept in docs/benchmarks.md.
import { beforeAll, describe, expect, it } from 'vitest'
import { inCapitals, withTermsInCapitals } from '../../../tests/in-capitals.ts'
import {
  type MarkedDefinition,
  markedDefinitions,
  wordsOfAct,
} from '../../../tests/lims-definitions.ts'
import { hasCorpus, lastActs, tellIfAbsent } from '../../../tests/text-corpus.ts'
import { indexOf } from './apply-redline.ts'
import { check } from './check.ts'
import { isRepealed } from './check-references.ts'
import type { Finding } from './finding.ts'
import { importLims } from './import-lims.ts'
import type { Draft, Inline, Tree } from './model.ts'
import { newReferenceResolver } from './reference-resolver.ts'
import { newStore } from './store.ts'
import { definitionsIn } from './terms.ts'
import { undefinedPhrases } from './undefined-terms.ts'
import { wordsIn } from './words.ts'

tellIfAbsent('Checks measured on real acts')

const tell = (words: string): void => {
  process.stdout.write(`  measured: ${words}\n`)
}
const fidOf = (id: string): string => id.replace(/^lims\./, '').replace(/~.*/, '')
const keyOf = (term: string, fid: string): string => `${term.toLowerCase()} ${fidOf(fid)}`
const percent = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`
const kinds = (findings: readonly Finding[], kind: string): Finding[] =>
  findings.filter((one) => one.kind === kind)
const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Act {
  readonly name: string
  readonly xml: string
  readonly draft: Draft
  readonly root: Tree
  readonly marked: readonly MarkedDefinition[]
}

let acts: Act[] = []

const rewritten = (draft: Draft, edit: (one: Draft) => Draft | null): Draft => {
  const visit = (one: Draft): Draft => ({
    ...one,
    children: (one.children ?? []).flatMap((kid) => {
      const now = edit(kid)
      return now ? [visit(now)] : []
    }),
  })
  return visit(draft)
}

/** Every nth of a list, so that what is picked lies all over the text and is the same on every run. */
const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, at) => at % Math.max(1, Math.floor(all.length / count)) === 0).slice(0, count)

describe.skipIf(!hasCorpus)('the checks on two Canadian acts', () => {
  beforeAll(() => {
    acts = lastActs().map(({ name, xml }) => {
      const { draft } = importLims(xml)
      return { name, xml, draft, root: newStore().plant(draft), marked: markedDefinitions(xml) }
    })
  })

  it('find each definition that the XML marks, no other but such as stand in quotation marks, and its scope', () => {
    for (const { name, root, marked } of acts) {
      const mine = new Map(definitionsIn(root).map((one) => [keyOf(one.term, one.id), one]))
      const theirs = new Map(marked.map((one) => [keyOf(one.term, one.fid), one]))
      const index = indexOf(root)
      const hit = [...theirs.keys()].filter((key) => mine.has(key))
      const extra = [...mine].filter(([key]) => !theirs.has(key)).map(([, one]) => one)
      const quoted = extra.filter(({ id, term }) =>
        wordsIn(index.get(id)?.own as Tree['own']).includes(`“${term}”`),
      )
      const isRight = (key: string): boolean => {
        const reach = mine.get(key)?.reach
        const said =
          reach === 'unsure' || reach === null
            ? 'other'
            : reach === root.id
              ? 'whole'
              : fidOf(reach ?? '')
        return said === theirs.get(key)?.scope
      }
      const right = hit.filter(isRight)
      tell(
        `${name}: ${theirs.size} definitions marked, ${hit.length} found (${percent(hit.length, theirs.size)}), ${extra.length} more of which ${quoted.length} in quotation marks; scope right of ${right.length}`,
      )
      expect(hit.length / theirs.size).toBeGreaterThan(0.99)
      expect((hit.length + quoted.length) / mine.size).toBeGreaterThan(0.98)
      expect(right.length / hit.length).toBeGreaterThan(0.99)
    }
  })

  it('tell of terms twice defined and never used just where the XML and a plain count say so', () => {
    for (const { name, root, xml, marked } of acts) {
      const findings = check(root)
      const live = marked.filter((one) => !one.repealed && one.own && one.scope !== 'other')
      const twice = [...Map.groupBy(live, (one) => `${one.term} ${one.scope}`).values()].filter(
        (all) => all.length > 1,
      )
      const words = wordsOfAct(xml)
      const unused = marked.filter(({ term, repealed, own }) => {
        const stem = escaped(term).replace(/y$/, '(?:y|ies)')
        const uses = words.match(new RegExp(`\\b${stem}(?:s|es)?\\b`, 'gi'))?.length ?? 0
        const times = marked.filter((one) => one.term.toLowerCase() === term.toLowerCase()).length
        return !repealed && own && uses <= times
      })
      tell(
        `${name}: twice defined ${kinds(findings, 'term-defined-twice').length} (XML ${twice.length}); never used ${kinds(findings, 'term-never-used').length} (plain count ${unused.length})`,
      )
      expect(kinds(findings, 'term-defined-twice')).toHaveLength(twice.length)
      expect(kinds(findings, 'term-never-used').map((one) => one.words)).toEqual(
        unused.map((one) => one.term),
      )
    }
  })

  it('raise no false alarm over references: each told is repealed, or a range over one that is or over a gap', () => {
    for (const { name, root } of acts) {
      const index = indexOf(root)
      const found = check(root).filter((one) =>
        [
          'target-absent',
          'target-not-found',
          'target-repealed',
          'number-differs',
          'number-twice',
        ].includes(one.kind),
      )
      const right = found.filter(
        (one) =>
          one.kind === 'target-repealed' && isRepealed(index.get(one.other as Tree['id']) as Tree),
      )
      const references = [...index.keys()].reduce(
        (sum, id) => sum + newReferences(root).referencesIn(id).length,
        0,
      )
      tell(
        `${name}: ${references} references read, ${found.length} told, ${right.length} of them right`,
      )
      expect(right).toEqual(found)
    }
  })

  it('find every reference into a section that is taken away', () => {
    for (const { name, draft, root } of acts) {
      const resolver = newReferences(root)
      const index = indexOf(root)
      const within = (tree: Tree): string[] => [tree.id, ...tree.kids.flatMap(within)]
      const sections = [...index.values()].filter(
        (one) => one.own.kind === 'section' && one.own.label,
      )
      const gone = new Set(spread(sections, 60).flatMap(within))
      const wanted = [...index.keys()]
        .filter((id) => !gone.has(id))
        .flatMap((id) =>
          resolver
            .referencesIn(id)
            .filter(({ outcome }) => outcome.is === 'found' && gone.has(outcome.id))
            .map(({ words }) => ({ id, words })),
        )
      const cut = newStore().plant(rewritten(draft, (one) => (gone.has(one.id) ? null : one)))
      const findings = check(cut).filter((one) => one.kind.startsWith('target-'))
      const missed = wanted.filter(
        ({ id, words }) => !findings.some((one) => one.id === id && words.includes(one.words)),
      )
      const broken = wanted.length
      const told = broken - missed.length
      tell(`${name}: ${broken} references broken by taking sections away, ${told} told`)
      expect(broken).toBeGreaterThan(20)
      expect(told).toBe(broken)
    }
  })

  it('find a definition renamed, and a term defined again in the same place', () => {
    for (const { name, draft, root, marked } of acts) {
      const own = new Map(
        marked
          .filter((one) => one.own && !one.repealed && one.scope !== 'other')
          .map((one) => [one.fid, one]),
      )
      const chosen = new Map(
        spread([...own.values()], 60).map((one, at) => [`lims.${one.fid}`, `zyxwvut${at}`]),
      )
      const renamed = newStore().plant(
        rewritten(draft, (one) => {
          const s = chosen.get(one.id)
          const inline = (it: Inline): Inline => (it.t === 'term' && s ? { ...it, s } : it)
          return s ? { ...one, lead: (one.lead ?? []).map((all) => all.map(inline)) } : one
        }),
      )
      const again = newStore().plant(
        rewritten(draft, (one) => ({
          ...one,
          children: (one.children ?? []).flatMap((kid) =>
            chosen.has(kid.id) ? [kid, copyOf(kid)] : [kid],
          ),
        })),
      )
      const never = kinds(check(renamed), 'term-never-used').filter(
        (one) => chosen.get(one.id) === one.words,
      ).length
      const twice = new Set(kinds(check(again), 'term-defined-twice').map((one) => one.id)).size
      tell(
        `${name}: of ${chosen.size} definitions, renamed ${never} and defined again ${twice} told`,
      )
      expect(never).toBe(chosen.size)
      expect(twice).toBe(chosen.size)
      expect(kinds(check(root), 'term-defined-twice')).toEqual([])
    }
  })

  it('with terms in capitals, miss few that are not defined, tell of each used outside its place, and no other', () => {
    for (const { name, draft, marked } of acts) {
      const capital = withTermsInCapitals(draft, marked)
      const root = newStore().plant(capital)
      const alarms = check(root).filter((one) =>
        ['term-not-defined', 'term-other-scope'].includes(one.kind),
      )
      const definitions = definitionsIn(root)
      const terms = [
        ...new Set(
          marked
            .filter((one) => one.term.includes(' ') && !one.repealed)
            .map((one) => inCapitals(one.term)),
        ),
      ]
      const words = [...indexOf(root).values()].map(({ own }) => wordsIn(own)).join('\n')
      const ofAKind = { wanted: 0, told: 0 }
      const others = { wanted: 0, told: 0 }
      for (let group = 0; group < 10; group++) {
        const held = terms.filter((_, at) => at % 10 === group)
        const told = new Set(
          undefinedPhrases(
            root,
            root,
            definitions.filter(({ term }) => !held.includes(term)),
          ).map(({ phrase }) => phrase),
        )
        for (const term of held) {
          const longer = terms.filter((one) => one !== term && one.includes(term))
          const left = longer.reduce((all, one) => all.replaceAll(one, '#'), words)
          if (left.split(term).length < 4) continue
          const sort = new RegExp(
            `\\b(?:an?|any|each|every|no|such|another) ${escaped(term)}\\b`,
            'i',
          ).test(left)
            ? ofAKind
            : others
          sort.wanted++
          if (told.has(term) || told.has(`${term}s`)) sort.told++
        }
      }
      tell(
        `${name}, in capitals: ${alarms.length} false alarms; of definitions withheld, ${ofAKind.told} of ${ofAKind.wanted} told where the term stands after a word such as "each", ${others.told} of ${others.wanted} of the others`,
      )
      expect(alarms).toEqual([])
      expect(ofAKind.told / ofAKind.wanted).toBeGreaterThan(0.93)

      const placed = marked.filter(
        (one) =>
          one.own &&
          !one.repealed &&
          one.term.includes(' ') &&
          /^\d+$/.test(one.scope) &&
          marked.filter((other) => other.term.toLowerCase() === one.term.toLowerCase()).length ===
            1,
      )
      const places = new Map(spread(placed, 20).map((one) => [inCapitals(one.term), one]))
      const title = root.kids.find((one) => one.kids.length > 0) as Tree
      const misused = newStore().plant({
        ...capital,
        children: (capital.children ?? []).map((kid) =>
          kid.id === title.id
            ? {
                ...kid,
                tail: [
                  ...(kid.tail ?? []),
                  ...[...places.keys()].map((term): Inline[] => [
                    { t: 'text', s: `Here each ${term} must be told of, as must another ${term}.` },
                  ]),
                ],
              }
            : kid,
        ),
      })
      const outside = kinds(check(misused, { scope: title.id }), 'term-other-scope').map(
        (one) => one.words,
      )
      tell(
        `${name}, in capitals: of ${places.size} terms used outside their place ${outside.length} told`,
      )
      expect(new Set(outside)).toEqual(new Set(places.keys()))
    }
  })
})

const resolvers = new WeakMap<Tree, ReturnType<typeof newReferenceResolver>>()

const newReferences = (root: Tree): ReturnType<typeof newReferenceResolver> => {
  const known = resolvers.get(root) ?? newReferenceResolver(root)
  resolvers.set(root, known)
  return known
}

/** The same definition under ids of its own; a term marked in it leads to the copy. */
const copyOf = (draft: Draft): Draft => {
  const id = `${draft.id}-copy` as Draft['id']
  const inline = (one: Inline): Inline =>
    one.t === 'term' && one.def === draft.id ? { ...one, def: id } : one
  return {
    ...draft,
    id,
    lead: (draft.lead ?? []).map((all) => all.map(inline)),
    children: (draft.children ?? []).map(copyOf),
  }
}
