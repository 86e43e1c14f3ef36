// A register: facets at the left, the count and its chart on top, dense rows, cursor pages, and what to do when nothing is there.

import type { ComponentChildren, JSX } from 'preact'
import {
  addressWith,
  firstPageWith,
  pageNames,
  type Query,
  type QueryChange,
} from '#web/address.ts'
import { type Column, DataTable, type Sort } from '#web/data-table.tsx'

export type { Column, Sort } from '#web/data-table.tsx'

/** One way of narrowing the register. `name` is the name in the query; the chosen value is read from there. */
export type Facet = {
  name: string
  label: string
  /** What the register shows where nothing is chosen; 'Any' unless it narrows even then. */
  any?: string | undefined
  options: readonly { value: string; label: string; count: number }[]
}

export type RegisterProps<Row> = {
  /** The address of the register and the query it was asked with. */
  path: string
  query: Query
  /** What the register holds, for its sentences: 'modification', 'modifications'. */
  noun: { one: string; many: string }
  /** How many there are under the facets chosen, over all pages. */
  count: number
  /** The sentence on top, such as '17 modifications on record, of over 30'. */
  headline: ComponentChildren
  /** The chart that answers the obvious question. */
  chart?: ComponentChildren
  facets: readonly Facet[]
  /** Words to look for within the register, where it can be asked so. */
  search?: { name: string; label: string } | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  why?: ((row: Row) => ComponentChildren) | undefined
  sort: Sort | null
  /** Changes to the query that lead to the page before and after, such as { after: 'CURSOR' }. */
  pages: {
    previous?: QueryChange | undefined
    next?: QueryChange | undefined
    from: number
    to: number
  }
  csv?: string | undefined
  /** What to say, and what can be done, while the register holds nothing at all. */
  empty: { sentence: string; action?: { label: string; href: string } | undefined }
}

/** A register page's matter, below the page's title. */
export function Register<Row>(props: RegisterProps<Row>): JSX.Element {
  const { path, query, facets, headline, chart, search, noun, columns, rows, rowKey, why, sort } =
    props
  const choices = facets.filter(({ name, options }) => options.length > 0 || query[name])
  const narrowing = [...facets.map(({ name }) => name), ...(search ? [search.name] : [])]
  const narrowed = narrowing.filter((name) => query[name])
  const all = firstPageWith(path, query, Object.fromEntries(narrowing.map((name) => [name, null])))
  return (
    <div class="register">
      <div class="register-top">
        <p class="headline">{headline}</p>
        {chart}
      </div>
      {(choices.length > 0 || (search && (props.rows.length > 0 || query[search.name]))) && (
        <section class="facets" aria-label={`Narrow the ${noun.many}`}>
          {search && <RegisterSearch {...props} search={search} />}
          {choices.map((facet) => (
            <FacetList key={facet.name} facet={facet} path={path} query={query} />
          ))}
          {narrowed.length > 0 && <a href={all}>Show all {noun.many}</a>}
        </section>
      )}
      <div class="register-rows">
        {rows.length > 0 ? (
          <>
            <DataTable
              caption={`${capital(noun.many)}, ${rowsShown(props)}`}
              captionUnseen={onOnePage(props)}
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              why={why}
              sorting={{ path, query, sort }}
            />
            <RegisterPages {...props} />
          </>
        ) : narrowed.length > 0 ? (
          <div class="nothing">
            <p>
              <b>No {noun.many} fit what you asked for.</b> Take away one of the choices beside, or
              look at all of them.
            </p>
            <p>
              <a href={all}>Show all {noun.many}</a>
            </p>
          </div>
        ) : (
          <Nothing empty={props.empty} />
        )}
      </div>
    </div>
  )
}

function Nothing({ empty }: Pick<RegisterProps<never>, 'empty'>): JSX.Element {
  return (
    <div class="nothing">
      <p>{empty.sentence}</p>
      {empty.action && (
        <p>
          <a href={empty.action.href}>{empty.action.label}</a>
        </p>
      )}
    </div>
  )
}

type SearchProps = Pick<RegisterProps<never>, 'path' | 'query'> & {
  search: { name: string; label: string }
}

function RegisterSearch({ path, query, search }: SearchProps): JSX.Element {
  const asked: readonly string[] = [search.name, ...pageNames]
  const kept = Object.entries(query).filter(([name]) => !asked.includes(name))
  return (
    <form class="facet-search" action={path} method="get">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label for="within">{search.label}</label>
      <span class="joined">
        <input
          id="within"
          name={search.name}
          type="search"
          value={query[search.name]}
          autocomplete="off"
        />
        <button type="submit">Find</button>
      </span>
    </form>
  )
}

type FacetProps = Pick<RegisterProps<never>, 'path' | 'query'> & { facet: Facet }

function FacetList({ facet, path, query }: FacetProps): JSX.Element {
  const { name, label, options, any = 'Any' } = facet
  const id = `facet-${name}`
  const chosen = query[name]
  return (
    <div class="facet">
      <h2 id={id}>{label}</h2>
      <ul aria-labelledby={id}>
        <li>
          <a
            href={firstPageWith(path, query, { [name]: null })}
            aria-current={chosen ? undefined : 'true'}
          >
            <span>{any}</span>
          </a>
        </li>
        {options.map((option) => (
          <li key={option.value}>
            <a
              href={firstPageWith(path, query, { [name]: option.value })}
              aria-current={chosen === option.value ? 'true' : undefined}
            >
              <span>{option.label}</span> <span class="facet-count">{option.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PagesProps = Pick<RegisterProps<never>, 'path' | 'query' | 'pages' | 'noun' | 'count' | 'csv'>

function RegisterPages({ path, query, pages, noun, count, csv }: PagesProps): JSX.Element {
  const bare = Object.fromEntries(Object.entries(query).filter(([name]) => !isPageName(name)))
  return (
    <nav class="pages" aria-label={`Pages of ${noun.many}`}>
      {!onOnePage({ query, pages }) && (
        <span class="pages-said">{rowsShown({ query, pages, count })}</span>
      )}
      {query.after && !pages.previous && (
        <a rel="first" href={firstPageWith(path, query, {})}>
          « First page
        </a>
      )}
      {pages.previous && (
        <a rel="prev" href={addressWith(path, bare, pages.previous)}>
          ‹ Previous
        </a>
      )}
      {pages.next && (
        <a rel="next" href={addressWith(path, bare, pages.next)}>
          Next ›
        </a>
      )}
      {csv && (
        <a class="pages-csv" href={csv}>
          {count === 1 ? 'As a table (CSV)' : `All ${count} as a table (CSV)`}
        </a>
      )}
    </nav>
  )
}

type ShownProps = Pick<RegisterProps<never>, 'query' | 'pages' | 'count'>

function onOnePage({ query, pages }: Pick<ShownProps, 'query' | 'pages'>): boolean {
  return !query.after && !pages.previous && !pages.next
}

/** Which rows the page holds. After the first page their places are said only where they are known. */
function rowsShown({ query, pages: { from, to }, count }: ShownProps): string {
  return query.after && from === 1 ? `${to} more of ${count}` : `${from} to ${to} of ${count}`
}

function isPageName(name: string): boolean {
  return (pageNames as readonly string[]).includes(name)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
