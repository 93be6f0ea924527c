/** Ids of new records: 16 random bytes as hex, so that two laptops never choose the same one. */
export type NewId = () => string

export function bytesToHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

export const createNewId =
  (random: (bytes: number) => Uint8Array): NewId =>
  () =>
    bytesToHex(random(16))
