/**
 * The fixed phrases of the cards that a newcomer is handed, one file for each language (`resources/phrases`). Nothing is
 * ever translated by a machine here: a language is *reviewed* by somebody who speaks it, or it is a *draft* and prints
 * for checking only. Words that stand for the kind of an appointment are neutral: `health` is "Appointment".
 *
 * Weekdays and months are data too, and not the browser's: a system without a language's names would print others.
 */
import { z } from 'zod/mini'
import ar from '#resources/phrases/ar.json' with { type: 'json' }
import en from '#resources/phrases/en.json' with { type: 'json' }
import es from '#resources/phrases/es.json' with { type: 'json' }
import faAf from '#resources/phrases/fa-AF.json' with { type: 'json' }
import fr from '#resources/phrases/fr.json' with { type: 'json' }
import ru from '#resources/phrases/ru.json' with { type: 'json' }
import so from '#resources/phrases/so.json' with { type: 'json' }
import sw from '#resources/phrases/sw.json' with { type: 'json' }
import ti from '#resources/phrases/ti.json' with { type: 'json' }
import uk from '#resources/phrases/uk.json' with { type: 'json' }
import { appointmentKinds, slotRoles } from './appointment.ts'
import { isoDate } from './fields.ts'
import { err, ok, type Result } from './result.ts'

/** As they are offered: the two of the screens, then by their own names' scripts. */
export const cardLanguages = ['en', 'fr', 'es', 'so', 'sw', 'ru', 'uk', 'ar', 'fa-AF', 'ti'] as const
export type CardLanguage = (typeof cardLanguages)[number]

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))
/** `places` in the order of the alphabet. */
const hasPlaces = (value: string, ...places: readonly string[]): boolean =>
  [...value.matchAll(/\{(\w+)\}/g)]
    .map(each => each[1])
    .sort()
    .join() === places.join()

const plainKeys = [
  'date',
  'until',
  'time',
  'all-day',
  /** After the time, in a language whose speakers count the hours from six: 10:15 is not "four". */
  'phone-time',
  'drop-off',
  'bring',
  'with-you',
  'for',
  'call-if-late',
  'week',
  'nothing-planned',
  'support-until',
  'never-repay',
] as const

const phraseBook = z.strictObject({
  language: z.enum(cardLanguages),
  /** In the language itself. */
  name: text,
  direction: z.enum(['ltr', 'rtl']),
  /** ISO 15924. */
  script: z.enum(['Latn', 'Cyrl', 'Arab', 'Ethi']),
  font: z.enum(['sans', 'naskh', 'ethiopic']),
  status: z.enum(['reviewed', 'draft']),
  reviewed: z.nullable(z.strictObject({ by: text, on: isoDate })),
  /** `10:15 a.m.`, `10:15`, `10 h 15`. */
  clock: z.enum(['12-hour', '24-hour', 'h']),
  clockFromSix: z.boolean(),
  date: text.check(z.refine(value => hasPlaces(value, 'day', 'month', 'weekday', 'year'))),
  /** Monday first. */
  weekdays: z.array(text).check(z.length(7)),
  /** January first, as they stand in a date. */
  months: z.array(text).check(z.length(12)),
  phrases: z
    .record(
      z.enum([
        ...plainKeys,
        'time-range',
        ...slotRoles.map(role => `role-${role}` as const),
        ...appointmentKinds.map(kind => `kind-${kind}` as const),
      ]),
      text,
    )
    .check(z.refine(phrases => hasPlaces(phrases['time-range'], 'end', 'start'))),
})
export type PhraseBook = Readonly<z.output<typeof phraseBook>>
export type PhraseKey = keyof PhraseBook['phrases']

/** `at` is the path inside the file; empty: the file as a whole. */
export interface PhraseProblem {
  readonly kind: 'unreadable-phrases'
  readonly at: string
}

export function parsePhrases(raw: unknown): Result<PhraseBook, PhraseProblem> {
  const read = z.safeParse(phraseBook, raw)
  if (!read.success) {
    const at = (read.error.issues[0]?.path ?? []).map(String).join('.')
    return err({ kind: 'unreadable-phrases', at })
  }
  // A language is handed out because somebody stands for it: without who and when it is a draft.
  if ((read.data.status === 'reviewed') !== (read.data.reviewed !== null))
    return err({ kind: 'unreadable-phrases', at: 'reviewed' })
  return ok(read.data)
}

const files: Readonly<Record<CardLanguage, unknown>> = { en, fr, es, so, sw, ru, uk, ar, 'fa-AF': faAf, ti }
const parsed = new Map<CardLanguage, PhraseBook>()

/** Parsed once. A shipped file that cannot be read is a bug of the build, so it throws. */
export function shippedPhrases(language: CardLanguage): PhraseBook {
  const known = parsed.get(language)
  if (known) return known
  const read = parsePhrases(files[language])
  if (!read.ok) throw new Error(`shipped phrases of ${language}: ${read.problem.at}`)
  parsed.set(language, read.value)
  return read.value
}
