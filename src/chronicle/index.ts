// The front door: what other rooms may use.

export { eventsBy, eventsKept, eventsWithin } from './chronicle.view.ts'
export type { ChronicleEvent, EventNoted } from './event.ts'
export { strandNamed } from './strand.ts'
export type { SurveyEvent, SurveyHeld } from './survey.ts'
export { surveysBy, surveysKept } from './surveys.view.ts'
