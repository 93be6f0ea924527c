/** A hundred thousand rows are sorted by working each payee out once; what comes out is what the plain way says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '#domain/dates.ts'
import { rowKeyTexts } from '#imports/import-plan.ts'
import { type PayeeHint, standardHints } from '#imports/payee-hints.ts'
import { createSuggester, type PayeeRow, type PayeeRule } from '#imports/payee-rules.ts'
import { createPayeeTexts, normalisePayee, plainWords } from '#imports/payee-text.ts'
import { accountTable, arrival } from '../../support/imports/account-table.ts'
import { plainly, plainRowKeys, suggestionOfRow } from '../../support/imports/plain-sorting.ts'
import { count } from '../../support/soak/size.ts'

const settings = { numRuns: count(300, 3_000), seed: 20260923, endOnFailure: true }

const WORDS = [
  ...standardHints.flatMap(({ words }) => words),
  ...accountTable.slice(0, 60).flatMap(([, , name, memo]) => [name, memo]),
  ...['REFUND', 'retour', 'Deposit', 'CHEQUE 014', 'interac e-Transfer From', 'VISA DEBIT', '10 MAR 2025'],
  ...["O'Neil", 'O’Neil', 'Côté', 'Żukowska', '7-ELEVEN', '#123', 'C1A2B3C4D', '', ' ', '´`', '½', 'İ', 'ﬁn'],
]
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map(parts => parts.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 30 }) },
)
const day = fc.constantFrom(
  '2025-03-01',
  '2025-08-27',
  '2025-09-27',
  '2025-10-27',
  '2025-10-28',
  '2026-03-01',
)
const row: fc.Arbitrary<PayeeRow> = fc.record({ text, cents: fc.constantFrom(-500, 0, 500, 1), date: day })
const match = fc.oneof(
  text.map(normalisePayee),
  fc.constantFrom('a', '', ' ', 'walmart', 'b oneil', 'e', 'IKEA'),
)
const rules: fc.Arbitrary<readonly PayeeRule[]> = fc
  .array(
    fc.record({
      match,
      direction: fc.constantFrom('in' as const, 'out' as const, 'any' as const),
      enabled: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map(all => all.map((each, i) => ({ ...each, id: `R${i}`, lineId: `L${i}` })))
const hints: fc.Arbitrary<readonly PayeeHint[]> = fc.oneof(
  fc.constant(standardHints),
  fc.shuffledSubarray([...standardHints]),
)

test('words of a text are the same by the short way', () => {
  fc.assert(
    fc.property(text, any => {
      expect(plainWords(any)).toBe(plainly(any))
    }),
    { ...settings, numRuns: settings.numRuns * 4 },
  )
})

test('row keys are those of one sort of all rows', () => {
  const few = fc.record({
    text,
    cents: fc.constantFrom(-500, 500),
    date: fc.constantFrom('2025-03-01', '2025-03-02'),
  })
  fc.assert(
    fc.property(fc.array(few, { maxLength: 20 }), rows => {
      expect(rowKeyTexts(rows)).toEqual(plainRowKeys(rows))
    }),
    settings,
  )
})

describe('sorting many rows', () => {
  test('gives each what it would be given alone, rule by rule and hint by hint', () => {
    let sorted = 0
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        rules,
        hints,
        fc.boolean(),
        (rows, own, known, hasArrived) => {
          const from = hasArrived ? arrival : null
          const isWithin = ({ days }: PayeeHint, date: string): boolean =>
            !days ||
            from === null ||
            (daysBetween(from, date) >= (days.from ?? -9999) && daysBetween(from, date) <= (days.to ?? 9999))
          const suggest = createSuggester({ rules: own, hints: known, arrival: from })
          // Twice over: the second time everything is remembered.
          for (const each of [...rows, ...rows]) {
            const plain = suggestionOfRow(each, { rules: own, hints: known, isWithin, payee: normalisePayee })
            const { suggestion, method } = suggest(each)
            expect(suggestion).toEqual(plain)
            expect(method).toBe(createSuggester({ rules: [], hints: [], arrival: null })(each).method)
            if (plain) sorted += 1
          }
        },
      ),
      settings,
    )
    expect(sorted).toBeGreaterThan(settings.numRuns)
  })

  test('looks at each payee once for each direction, however many rows there are', () => {
    const texts = createPayeeTexts()
    let looked = 0
    const counting = {
      plain: (any: string) => {
        looked += 1
        return texts.plain(any)
      },
      payee: texts.payee,
    }
    const suggest = createSuggester({ rules: [], hints: standardHints, arrival, texts: counting })
    const payees = [...new Set(accountTable.map(([, cents, name, memo]) => `${cents < 0} ${name} ${memo}`))]
    for (let i = 0; i < 20; i += 1)
      for (const [date, cents, name, memo] of accountTable) suggest({ text: `${name} ${memo}`, cents, date })
    expect(looked).toBe(payees.length)
  })
})
