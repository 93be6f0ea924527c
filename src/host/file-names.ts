/**
 * Proposed names for files that leave the app. A group may be called anything; a file may not: Windows reserves
 * characters and names, and marks that turn the direction of text can hide what a file really is.
 */

const RESERVED = /[/\\:*?"<>|\p{Cc}\p{Bidi_Control}]/u
const DEVICE_NAMES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i
const MAX_CHARACTERS = 150

export function isSafeFileName(name: string): boolean {
  return name.length > 0 && name.length <= 200 && !RESERVED.test(name) && !/^[. ]|[. ]$/.test(name)
}

/** The nearest name that every system takes; the extension survives shortening. */
export function toSafeFileName(name: string): string {
  const plain = [...name].map(char => (RESERVED.test(char) ? '-' : char)).join('')
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : ''
  const stem = plain.slice(0, plain.length - extension.length)
  const tidy = stem.slice(0, MAX_CHARACTERS).replace(/^[. ]+|[. ]+$/g, '') || 'porchlight'
  return DEVICE_NAMES.test(`${tidy}.`) ? `_${tidy}${extension}` : `${tidy}${extension.replace(/[. ]+$/, '')}`
}
