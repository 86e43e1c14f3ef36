import { describe, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given } from '../../tests/given.ts'
import { enterSurveyOnRecord } from './enter-survey-on-record.ts'

const survey = {
  reference: 'survey-2016',
  kind: 'customer-satisfaction',
  fieldwork: '2016-06',
  threshold: '3.5',
  resultWords: '',
  source: 'a report',
}
const held = { stream: 'survey:survey-2016', type: 'SurveyHeld', data: survey }

describe('entering a survey on record', () => {
  it('puts it on record, effective when people were asked', () =>
    given()
      .when(enterSurveyOnRecord, survey)
      .thenEntered([
        {
          type: 'SurveyHeld',
          data: { kind: 'customer-satisfaction', threshold: '3.5', resultWords: null },
          effectiveFrom: '2016-06',
        },
      ]))

  it('keeps a threshold that is not stated as not stated', () =>
    given()
      .when(enterSurveyOnRecord, { ...survey, threshold: '' })
      .thenEntered([{ type: 'SurveyHeld', data: { threshold: null } }]))

  it('is refused where the reference is taken', () =>
    given([held]).when(enterSurveyOnRecord, survey).thenRefused('surveyIsNew'))

  it('asks for each field that it needs', () =>
    given()
      .when(enterSurveyOnRecord, { ...survey, fieldwork: 'June', threshold: 'three', source: '' })
      .thenFormRefused('fieldwork', 'threshold', 'source'))

  it('is closed to the public', () =>
    given().when(enterSurveyOnRecord, survey, thePublic).thenNotAllowed())
})
