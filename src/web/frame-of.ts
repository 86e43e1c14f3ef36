// The frame of a page, from the call and the reading that it was drawn from.

import { printDay } from '#calendar/day.ts'
import type { Office } from '#office/office.ts'
import type { Reading } from '#reading/reading.ts'
import { addressWith } from './address.ts'
import type { Call } from './ask.ts'
import type { Frame, Link } from './frame.ts'
import { printInstant } from './printed.ts'

export interface Heading {
  readonly title: string
  readonly kicker?: string | undefined
  readonly trail?: readonly Link[] | undefined
  readonly notice?: string | undefined
}

/** How one speaks of the rooms, in the order in which a newcomer asks about them. */
const order = [
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
  'Consultations',
  'Reports',
  'Support',
]

/** What one looks up rather than visits: it stands at the end of the list, apart. */
const apart = ['Rulebook', 'Chronicle']

/** The frame of a page under this heading; `machine` are the addresses of the same for programs. */
export function frameOf(
  office: Office,
  call: Call,
  reading: Reading,
  heading: Heading,
  machine: Frame['alternates'] = {},
): Frame {
  const { code, base, path, query, viewer } = call
  const administered = office.codesIn(office.journal.state).find(({ name }) => name === code)
  const position = reading.record.position
  return {
    code: { name: code, title: administered?.title ?? code },
    base,
    path,
    title: heading.title,
    kicker: heading.kicker,
    trail: (heading.trail ?? []).map(({ label, href }) => ({ label, href: base + href })),
    viewer: {
      label: viewer.label,
      ...(viewer.name === 'public' ? {} : { desk: `${base}/desk`, leave: '/key/leave' }),
    },
    asOf: {
      day: reading.asOf,
      isToday: reading.asOf === reading.today,
      printed: printDay(reading.asOf),
    },
    knownAt: {
      instant: reading.knownAt,
      printed: reading.knownAt === null ? 'now' : printInstant(reading.knownAt),
    },
    query,
    rooms: roomsOf(office, base, path),
    alternates: Object.fromEntries(
      Object.entries(machine).map(([kind, href]) => [
        kind,
        href === undefined ? undefined : addressWith(href, withoutEntered(query)),
      ]),
    ),
    record: { ...reading.record, empty: position === 0 },
    demonstration: administered?.demonstration ?? false,
    notice: heading.notice,
  }
}

function roomsOf(office: Office, base: string, path: string): Frame['rooms'] {
  const rank = (label: string) => {
    const place = [...order, 'any other', ...apart].indexOf(label)
    return place < 0 ? order.length : place
  }
  return office.rooms
    .flatMap((room) => (room.listed ? [room.listed] : []))
    .toSorted((one, other) => rank(one.label) - rank(other.label))
    .map(({ label, href }) => ({
      label,
      href: base + href,
      apart: apart.includes(label),
      current: path === base + href || path.startsWith(`${base}${href}/`),
    }))
}

export const withoutEntered = ({ entered: _entered, ...query }: Readonly<Record<string, string>>) =>
  query
