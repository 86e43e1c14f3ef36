import { describe, expect, it } from 'vitest'
import { day } from '#calendar/day.ts'
import { thePublic } from '#journal/information-class.ts'
import { loadCodes } from '#rulebook/load-codes.ts'
import { rulebookOn } from '#rulebook/rulebook-on.ts'
import { given } from '../../tests/given.ts'
import { confirmParameter } from './confirm-parameter.ts'
import { valueFor } from './parameter-value.ts'

const files = loadCodes('codes').get('model-code')!.rulebookFiles
const setting = {
  rulebook: (on: ReturnType<typeof day>) => rulebookOn(files, [], on),
  today: day('2026-02-01'),
}
const majority = {
  parameter: 'panel.majority',
  value: 'more than 1/2',
  clause: 'Art. 5(2)',
  from: '2026-02-01',
}
const confirmed = {
  stream: 'parameter:panel.majority',
  type: 'ParameterConfirmed',
  data: { ...majority, seenIn: null },
}

describe('confirming a parameter', () => {
  it('enters value and clause, effective from their day', () =>
    given([], setting)
      .when(confirmParameter, { ...majority, from: '2026-01-01', seenIn: 'the signed copy' })
      .thenEntered([
        {
          type: 'ParameterConfirmed',
          data: { value: 'more than 1/2', clause: 'Art. 5(2)', seenIn: 'the signed copy' },
          effectiveFrom: '2026-01-01',
          basis: 'decided-here',
        },
      ]))

  it.each([
    ['panel.yearReportDue', ' 1,250 ', 1250],
    ['panel.quorumNeedsChair', 'Yes', true],
    ['workingDays.divisions', 'upper-river; lower-river', ['upper-river', 'lower-river']],
    [
      'changeBoard.blocs',
      '[{"bloc": "boats", "seat": "boat-owner"}]',
      [{ bloc: 'boats', seat: 'boat-owner' }],
    ],
    ['accession.fee', '12.50', 12.5],
  ])('reads what was typed for %s as the kind of value it is', (parameter, value, read) =>
    given([], setting)
      .when(confirmParameter, { parameter, value, from: '2026-01-01' })
      .thenEntered([{ type: 'ParameterConfirmed', data: { value: read, clause: null } }]),
  )

  it('takes values as data', () =>
    given([], setting)
      .when(confirmParameter, { parameter: 'panel.yearReportDue', value: 20, from: '2026-01-01' })
      .thenEntered([{ type: 'ParameterConfirmed', data: { value: 20 } }]))

  it('is refused for a parameter that the rulebook of the day does not have', async () => {
    await given([], setting)
      .when(confirmParameter, { ...majority, parameter: 'panel.colour' })
      .thenRefused('parameterIsInTheRulebook')
    await given([], setting)
      .when(confirmParameter, { ...majority, from: '2025-12-31' })
      .thenRefused('parameterIsInTheRulebook')
    await given([], setting)
      .when(confirmParameter, {
        parameter: 'panel.quorumNeedsChair',
        value: 'no',
        from: '2026-07-01',
      })
      .thenRefused('parameterIsInTheRulebook')
  })

  it.each([
    ['panel.yearReportDue', 'a fortnight'],
    ['panel.yearReportDue', '12,50'],
    ['panel.quorumNeedsChair', 'perhaps'],
    ['changeBoard.blocs', 'boats and locks'],
    ['changeBoard.blocs', '[]'],
    ['workingDays.divisions', ';'],
    ['panel.majority', true],
  ])('is refused for %s where the value is %s, of another kind', (parameter, value) =>
    given([], setting)
      .when(confirmParameter, { parameter, value, from: '2026-01-01' })
      .thenRefused('valueIsOfItsKind'),
  )

  it('is refused where the same is confirmed already, and taken where anything differs', async () => {
    await given([confirmed], setting)
      .when(confirmParameter, majority)
      .thenRefused('confirmationIsNew')
    for (const other of [{ value: 'at least 2/3' }, { clause: 'Art. 6' }, { from: '2026-02-02' }])
      await given([confirmed], setting)
        .when(confirmParameter, { ...majority, ...other })
        .thenEntered([{ type: 'ParameterConfirmed', data: other }])
  })

  it('asks for each field that it needs', () =>
    given([], setting)
      .when(confirmParameter, { parameter: 'panel quorum', value: ' ', from: 'today' })
      .thenFormRefused('parameter', 'value', 'from'))

  it('is closed to the public', () =>
    given([], setting).when(confirmParameter, majority, thePublic).thenNotAllowed())
})

describe('a value typed for a list of numbers', () => {
  it('is read as numbers', () => {
    const floors = {
      name: 'survey.floors',
      says: '',
      kind: 'list',
      value: [3, 4],
      unit: undefined,
    } as never
    expect(valueFor(floors, '3; 2.5')).toEqual({ value: [3, 2.5] })
    expect(valueFor(floors, '3; low')).toHaveProperty('fault')
  })
})
