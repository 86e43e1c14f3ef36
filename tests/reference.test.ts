// The reference says what the code says.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referencePages } from '#api/reference.ts'
import { searchView } from '#office/search.view.ts'
import { rooms } from '../src/rooms.ts'

describe('docs/reference', () => {
  it.each(Object.entries(referencePages(rooms, [searchView(rooms)])))(
    '%s is not stale',
    (file, text) => {
      const stands = readFileSync(join(import.meta.dirname, '../docs/reference', file), 'utf8')
      expect(stands, 'run bin/secretariat reference and commit what it prints').toBe(text)
    },
  )
})
