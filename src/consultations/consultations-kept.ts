// The kept rows of consultations and responses, and what is asked of them.

import { compareKnownDates } from '#calendar/known-date.ts'
import type { Fold, Row } from '#journal/fold.ts'
import type { Reading } from '#reading/reading.ts'
import type { ConsultationEvent, ConsultationOpened, ResponseReceived } from './consultation.ts'

/** Consultations by their reference, each from the day on which it was opened. */
export const consultationsKept: Fold<ConsultationOpened['data'], ConsultationEvent> = {
  name: 'consultations.consultations',
  edition: 1,
  on: {
    ConsultationOpened: (entry, consultations) =>
      consultations.open(entry.data.reference, entry.data),
  },
}

/** Responses by consultation and number, such as `draft-budget-2017-20/1`, each from the day on which it came. */
export const responsesKept: Fold<ResponseReceived['data'], ConsultationEvent> = {
  name: 'consultations.responses',
  edition: 1,
  on: {
    ResponseReceived: (entry, responses) =>
      responses.open(`${entry.data.consultation}/${entry.data.number}`, entry.data),
  },
}

/** Consultations opened by the day asked for: those that close last first, those whose close is not known before them. */
export function openedConsultations(reading: Reading): readonly Row<ConsultationOpened['data']>[] {
  return reading.inForce(consultationsKept).toSorted((one, other) => {
    const [closes, otherCloses] = [one.data.closes ?? '~', other.data.closes ?? '~']
    if (closes !== otherCloses) return closes > otherCloses ? -1 : 1
    return compareKnownDates(other.opens, one.opens) || (one.key < other.key ? -1 : 1)
  })
}

/** Consultations that may have been opened by the day asked for: their dates are known in part. */
export function mayHaveOpened(reading: Reading): readonly Row<ConsultationOpened['data']>[] {
  return reading.possibly(consultationsKept)
}

/** The responses to a consultation that were received by the day asked for, in the order of their numbers. */
export function responsesTo(
  reading: Reading,
  consultation: string,
): readonly Row<ResponseReceived['data']>[] {
  return reading
    .inForce(responsesKept)
    .filter(({ data }) => data.consultation === consultation)
    .toSorted((one, other) => one.data.number - other.data.number)
}

/** The consultations, opened by the day asked for, on one thing of the record, such as `budget:budget-2017-20`. */
export function consultationsAbout(
  reading: Reading,
  thing: string,
): readonly Row<ConsultationOpened['data']>[] {
  return openedConsultations(reading).filter(({ data }) => data.about === thing)
}
