import { type ConfigData, HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import config from '../../.htmlvalidate.json' with { type: 'json' }
import { specimens } from './specimen.tsx'

const validator = new HtmlValidate(config as ConfigData)

describe('the markup of the specimen sheet', () => {
  it.each(specimens.map(({ name, html }) => [name, html] as const))(
    '%s is valid',
    async (_name, html) => {
      const report = await validator.validateString(html)
      const faults = report.results.flatMap(({ messages }) => messages)
      expect(
        faults.map(
          ({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`,
        ),
      ).toEqual([])
    },
  )

  it.each(specimens.map(({ name, html }) => [name, html] as const))(
    '%s needs no inline style or script',
    (_name, html) => {
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:/i)
    },
  )
})
