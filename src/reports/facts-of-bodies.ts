// Bodies, what they decided, and the chronicle as facts.

import { bodiesKept, bodiesOn, decisionsKept, decisionWords, nameOfDecider } from '#bodies/index.ts'
import { eventsKept, strandNamed, surveysKept } from '#chronicle/index.ts'
import { type FactKind, factOf } from './fact.ts'

/** Bodies that are on record as established, as they stood on the day of the reading. */
export const bodyFacts: FactKind = {
  one: 'body',
  many: 'bodies',
  fields: ['reference', 'name', 'kind', 'status', 'seats', 'purpose'],
  gather: (reading) => {
    const shown = new Map(bodiesOn(reading).map((body) => [body.reference, body]))
    return reading.rows(bodiesKept).flatMap((row) => {
      const body = shown.get(row.key)
      if (!body) return []
      const { reference, name, kind, status, seats, purpose } = body
      return [
        factOf(row, {
          says: name,
          href: `/bodies/${reference}`,
          fields: { reference, name, kind, status, seats, purpose },
        }),
      ]
    })
  },
}

export const decisionFacts: FactKind = {
  one: 'decision',
  many: 'decisions',
  fields: ['body', 'bodyName', 'subject', 'decision', 'words', 'meeting'],
  gather: (reading) =>
    reading.rows(decisionsKept).map((row) => {
      const { reference, body, subject, decision, meeting } = row.data
      const words = decisionWords[decision]
      const bodyName = nameOfDecider(body, reading)
      return factOf(row, {
        says: `${subject}: ${words.toLowerCase()} (${bodyName})`,
        href: `/decisions/${reference}`,
        fields: { body, bodyName, subject, decision, words, meeting },
      })
    }),
}

export const eventFacts: FactKind = {
  one: 'event',
  many: 'events',
  fields: ['strand', 'strandName'],
  gather: (reading) =>
    reading.rows(eventsKept).map((row) => {
      const { strand, says } = row.data
      return factOf(row, {
        says,
        href: '/chronicle',
        fields: { strand, strandName: strandNamed(strand, reading.rulebook) },
      })
    }),
}

export const surveyFacts: FactKind = {
  one: 'survey',
  many: 'surveys',
  fields: ['kind', 'threshold', 'result'],
  gather: (reading) =>
    reading.rows(surveysKept).map((row) => {
      const { kind, threshold, resultWords: result } = row.data
      const words = kind.replaceAll('-', ' ')
      return factOf(row, {
        says: `${words.charAt(0).toUpperCase()}${words.slice(1)} survey`,
        href: '/surveys',
        fields: { kind, threshold, result },
      })
    }),
}
