// What is wrong with one import, as sentences that say what to do instead.

export interface ImportRules {
  readonly foundations: Readonly<
    Record<string, { readonly uses: readonly string[]; readonly because: string }>
  >
  readonly doors: Readonly<Record<string, { readonly through: RegExp; readonly because: string }>>
  readonly mayAsk: Readonly<Record<string, readonly string[] | 'every room'>>
  readonly roomsUse: readonly string[]
  readonly seesWeb: RegExp
  readonly seesAll: readonly string[]
}

/** Faults of `file` importing `imported`, both as paths in the repository; packages have none. */
export function faultsOfImport(file: string, imported: string, rules: ImportRules): string[] {
  if (!imported.startsWith('src/')) return []
  const from = file.split('/')[1]!
  const to = imported.split('/')[1]!
  if (from === to) return []
  if (!imported.includes('/', 4) && !rules.seesAll.includes(file))
    return rules.foundations[from] && from === 'cli'
      ? []
      : [`${imported} puts everything together: hand in what is needed instead`]
  const fault = (says: string) => [`${file} imports ${imported}: ${says}`]

  const foundation = rules.foundations[from]
  const door = rules.doors[to]
  if (foundation?.uses.includes(to) && door && !door.through.test(imported))
    return fault(`${from} goes into ${to} through ${door.through.source}, because ${door.because}`)
  if (foundation)
    return foundation.uses.includes(to)
      ? []
      : fault(
          `${from} may use ${foundation.uses.join(', ') || 'nothing'}, because ${foundation.because}`,
        )

  if (rules.roomsUse.includes(to)) return []
  if (to === 'web')
    return rules.seesWeb.test(file)
      ? []
      : fault('only pages, feeds and tables see the web: let the view answer instead')
  if (to === 'personal-details')
    return from === 'people' ? [] : fault('only people keeps names; ask nameOf(id)')
  const asks = rules.mayAsk[from]
  if (asks === undefined)
    return fault(`${from} is no room of imports.rules.ts: name it there, with its reason`)
  if (rules.mayAsk[to] === undefined) return fault(`a room uses no ${to}`)
  if (asks !== 'every room' && !asks.includes(to))
    return fault(`${from} may ask ${asks.join(', ') || 'no room'}; a new name is a design decision`)
  return imported.endsWith('/index.ts') ? [] : fault('another room is asked through its index.ts')
}
