// The front door: what other rooms may use.

export type { MeetingEvent, MeetingHeld } from './meeting.ts'
export { heldMeetings, meetingsKept } from './meetings.view.ts'
