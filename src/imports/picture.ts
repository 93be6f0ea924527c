/** What the readers of pictures share. */

/** Of a picture; null: made wrongly. */
export interface CleanPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Bytes as Latin-1 letters; shorter at the end. */
export function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte)
  return text
}
