// Reads files that anybody may have made: never more than a stated amount, packed or unpacked.

import { closeSync, openSync, readSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Refused } from '../session.ts'

const MEBIBYTE = 1024 * 1024

/** The most that is read of one file, and the most that a packed one may unpack to, in bytes. */
export const MOST_BYTES = { file: 64 * MEBIBYTE, unpacked: 128 * MEBIBYTE } as const

/** What is read of one file may be bounded otherwise in a test. */
export type MostBytes = { readonly file: number; readonly unpacked: number }

const inMebibytes = (bytes: number): string => `${Math.round(bytes / MEBIBYTE)} MiB`

/** How the standard input is called in place of a file. */
export const STANDARD_INPUT = '-'

/** The bytes of a file or pipe. Refuses, with the reason, what cannot be opened and what is longer than the cap. */
export function readBounded(path: string, most: MostBytes = MOST_BYTES): Buffer {
  const file = opened(path)
  try {
    const pieces: Buffer[] = []
    let length = 0
    for (;;) {
      const piece = Buffer.allocUnsafe(MEBIBYTE)
      const read = readSync(file, piece, 0, piece.length, null)
      if (read === 0) return Buffer.concat(pieces, length)
      length += read
      if (length > most.file)
        throw new Refused(
          `${path}: longer than ${inMebibytes(most.file)}, the most that is read`,
          2,
        )
      pieces.push(piece.subarray(0, read))
    }
  } catch (reason) {
    throw reason instanceof Refused ? reason : new Refused(`${path}: ${saidBySystem(reason)}`, 2)
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number {
  try {
    return openSync(path === STANDARD_INPUT ? '/dev/stdin' : path, 'r')
  } catch (reason) {
    throw new Refused(`${path}: ${saidBySystem(reason)}`, 2)
  }
}

function saidBySystem(reason: unknown): string {
  const { code, message } = reason as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'no such file'
  if (code === 'EACCES') return 'may not be read; see its permissions'
  if (code === 'EISDIR')
    return 'a folder that holds neither a dc-code text nor dated versions of one text; name a file'
  return message
}

export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Unpacks gzip. Refuses what is no gzip, is cut short, or unpacks to more than the cap. */
export function unpacked(path: string, bytes: Buffer, most: MostBytes = MOST_BYTES): Buffer {
  if (!isPacked(bytes))
    throw new Refused(`${path}: named as gzip, but its content is not; is it unpacked already?`, 2)
  try {
    return gunzipSync(bytes, { maxOutputLength: most.unpacked })
  } catch (reason) {
    const { code, message } = reason as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refused(
        `${path}: unpacks to more than ${inMebibytes(most.unpacked)}, the most that is read`,
        2,
      )
    throw new Refused(
      code === 'Z_BUF_ERROR'
        ? `${path}: the gzip is cut short; fetch the file again`
        : `${path}: the gzip is broken (${message})`,
      2,
    )
  }
}

/** The words of a file in UTF-8, unpacked where it is gzip. */
export function readWords(path: string, most: MostBytes = MOST_BYTES): string {
  const bytes = readBounded(path, most)
  const plain = isPacked(bytes) || path.endsWith('.gz') ? unpacked(path, bytes, most) : bytes
  return inUtf8(path, plain)
}

/** Bytes as words; refuses what is not UTF-8. */
export function inUtf8(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(`${path}: not a text in UTF-8, nor another format that is read here`, 2)
  }
}
