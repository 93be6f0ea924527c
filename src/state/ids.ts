/** Ids of new records: 16 random bytes as hex, so that two laptops never choose the same one. */
export type NewId = () => string

export function bytesToHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Lower-case hex of an even length, as `bytesToHex` writes it. */
export const hexToBytes = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))

export const createNewId =
  (random: (bytes: number) => Uint8Array): NewId =>
  () =>
    bytesToHex(random(16))
