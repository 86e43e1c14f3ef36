// The front door: what other rooms may use.

export {
  appointmentsKept,
  appointmentsOf,
  bodiesKept,
  bodiesOn,
  nameOfDecider,
} from './bodies.view.ts'
export type { AppointmentMade, BodyEstablished, BodyEvent } from './body.ts'
export {
  type DecisionEvent,
  type DecisionTaken,
  type DecisionWord,
  decisionWords,
} from './decision.ts'
export { decisionsBy, decisionsKept, decisionsWithin } from './decisions.view.ts'
export { enterDecisionOnRecord } from './enter-decision-on-record.ts'
export { printSeats, type SeatShown, seatsOf } from './seat.ts'
