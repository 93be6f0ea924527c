/**
 * A picture's bytes as an address for `<img>`. Not a blob address: what a browser keeps for those may go to its disk in
 * clear when memory is short; a data address stays in the page.
 */
import type { AttachmentType } from '#domain/attachment.ts'

/** Of bytes that are turned into text at a time: more would overflow the call stack. */
const SLICE = 0x8000

export function pictureAddress(type: AttachmentType, bytes: Uint8Array): string {
  const text: string[] = []
  for (let at = 0; at < bytes.length; at += SLICE)
    text.push(String.fromCharCode(...bytes.subarray(at, at + SLICE)))
  return `data:${type};base64,${btoa(text.join(''))}`
}
