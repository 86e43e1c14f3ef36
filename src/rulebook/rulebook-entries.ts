// Everything a rulebook says, flattened for the page that shows it all.
import type { Dated, RulebookContent, RulebookEntry, Stated } from '#rulebook/rulebook.ts'
import type { Evidence, ParameterValue, Sections } from '#rulebook/rulebook-file.ts'

/** Everything a rulebook says, section by section in the order of its files. */
export function entriesOf(content: RulebookContent): readonly RulebookEntry[] {
  const entries: RulebookEntry[] = []
  const add = (
    section: keyof Sections,
    name: string,
    says: string,
    entry: Evidence & Stated & Partial<Dated>,
    value?: ParameterValue,
  ) => {
    const { clause, clauseConfidence, confidence, grade, source, note, stated, from } = entry
    const { holds = 'certainly' } = entry
    const verified = confidence === 'seen'
    const evidence = {
      clause,
      clauseConfidence,
      confidence,
      grade,
      source,
      note,
      stated,
      from,
      holds,
      verified,
    }
    entries.push({ section, name, says, value, unit: undefined, confirmed: undefined, ...evidence })
  }
  for (const { kind: _kind, ...parameter } of content.parameters.values())
    entries.push({ section: 'parameters', holds: 'certainly', ...parameter })
  for (const category of content.partyCategories)
    add('partyCategories', category.id, category.says, category, category.label)
  for (const category of content.outsideCounts)
    add('outsideCounts', category.id, category.says, category, category.label)
  for (const body of content.bodies) add('bodies', body.id, body.remit, body, body.name)
  for (const seat of content.seats) {
    const value = seat.perVotingGroup ? 'one for each Voting Group' : seat.number
    add('seats', `${seat.body} ${seat.kind}`, seat.label ?? seat.kind, seat, value)
  }
  for (const path of content.paths) add('paths', path.id, path.says, path, path.name)
  for (const objective of content.objectives)
    add('objectives', objective.id, objective.text, objective, objective.kind)
  for (const cls of content.informationClasses)
    add('informationClasses', cls.id, cls.says, cls, cls.label)
  for (const given of content.informationDefaults)
    add('informationDefaults', given.id, given.says, given, given.class)
  for (const clause of content.clauses.values())
    add(
      'clauses',
      clause.rule,
      `The clause that the rule ${clause.rule} carries out`,
      clause,
      clause.clause,
    )
  return entries
}
