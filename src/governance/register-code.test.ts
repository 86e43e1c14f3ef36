import { describe, expect, it } from 'vitest'
import { thePublic } from '#journal/information-class.ts'
import { given, recordOf } from '../../tests/given.ts'
import { codesView } from './codes.view.ts'
import { registerCode } from './register-code.ts'
import { governance } from './room.ts'

const code = { name: 'model-code', title: 'Model Code' }
const registered = {
  stream: 'code:model-code',
  type: 'CodeRegistered',
  data: { ...code, demonstration: true },
}

describe('registering a code', () => {
  it('opens its record', () =>
    given()
      .when(registerCode, code)
      .thenEntered([{ type: 'CodeRegistered', data: { ...code, demonstration: false } }]))

  it.each([true, 'yes', 'true'])('takes %j for a demonstration', (demonstration) =>
    given()
      .when(registerCode, { ...code, demonstration })
      .thenEntered([{ type: 'CodeRegistered', data: { demonstration: true } }]),
  )

  it('is refused where it is registered', () =>
    given([registered]).when(registerCode, code).thenRefused('codeIsNew'))

  it('is refused in the record of another code', () =>
    given()
      .when(registerCode, { ...code, name: 'other-code' })
      .thenRefused('codeIsRegisteredInItsOwnRecord'))

  it('asks for each field that it needs', () =>
    given()
      .when(registerCode, { name: 'The Code', title: '', demonstration: 'perhaps' })
      .thenFormRefused('name', 'title', 'demonstration'))

  it('is closed to the public', () => given().when(registerCode, code, thePublic).thenNotAllowed())
})

describe('the codes administered', () => {
  it('say that a rulebook is empty', async () => {
    const { read } = await recordOf([registered], { folds: governance.folds })
    expect(codesView.answer(read(), {})).toMatchObject({
      codes: [
        { name: 'model-code', demonstration: true, rulebook: { since: null, parameters: 0 } },
      ],
    })
  })

  it('leave out a code that is not registered', async () => {
    const { read } = await recordOf([], { folds: governance.folds })
    expect(codesView.answer(read(), {})).toEqual({ codes: [] })
  })
})
