// The front door: what other rooms and the office may use.

export type { CodeEvent, CodeRegistered } from './code.ts'
export { codesKept, codesOf } from './codes.view.ts'
export { confirmationOf, confirmationsKept, type KeptConfirmation } from './confirmations.view.ts'
export type { ParameterConfirmed, ParameterEvent } from './parameter.ts'
export { registerCode } from './register-code.ts'
