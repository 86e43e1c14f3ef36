// Finding words in the Code, with the filters that matter: on the day, ever, in proposals.

import { type Page, page } from '#web/page.ts'
import type { FoundInCode, findInCodeView } from './find-in-code.view.ts'

const wheres = [
  { value: 'on-the-day', label: 'as in force on the day' },
  { value: 'ever', label: 'in any text it ever had' },
  { value: 'in-proposals', label: 'in open proposals' },
] as const

export function findInCodePage(view: ReturnType<typeof findInCodeView>): Page<FoundInCode> {
  return page({
    view,
    heading: () => ({ title: 'Find in the Code', trail: [{ label: 'The Code', href: '/code' }] }),
    body: ({ q, where, total, results }, { link, path, query }) => (
      <div class="find-page">
        <form class="compare-form" action={path} method="get">
          {Object.entries(query)
            .filter(([name]) => !['q', 'where', 'near'].includes(name))
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          <p>
            <label for="find">Words, or a “phrase”</label>
            <input id="find" name="q" type="search" value={q} autocomplete="off" />
          </p>
          <p>
            <label for="where">Where</label>
            <select id="where" name="where">
              {wheres.map(({ value, label }) => (
                <option key={value} value={value} selected={value === where}>
                  {label}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label for="near">Within so many words</label>
            <input
              id="near"
              name="near"
              inputMode="numeric"
              value={query.near ?? ''}
              autocomplete="off"
            />
          </p>
          <p>
            <button type="submit">Find</button>
          </p>
        </form>
        {q !== '' && (
          <p class="headline">
            {total === 0
              ? `Nothing holds all of that ${wheres.find(({ value }) => value === where)!.label}. Try fewer words, or look ${where === 'ever' ? 'in open proposals' : 'in any text it ever had'}.`
              : `${total}${total === 100 ? ' or more' : ''} ${total === 1 ? 'provision holds' : 'provisions hold'} all of that ${wheres.find(({ value }) => value === where)!.label}.`}
          </p>
        )}
        <ol class="found">
          {results.map(({ number, heading, excerpt, href, when }) => (
            <li key={href + excerpt}>
              <a href={/as-of=/.test(href) ? href : link(href)}>
                {[number, heading].filter(Boolean).join(' ') || 'A provision without number'}
              </a>
              {when && <span class="hint"> {when}</span>}
              <p>{excerpt}</p>
            </li>
          ))}
        </ol>
      </div>
    ),
  })
}
