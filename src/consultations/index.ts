// The front door: what other rooms may use.

export type { ConsultationEvent, ConsultationOpened, ResponseReceived } from './consultation.ts'
export {
  consultationsAbout,
  consultationsKept,
  openedConsultations,
  responsesKept,
  responsesTo,
} from './consultations-kept.ts'
