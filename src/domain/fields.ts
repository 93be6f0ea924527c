/** Schemas that many kinds share. Limits are there so that a hostile record cannot fill a screen or the memory. */
import { z } from 'zod/mini'
import { isIsoDate, isIsoMonth } from './dates.ts'
import { isCents } from './money.ts'

/** One line of text, at most 200 characters. */
export const shortText = z.string().check(z.maxLength(200))
/** A note, at most 10,000 characters. */
export const longText = z.string().check(z.maxLength(10_000))
export const cents = z.number().check(z.refine(isCents))
export const isoDate = z.string().check(z.refine(isIsoDate))
export const isoMonth = z.string().check(z.refine(isIsoMonth))
export const recordId = z.string().check(z.minLength(1), z.maxLength(64))
export const epochMs = z.number().check(z.int(), z.nonnegative())
/** Fractional order key: records are listed by it, then by id. */
export const orderKey = z.string().check(z.maxLength(100))
/** Lower-case hex, for salts and hashes. */
export const hex = z.string().check(z.regex(/^[0-9a-f]{0,128}$/))
/** A whole number in a range, both ends included; said so that a recogniser can say it too. */
export const wholeFrom = (min: number, max: number) =>
  z.number().check(z.refine(value => Number.isInteger(value) && min <= value && value <= max))
