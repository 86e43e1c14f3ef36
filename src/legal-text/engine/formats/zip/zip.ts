// Zip files in memory: written with fixed dates, so that equal contents are equal bytes, and read within limits.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How much a zip file may unpack to; a file beyond it is refused before more is unpacked. */
export interface ZipLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 5_000,
  entryBytes: 160 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
// 1 January 1980, the first day a zip file can name.
const DAY = 0x21

/** A zip of the entries in their order. The level is that of deflate, 1 to 9. */
export const writeZip = (entries: readonly ZipEntry[], level = 1): Uint8Array => {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(bytes, { level })
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(DAY, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(LOCAL, 0)
    const head = Buffer.alloc(6)
    head.writeUInt32LE(CENTRAL, 0)
    head.writeUInt16LE(20, 4)
    const foot = Buffer.alloc(14)
    foot.writeUInt32LE(at, 10)
    parts.push(local, common, nameBytes, packed)
    central.push(head, common, foot, nameBytes)
    at += 30 + nameBytes.length + packed.length
  }
  const size = central.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...central, end])
}

/** A zip file opened: the names it lists, and its entries unpacked on asking. */
export interface OpenZip {
  readonly names: readonly string[]
  /** The bytes of an entry, or undefined where there is none; throws where it is broken or beyond the limits. */
  read(name: string): Uint8Array | undefined
}

const refuse = (why: string): never => {
  throw new Error(`The zip file is refused: ${why}`)
}

const endOf = (file: Buffer): number => {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 66_000); at--)
    if (file.readUInt32LE(at) === END) return at
  return refuse('it has no directory; it is cut short or not a zip file')
}

interface Listed {
  readonly method: number
  readonly flags: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly at: number
}

/** Opens a zip file in memory. Throws where it is not one, is cut short, encrypted, or lists more than the limits allow. */
export const openZip = (bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): OpenZip => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 22 || file.readUInt16LE(0) !== 0x4b50)
    refuse('it does not begin as a zip file does')
  const end = endOf(file)
  const count = file.readUInt16LE(end + 10)
  if (count > limits.entries)
    refuse(`it lists ${count} entries; at most ${limits.entries} are read`)
  const listed = new Map<string, Listed>()
  let at = file.readUInt32LE(end + 16)
  let total = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) refuse('its directory is broken')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const size = file.readUInt32LE(at + 24)
    total += size
    if (size > limits.entryBytes)
      refuse(`${name} unpacks to ${size} bytes; at most ${limits.entryBytes} are read`)
    if (total > limits.totalBytes)
      refuse(`it unpacks to more than ${limits.totalBytes} bytes in all`)
    if (listed.has(name)) refuse(`it lists ${name} twice`)
    listed.set(name, {
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size,
      at: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  const read = (name: string): Uint8Array | undefined => {
    const entry = listed.get(name)
    if (!entry) return undefined
    if (entry.flags & 1) refuse(`${name} is encrypted`)
    if (entry.at + 30 > end || file.readUInt32LE(entry.at) !== LOCAL)
      refuse(`${name} does not stand where the directory says`)
    const start =
      entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28)
    if (start + entry.packed > end) refuse(`${name} is cut short`)
    const packed = file.subarray(start, start + entry.packed)
    const unpacked = unpack(name, entry, packed)
    if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
      refuse(`${name} does not unpack to what the directory says`)
    return unpacked
  }
  return { names: [...listed.keys()], read }
}

const unpack = (name: string, entry: Listed, packed: Buffer): Uint8Array => {
  if (entry.method === 0) return packed
  if (entry.method !== 8) return refuse(`${name} is packed by method ${entry.method}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    return refuse(`${name} does not unpack: ${error instanceof Error ? error.message : error}`)
  }
}
