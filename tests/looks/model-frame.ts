// The frame of the specimen pages: an invented code, so that nothing here can be taken for a record.

import type { Frame } from '#web/layout.tsx'

const names = [
  'Today',
  'Modifications',
  'The Code',
  'Bodies',
  'Meetings',
  'Parties',
  'Assessments',
  'Products',
  'Releases',
  'Budgets',
  'Reports',
  'Support',
]

/** A frame for a page of the Model Code, today and as known now unless changed. */
export function modelFrame(room: string, change: Partial<Frame>): Frame {
  const path = change.path ?? '/modifications'
  return {
    code: { name: 'model-code', title: 'Model Code' },
    base: '',
    path,
    title: room,
    trail: [],
    viewer: { label: 'Public' },
    asOf: { day: '2026-11-23', isToday: true, printed: '23 November 2026' },
    knownAt: { instant: null, printed: 'now' },
    query: {},
    rooms: names.map((label) => ({
      label,
      href: `/${label.toLowerCase().replace('the ', '')}`,
      current: label === room,
    })),
    alternates: { json: `/api/v1${path}`, atom: `${path}.atom`, csv: `${path}.csv` },
    record: {
      position: 10482,
      hash: '3f9a6c1e0b7d5248a1c4e9f0d2b3758664aa90c7e15f2d3b8c6704e9a1b2c3d4',
    },
    demonstration: true,
    ...change,
  }
}

/** The frame of the same page as in force on an earlier day and as known at an earlier instant. */
export const elsewhen = {
  asOf: { day: '2017-03-31', isToday: false, printed: '31 March 2017' },
  knownAt: { instant: '2026-01-31T12:00:00Z', printed: '31 January 2026 at 12:00 UTC' },
  query: { 'as-of': '2017-03-31', 'known-at': '2026-01-31T12:00:00Z' },
} satisfies Partial<Frame>
