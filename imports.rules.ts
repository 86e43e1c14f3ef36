// Who may import whom, with the reason. tests/tidy.test.ts checks every import of the program against it.

/** Foundations serve any code and know no room. They stand in layers: each may use those named for it. */
export const foundations: Readonly<
  Record<string, { readonly uses: readonly string[]; readonly because: string }>
> = {
  calendar: { uses: [], because: 'days are values' },
  rulebook: { uses: ['calendar'], because: 'what the governance says is dated' },
  journal: {
    uses: ['calendar'],
    because: 'an entry counts from a date, and knows nothing of what it means',
  },
  decision: {
    uses: ['calendar', 'rulebook', 'journal'],
    because: 'a rule is asked on the record, under the rulebook of a day',
  },
  reading: {
    uses: ['calendar', 'rulebook', 'journal'],
    because: 'a view is folded from entries, for one viewer at two times',
  },
  database: { uses: [], because: 'where the record is kept knows nothing of it' },
  'personal-details': {
    uses: ['database'],
    because: 'names stand apart from the record; only its test opens a database',
  },
  office: {
    uses: ['calendar', 'rulebook', 'journal', 'decision', 'reading', 'web'],
    because: 'it puts rooms together, whichever they are; of the web it knows what a room declares',
  },
  web: {
    uses: ['calendar', 'journal', 'decision', 'reading', 'office', 'rulebook'],
    because: 'it shows views and takes commands; of the rulebook it knows what is marked on a page',
  },
  api: {
    uses: ['decision', 'reading', 'office', 'web', 'journal'],
    because: 'the same views and commands as JSON, on the server of the web',
  },
  cli: {
    uses: [
      'api',
      'database',
      'decision',
      'journal',
      'office',
      'reading',
      'web',
      'governance',
      'personal-details',
      'legal-text',
    ],
    because:
      'the same views and commands on the command line, and the care of the record; it registers a code, compares texts in files with the text engine, and imports them into the text on record',
  },
}

/** Where a foundation may use a part of a room, it goes in by this door. */
export const doors: Readonly<
  Record<string, { readonly through: RegExp; readonly because: string }>
> = {
  'legal-text': {
    through: /^src\/legal-text\/(engine\/(formats\/)?)?index\.ts$/,
    because:
      'the engine could be published alone; the text on record is read and imported through the front door of its room',
  },
}

/** Which rooms a room may ask, through their front doors. A new name here is a design decision: give its reason. */
export const mayAsk: Readonly<Record<string, readonly string[] | 'every room'>> = {
  governance: [],
  people: [],
  'legal-text': [],
  chronicle: [],
  parties: ['people'],
  bodies: ['people', 'parties'],
  meetings: ['bodies'],
  consultations: ['parties', 'bodies', 'legal-text'],
  support: ['people', 'parties'],
  budgets: ['bodies', 'parties', 'consultations'],
  modifications: ['legal-text', 'parties', 'bodies', 'meetings', 'consultations'],
  releases: ['legal-text', 'modifications'],
  reports: 'every room',
}

/** Foundations that a room may use. Web belongs to pages and feeds, and to the room's own manifest. */
export const roomsUse = ['calendar', 'rulebook', 'journal', 'decision', 'reading']

/** The kinds of file that may see the web. */
export const seesWeb = /\.(page|feed|table|download)\.tsx?$|\/room\.ts$|\.tsx$/

/** Nothing here decides on a clock, dice, a database, a file or a socket. */
export const deciding = ['calendar', 'rulebook', 'decision', 'reading']

/** Files of deciding foundations that touch the world, each for its reason. */
export const touchesTheWorld: Readonly<Record<string, string>> = {
  'src/rulebook/load-codes.ts': 'reads the codes folder, once at the start',
  'src/people/keeping-names.ts': 'keeps names in their own store before the entry is made',
}

/** Files that see everything, because they put it together. */
export const seesAll = [
  'src/main.ts',
  'src/open-office.ts',
  'src/rooms.ts',
  'src/reported-codes.ts',
  'src/config.ts',
  'src/cli/cli.ts',
]
