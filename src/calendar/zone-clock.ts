// The clocks of a time zone. Making one is slow, so each is made once; what it shows never changes.

const clocks = new Map<string, Intl.DateTimeFormat>()

/**
 * What a clock in an IANA zone shows, as 'YYYY-MM-DD HH:MM:SS', so many milliseconds after 1970 began in UTC.
 * Throws a RangeError for a zone that nobody knows.
 */
export function clockIn(zone: string, milliseconds: number): string {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = clockOf(zone)
    clocks.set(zone, clock)
  }
  const shows: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const part of clock.formatToParts(milliseconds)) shows[part.type] = part.value
  const date = `${shows.year!.padStart(4, '0')}-${shows.month}-${shows.day}`
  return `${date} ${shows.hour}:${shows.minute}:${shows.second}`
}

function clockOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  } catch {
    throw new RangeError(`Expected an IANA time zone, such as Europe/London, but got '${zone}'`)
  }
}
