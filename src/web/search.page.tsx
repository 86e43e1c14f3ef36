// What a search found.

import type { Found } from '#office/search.view.ts'
import type { AnyView } from '#reading/view.ts'
import { type AnyPage, page } from './page.ts'

/** The page of the search view among these views. */
export function searchPage(views: readonly AnyView[]): AnyPage {
  const view = views.find(({ at }) => at === '/search')!
  return page<Found>({
    view,
    heading: ({ q }) => ({ title: q === '' ? 'Search' : `Search: ${q}` }),
    body: ({ q, total, results }, { link, path, query }) => (
      <div class="search-results">
        <form
          class="search-again"
          action={path}
          method="get"
          role="search"
          aria-label="Search again"
        >
          {['as-of', 'known-at'].map(
            (name) =>
              query[name] && <input key={name} type="hidden" name={name} value={query[name]} />,
          )}
          <label for="search-words">Words to look for</label>
          <span class="joined">
            <input id="search-words" name="q" type="search" value={q} />
            <button type="submit">Search</button>
          </span>
        </form>
        {q === '' ? (
          <p>
            Type a name, a reference or any words: everything on record that you may read is
            searched.
          </p>
        ) : (
          <p>
            {total === 0
              ? `Nothing on record holds “${q}”. Try fewer words, or a reference such as that of a modification.`
              : `${total} found${total > results.length ? `; the first ${results.length} are shown` : ''}, the best first.`}
          </p>
        )}
        <ol class="found">
          {results.map(({ href, kind, title, words }) => (
            <li key={`${href} ${title}`} class="found-one">
              <p class="found-kind">{kind}</p>
              <p class="found-title">
                <a href={link(href)}>{title}</a>
              </p>
              {saysMore(words, kind, title) && (
                <p class="found-words">{words.length > 200 ? `${words.slice(0, 199)}…` : words}</p>
              )}
            </li>
          ))}
        </ol>
      </div>
    ),
  })
}

/** Words that only say the title or the kind again are left out. */
function saysMore(words: string, kind: string, title: string): boolean {
  const said = `${title} ${kind}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/[\s,;:]+/)
    .some((word) => word !== '' && !said.includes(word))
}
