/**
 * Reads a time of day as people type it into a field: `14:30`, `1430`, `9`, `9:30 am`, `2:30 p.m.`, `2p`, `14 h 30`,
 * `14h`, `noon`, `midi`. Without a.m. or p.m. the clock has 24 hours.
 */
import { err, ok, type Result } from '#domain/result.ts'

export type TypedTimeProblem = { readonly kind: 'empty' } | { readonly kind: 'not-a-time' }

const NAMED: Readonly<Record<string, string>> = {
  noon: '12:00',
  midi: '12:00',
  midnight: '00:00',
  minuit: '00:00',
}

const TIME = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|(\d{2}))?\s*(?:([ap])\.?\s*(?:m\.?)?)?$/

/** `HH:MM` of the 24-hour clock. */
export function parseTypedTime(text: string): Result<string, TypedTimeProblem> {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  if (typed === '') return err({ kind: 'empty' })
  const named = NAMED[typed]
  if (named !== undefined) return ok(named)
  const [matched, hours, after, joined, half] = TIME.exec(typed) ?? []
  if (matched === undefined || hours === undefined) return err({ kind: 'not-a-time' })
  const [hour, minute] = [Number(hours), Number(after ?? joined ?? 0)]
  const most = half === undefined ? 23 : 12
  if (hour > most || minute > 59 || (half !== undefined && hour === 0)) return err({ kind: 'not-a-time' })
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return ok(`${String(ofDay).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}
