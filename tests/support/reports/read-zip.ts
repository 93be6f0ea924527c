/** Reads a ZIP's texts back by its central directory, checking each checksum: independent of what wrote it. */
import { crc32, inflateRawSync } from 'node:zlib'

export async function readZip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const buffer = Buffer.from(bytes)
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = buffer.readUInt16LE(at + 28)
    const local = buffer.readUInt32LE(at + 42)
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const data = inflateRawSync(buffer.subarray(start, start + buffer.readUInt32LE(at + 20)))
    if (crc32(data) !== buffer.readUInt32LE(at + 16)) throw new Error(`checksum of ${name}`)
    files.set(name, data.toString('utf8'))
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return files
}
