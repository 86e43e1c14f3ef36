import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { holdDataFolder, holderOf } from '#database/data-folder.ts'
import { startOf } from '#database/process-identity.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const note = () => join(folder, 'server.json')

it('tells a second server who has the folder and where it serves, and changes nothing', () => {
  const held = holdDataFolder(folder, 'http://localhost:8080')
  held.announce('http://localhost:8081')
  const before = readdirSync(folder)
  expect(() => holdDataFolder(folder, 'http://localhost:9000')).toThrow(
    `process ${process.pid}, which serves http://localhost:8081`,
  )
  expect(readdirSync(folder)).toEqual(before)
  expect(holderOf(folder)?.address).toBe('http://localhost:8081')
})

it('is free again once given back', () => {
  holdDataFolder(folder, 'http://localhost:8080').release()
  expect(readdirSync(folder)).toEqual([])
  holdDataFolder(folder, 'http://localhost:8081')
  expect(holderOf(folder)?.address).toBe('http://localhost:8081')
})

it('is taken over from a process that was killed', async () => {
  const child = spawn('sleep', ['60'])
  const holder = { pid: child.pid!, started: startOf(child.pid!)!, address: 'http://localhost:1' }
  writeFileSync(note(), JSON.stringify(holder))
  expect(() => holdDataFolder(folder, 'http://localhost:2')).toThrow(`process ${child.pid}`)
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGKILL')
  await ended
  holdDataFolder(folder, 'http://localhost:2')
  expect(holderOf(folder)?.address).toBe('http://localhost:2')
})

it('does not take another process with the same number for the one that was killed', () => {
  const holder = { pid: process.ppid, started: 'another boot:12345', address: 'http://localhost:1' }
  writeFileSync(note(), JSON.stringify(holder))
  holdDataFolder(folder, 'http://localhost:2')
  expect(holderOf(folder)?.pid).toBe(process.pid)
})

it('is taken although the note of a killed process was only half written', () => {
  writeFileSync(note(), '{"pid":')
  holdDataFolder(folder, 'http://localhost:2')
  expect(readdirSync(folder)).toEqual(['server.json'])
})

it('does not give back what somebody else has taken since', () => {
  const held = holdDataFolder(folder, 'http://localhost:1')
  const other = {
    pid: process.ppid,
    started: startOf(process.ppid)!,
    address: 'http://localhost:2',
  }
  writeFileSync(note(), JSON.stringify(other))
  held.release()
  expect(holderOf(folder)?.pid).toBe(process.ppid)
})
