/**
 * CRC-32 (IEEE 802.3, as in zip and PNG), eight bytes a step. It finds torn and rotten bytes on a disk; it is no
 * defence against a person: that is the seal's job.
 */

const LANES = 8
const TABLES = buildTables()

function buildTables(): Uint32Array {
  const tables = new Uint32Array(256 * LANES)
  for (let index = 0; index < 256; index += 1) {
    let value = index
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    tables[index] = value
  }
  for (let index = 256; index < tables.length; index += 1) {
    const previous = tables[index - 256] ?? 0
    tables[index] = (previous >>> 8) ^ (tables[previous & 0xff] ?? 0)
  }
  return tables
}

/** Of the bytes from `start` up to `end`, as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array, start: number, end: number): number {
  // Read only inside their bounds, where a typed array is never undefined.
  const read = (index: number): number => bytes[index] as number
  const lane = (table: number, value: number): number => TABLES[table * 256 + (value & 0xff)] as number
  let crc = -1
  let at = start
  for (; at + LANES <= end; at += LANES) {
    const low = crc ^ (read(at) | (read(at + 1) << 8) | (read(at + 2) << 16) | (read(at + 3) << 24))
    crc =
      lane(7, low) ^
      lane(6, low >>> 8) ^
      lane(5, low >>> 16) ^
      lane(4, low >>> 24) ^
      lane(3, read(at + 4)) ^
      lane(2, read(at + 5)) ^
      lane(1, read(at + 6)) ^
      lane(0, read(at + 7))
  }
  for (; at < end; at += 1) crc = (crc >>> 8) ^ lane(0, crc ^ read(at))
  return ~crc >>> 0
}
