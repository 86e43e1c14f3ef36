// Every kind of fact that a report can count, by the name under which its data asks for it.

import type { FactKind } from './fact.ts'
import { meetingFacts } from './facts-of-meetings.ts'

export const factKinds: Readonly<Record<string, FactKind>> = {
  meetings: meetingFacts,
}
