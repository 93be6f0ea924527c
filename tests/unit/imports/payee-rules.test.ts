import { describe, expect, test } from 'vitest'
import { payeeHintsFile, standardHints } from '#imports/payee-hints.ts'
import { createSuggester, learnRule, type PayeeRule } from '#imports/payee-rules.ts'
import { normalisePayee, plainWords } from '#imports/payee-text.ts'
import { accountTable, arrival } from '../../support/imports/account-table.ts'

function lineOf(
  text: string,
  cents: number,
  date = '2025-10-10',
  rules: readonly PayeeRule[] = [],
): string | null {
  const line = createSuggester({ rules, hints: standardHints, arrival })({ text, cents, date }).suggestion
    ?.line
  return line ? (line.kind === 'key' ? line.key : line.id) : null
}

describe('a payee’s text', () => {
  test.each([
    ['WALMART #3132, NEPEAN', 'walmart nepean'],
    ['CDN TIRE STORE #00123', 'cdn tire store'],
    ['INTERAC e-Transfer From B. O’Neil', 'b oneil'],
    ["INTERAC e-Transfer From B. O'Neil", 'b oneil'],
    ['VIREMENT INTERAC DE E Côté', 'e cote'],
    ['PREAUTHORIZED DEBIT Rent Carling Ave', 'rent carling ave'],
    ['CHEQUE 014 last month rent', 'last month rent'],
    ['REFUND: WALMART #3132, NEPEAN', 'walmart nepean'],
    ['POS PURCHASE METRO 10 MAR 2025 C1A2B3C4D', 'metro'],
    ['DEPOSIT', 'deposit'],
    ['7-ELEVEN', '7 eleven'],
    ['', ''],
  ])('%s becomes %s', (text, plain) => {
    expect(normalisePayee(text)).toBe(plain)
  })

  test('normalising twice changes nothing', () => {
    for (const [, , name, memo] of accountTable) {
      const once = normalisePayee(`${name} ${memo}`)
      expect(normalisePayee(once)).toBe(once)
    }
  })
})

describe('the built-in hints', () => {
  test('are dated, and their words are plain words', () => {
    expect(payeeHintsFile.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const { words } of standardHints) for (const word of words) expect(plainWords(word)).toBe(word)
  })

  test('sort every row of the account', () => {
    const sums: Record<string, number> = {}
    for (const [date, cents, name, memo] of accountTable) {
      const line = lineOf(`${name} ${memo}`, cents, date) ?? 'none'
      sums[line] = (sums[line] ?? 0) + cents
    }
    expect(sums).toEqual({
      'income-groups': 1692500,
      'income-people': 2430000,
      'income-grants': 1600000,
      'income-fundraising': 83150,
      furniture: -325801,
      clothing: -31775,
      'household-needs': -64723 + 2599,
      staples: -29661,
      'school-start': -61847,
      'household-support': -(165000 + 12 * 137500) + 137500,
      rent: -12 * 195000,
      'last-month-rent': -195000,
      utilities: -104520,
      internet: -12 * 5650,
      phone: -9377,
      transit: -15828,
      'health-copay': -4800,
      'travel-parking': -33167,
      'bank-fees': -20 * 495,
    })
  })

  test.each([
    ['LCL SUPERSTORE', '2025-09-28', 'staples'],
    ['LCL SUPERSTORE', '2025-10-27', 'staples'],
    ['LCL SUPERSTORE', '2025-10-28', 'food'],
    ['LCL SUPERSTORE', '2025-08-27', 'food'],
  ])('%s on %s is %s', (text, date, line) => {
    expect(lineOf(text, -100, date)).toBe(line)
  })

  test('a refund goes to the line of its shop, a gift with a shop’s name does not', () => {
    expect(lineOf('REFUND: WALMART #3132, NEPEAN', 2599)).toBe('household-needs')
    expect(lineOf('INTERAC e-Transfer From Rob Walmart', 2599)).toBe('income-people')
  })

  test('words are matched whole', () => {
    expect(lineOf('PARENT COUNCIL', -100)).not.toBe('rent')
  })

  test('what is not known is left to the person', () => {
    expect(
      createSuggester({ rules: [], hints: standardHints, arrival: null })({
        text: 'QXZ 99',
        cents: -1,
        date: '2025-10-10',
      }),
    ).toEqual({
      suggestion: null,
      method: 'debit',
    })
  })

  test.each([
    ['INTERAC e-Transfer From A', 'e-transfer'],
    ['CHEQUE 014 last month rent', 'cheque'],
    ['PREAUTHORIZED DEBIT Rent', 'pre-authorized'],
    ['ATM WITHDRAWAL', 'cash'],
    ['MONTHLY ACCOUNT FEE', 'other'],
    ['IKEA OTTAWA', 'debit'],
  ])('%s was paid by %s', (text, method) => {
    expect(
      createSuggester({ rules: [], hints: [], arrival: null })({ text, cents: -1, date: '2025-10-10' })
        .method,
    ).toBe(method)
  })
})

describe('the group’s own rules', () => {
  const rule = (match: string, lineId: string, direction: PayeeRule['direction'] = 'any'): PayeeRule => ({
    id: match,
    match,
    lineId,
    direction,
    enabled: true,
  })

  test('go before the hints, the first that fits decides, and one that is off is passed over', () => {
    const rules = [{ ...rule('ikea', 'L0'), enabled: false }, rule('ikea ottawa', 'L1'), rule('ikea', 'L2')]
    expect(lineOf('IKEA OTTAWA #5', -100, arrival, rules)).toBe('L1')
    expect(lineOf('IKEA QUEBEC', -100, arrival, rules)).toBe('L2')
  })

  test('keep to their direction, and a refund follows the rule of what was bought', () => {
    const rules = [rule('walmart', 'L1', 'out')]
    expect(lineOf('REFUND WALMART', 100, arrival, rules)).toBe('L1')
    expect(lineOf('e-Transfer From Walmart', 100, arrival, rules)).toBe('income-people')
  })

  test('are learned from a correction and then sort the same payee', () => {
    const learned = learnRule({ text: 'INTERAC e-Transfer To J. Smith 12 MAR', cents: -5000, lineId: 'L7' })
    expect(learned).toEqual({ match: 'j smith', direction: 'out', lineId: 'L7' })
    expect(lineOf('e-Transfer to J SMITH', -700, arrival, [{ ...rule('j smith', 'L7'), ...learned }])).toBe(
      'L7',
    )
    expect(learnRule({ text: 'REFUND: IKEA', cents: 100, lineId: 'L1' })?.direction).toBe('out')
  })

  test.each(['DEPOSIT', 'CHEQUE 014', 'INTERAC e-Transfer', '', '#123'])('are not learned from %s', text => {
    expect(learnRule({ text, cents: 100, lineId: 'L' })).toBeNull()
  })
})
