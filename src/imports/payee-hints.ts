/**
 * The built-in knowledge of Canadian shops and bank phrases: `resources/payee-hints.json`, dated, read once and checked.
 * Hints stand in order: the first that fits decides. A group's own rules go before all of them.
 */
import { z } from 'zod/mini'
import data from '#resources/payee-hints.json' with { type: 'json' }

/** Support days are counted from arrival; null stands for "however early" and "however late". */
const window = z.object({ from: z.nullable(z.number()), to: z.nullable(z.number()) })

const hint = z.object({
  /** Plain words (`plainWords`); any of them, side by side and whole. */
  words: z.array(z.string()),
  direction: z.enum(['in', 'out']),
  line: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** Only within these days around arrival; otherwise `elseLine`. Before there is an arrival date, within. */
  days: z.optional(window),
  elseLine: z.optional(z.string()),
  /** School supplies are nobody's start-up in a household without children: then `elseLine`, whatever the day. */
  onlyWithChildren: z.optional(z.boolean()),
})
export type PayeeHint = z.output<typeof hint>

const file = z.object({ asOf: z.string(), source: z.string(), hints: z.array(hint) })

export const payeeHintsFile = z.parse(file, data)
export const standardHints: readonly PayeeHint[] = payeeHintsFile.hints

const withoutChildren: readonly PayeeHint[] = standardHints.map(hint =>
  hint.onlyWithChildren && hint.elseLine !== undefined ? { ...hint, line: hint.elseLine } : hint,
)

export const hintsFor = (household: { readonly children: boolean }): readonly PayeeHint[] =>
  household.children ? standardHints : withoutChildren
