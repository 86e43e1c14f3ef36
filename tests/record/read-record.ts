// Reads the record of 2016-17 as it lies in its folder, and its dates known in part.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export type Row = Record<string, string>

export const sec = new URL('../../codes/sec/', import.meta.url)
export const folder = new URL('record/', sec)
/** The rows of a CSV file of the record, or of another folder of the code. */
export const read = (file: string, base = folder): Row[] =>
  parse(readFileSync(new URL(file, base)), { columns: true })

/** The columns of each register made for this record; the other five are copies of published facts. */
export const columns: Record<string, string> = {
  parties:
    'reference,name,category,acceded,instrument,mechanism,cause,exited,company,basis,source,notes',
  groups: 'reference,name,basis,source',
  companies: 'parent,owned,from,to,basis,source,notes',
  people: 'reference,name,role,source,basis',
  bodies: 'reference,name,established,status,chair,source,basis,notes',
  meetings: 'reference,body,kind,held,place,basis,source,notes',
  decisions: 'reference,subject,body,decision,on,meeting,basis,source,notes',
  releases: 'release,region,live,basis,source,notes',
  'release-contents': 'release_or_version,item,source,basis',
  budgets: 'reference,years,kind,amount_pence,year,approved,effective,basis,source,notes',
  consultations: 'reference,subject,opened,closes,owner,about,basis,source,notes',
  responses: 'consultation,number,received,respondent,basis,source,notes',
  appeals: 'budget,period_from,period_to,number,source,basis,notes',
  engagement: 'reference,kind,title,held,attended,attended_words,repeat_of,basis,source,notes',
  surveys: 'reference,kind,fieldwork,threshold,result_words,basis,source,notes',
  'alt-han': 'date,event,basis,source',
  sections: 'reference,title,kind,from,basis,confidence,source',
  'version-claims': 'version,date,source,basis,notes',
  texts: 'title,began,basis,source',
  provisions: 'id,parent,number,kind,heading,words,from,basis,source',
  effects:
    'reference,instrument_kind,instrument,layer,mode,provisions,starts,ends,regions,ops,says,basis,source',
  endings: 'effect,instrument_kind,instrument,on,regions,basis,source',
  drafts: 'modification,title,starts,layer,instructions,class,from,basis,source',
  'claimed-totals': 'reference,what,words,period,basis,source',
  sources: 'reference,title,address',
}
const copies = ['modifications', 'modification-steps', 'versions', 'variations', 'events']
/** All registers, by name. */
export const names = [...Object.keys(columns), ...copies]
const register = Object.fromEntries(names.map((name) => [name, read(`${name}.csv`)]))
/** The rows of a register. */
export const rows = (name: string): Row[] => register[name]!
/** The references of a register. */
export const references = (name: string) => rows(name).map((row) => row.reference!)

/** Whether the text is a day of the calendar, written in full. */
export function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}
const lastOfMonth = (month: string) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10)

/** First and last day that a date known in part allows (an open end is empty); throws when it is no such date. */
export function interval(text: string): { first: string; last: string } {
  if (text === '..') return { first: '', last: '' }
  const [from, to, ...rest] = text.includes('/') ? text.split('/') : [text, text]
  const ends = [from, to].map((end) => {
    if (end === '..') return { first: '', last: '' }
    if (isDay(end!)) return { first: end!, last: end! }
    if (isDay(`${end}-01`)) return { first: `${end}-01`, last: lastOfMonth(end!) }
    throw new Error(`'${text}' is not a day, a month or an interval of them`)
  })
  const whole = { first: ends[0]!.first, last: ends[1]!.last }
  if (rest.length > 0 || (whole.last !== '' && whole.first > whole.last))
    throw new Error(`'${text}' ends before it begins or has too many parts`)
  return whole
}
/** Whether a date known in part lies wholly within the Regulatory Year 2016-17. */
export const inYear = (text: string) => {
  const { first, last } = interval(text)
  return first >= '2016-04-01' && last !== '' && last <= '2017-03-31'
}
