// Personal details in SQL: the table `person`.

import type pg from 'pg'
import type { NamedPerson, PersonalDetails } from './personal-details.ts'

/** The store in a migrated database. */
export function sqlPersonalDetails(pool: pg.Pool): PersonalDetails {
  return {
    async names(code, ids) {
      const { rows } = await pool.query<{ id: string; name: string }>(
        `select id, name from person
          where code = $1 and name is not null and ($2::text[] is null or id = any ($2)) order by id`,
        [code, ids ?? null],
      )
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
    async keep(people) {
      const { rows } = await pool.query<NamedPerson>(
        `insert into person (code, id, name) select * from unnest($1::text[], $2::text[], $3::text[])
         on conflict do nothing returning code, id, name`,
        [
          people.map(({ code }) => code),
          people.map(({ id }) => id),
          people.map(({ name }) => name),
        ],
      )
      return rows
    },
    async drop(people) {
      await pool.query(
        `delete from person where erased_at is null
            and (code, id) in (select * from unnest($1::text[], $2::text[]))`,
        [people.map(({ code }) => code), people.map(({ id }) => id)],
      )
    },
    async erase(code, id, at) {
      await pool.query(
        `insert into person (code, id, name, erased_at) values ($1, $2, null, $3)
         on conflict (code, id) do update set name = null, erased_at = coalesce(person.erased_at, $3)`,
        [code, id, at],
      )
    },
  }
}
