/**
 * Nearly every text of a bank and of a record is ASCII: it has no accent to take off, is as long in UTF-8 as it is, and
 * is worked on at a fraction of what other texts cost.
 */
const ASCII = /^[\0-\x7f]*$/

export const isAscii = (text: string): boolean => ASCII.test(text)
