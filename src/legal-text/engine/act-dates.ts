// From when to when an act holds, as far as its own data say.
import type { ActInstruction, DcAct } from './import-dc-acts.ts'
import type { ISODate, Result } from './model.ts'

/** The day from which the act applies, or why there is none: it takes effect on no day, or waits for something. */
export const startOfAct = (act: DcAct): Result<ISODate, string> => {
  const { effective, waiting } = act
  if (effective === null || !/^\d{4}-\d{2}-\d{2}$/.test(effective))
    return { ok: false, faults: 'the act does not say when it takes effect' }
  const unset = waiting.find(({ until }) => until === null)
  if (unset)
    return {
      ok: false,
      faults:
        unset.path === null
          ? 'the act does not apply until it is funded'
          : 'part of the act does not apply until it is funded',
    }
  const days = [...new Set(waiting.map(({ path, until }) => (path === null ? until : 'in part')))]
  const [only] = days
  if (days.length > 1 || only === 'in part')
    return { ok: false, faults: 'parts of the act apply from days of their own' }
  return { ok: true, value: only && only > effective ? only : effective }
}

/**
 * The first day on which an act for a time only is over, as the notes among these of its instructions say, or else the
 * act itself by the days that it stays in effect. The longest that an emergency act may last is no end.
 */
export const endOfAct = (
  act: DcAct,
  start: ISODate,
  instructions: readonly ActInstruction[],
): Result<ISODate, string> => {
  const noted = [...new Set(instructions.flatMap(({ expiry }) => expiry))].sort()
  if (noted.length > 1)
    return { ok: false, faults: 'its notes name more than one day on which it expires' }
  const [only] = noted
  const end =
    only ??
    (act.lasts === null || act.effective === null ? undefined : daysAfter(act.effective, act.lasts))
  if (end === undefined)
    return {
      ok: false,
      faults: 'an emergency or temporary act, of which nothing says on which day it ends',
    }
  return end > start
    ? { ok: true, value: end }
    : { ok: false, faults: `it would be over on ${end}, before it starts on ${start}` }
}

const daysAfter = (day: ISODate, days: number): ISODate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What an act for a time does to the text: adds to it, leaves part of it out, or varies it. Its notes count for nothing. */
export const modeOfAct = (
  instructions: readonly ActInstruction[],
): 'add-for-period' | 'disapply' | 'vary' => {
  const said = instructions.filter(
    ({ before, expiry }) => before !== 'heading' && expiry.length === 0,
  )
  if (said.length > 0 && said.every(({ kind }) => kind === 'insert')) return 'add-for-period'
  return said.length > 0 && said.every(({ kind }) => kind === 'repeal') ? 'disapply' : 'vary'
}
