import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centsToDecimal, isCents, MAX_CENTS, parseAmount, parseAmountOrSum, sumCents } from '#domain/money.ts'

const NBSP = '\u00a0'
const NNBSP = '\u202f'

describe('an amount that is typed or comes from a bank', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12,50', 1250],
    ['12.50', 1250],
    ['.5', 50],
    [',05', 5],
    ['12.', 1200],
    ['0', 0],
    ['-0', 0],
    ['0.05', 5],
    [`1${NBSP}250,00${NBSP}$`, 125_000],
    [`1${NNBSP}250,00${NNBSP}$`, 125_000],
    ['1 250,00 $', 125_000],
    ['1 250', 125_000],
    ['1 250 000,5', 125_000_050],
    [' 12.50 ', 1250],
    ['CAD $ 12', 1200],
    ['1,250.00', 125_000],
    ['1.250,00', 125_000],
    ['1,250', 125_000],
    ['1,234,567.89', 123_456_789],
    ['1.234.567,89', 123_456_789],
    ['1’250.00', 125_000],
    ['$1,250.00', 125_000],
    ['CAD 1,250.00', 125_000],
    ['C$12', 1200],
    ['12.34 CAD', 1234],
    ['(12.00)', -1200],
    ['($12.00)', -1200],
    ['$(12.00)', -1200],
    ['12.00-', -1200],
    ['-$5.25', -525],
    ['$-5.25', -525],
    ['- 5,25 $', -525],
    ['\u22125.25', -525],
    ['+5.25', 525],
    ['100,000,000.00', MAX_CENTS],
    ['00012.30', 1230],
  ])('%j is %i cents', (text, cents) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: cents })
  })

  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['$', 'empty'],
    [`${NBSP}$`, 'empty'],
    ['1e5', 'not-an-amount'],
    ['0x10', 'not-an-amount'],
    ['Infinity', 'not-an-amount'],
    ['NaN', 'not-an-amount'],
    ['twelve', 'not-an-amount'],
    ['.', 'not-an-amount'],
    [',', 'not-an-amount'],
    ['-', 'not-an-amount'],
    ['()', 'not-an-amount'],
    ['--5', 'not-an-amount'],
    ['-5-', 'not-an-amount'],
    ['+5-', 'not-an-amount'],
    ['(-5)', 'not-an-amount'],
    ['(5', 'not-an-amount'],
    ['5)', 'not-an-amount'],
    ['((5))', 'not-an-amount'],
    ['12.3.4', 'not-an-amount'],
    ['12,34,56', 'not-an-amount'],
    ['1,25,000', 'not-an-amount'],
    ['1,2345.00', 'not-an-amount'],
    ['1.250.00', 'not-an-amount'],
    ['1,250.000,00', 'not-an-amount'],
    [',250', 'too-precise'],
    ['١٢', 'not-an-amount'],
    ['=40+12', 'not-an-amount'],
    ['12 50', 'not-an-amount'],
    ['1 250 5', 'not-an-amount'],
    ['1250 000', 'not-an-amount'],
    ['12,5 0', 'not-an-amount'],
    ['5 $ 10', 'not-an-amount'],
    ['1CAD2', 'not-an-amount'],
    ['12.345', 'too-precise'],
    ['0,123', 'too-precise'],
    ['1.250', 'too-precise'],
    ['1,250.001', 'too-precise'],
    ['1000000000000000', 'out-of-range'],
    ['100000000.01', 'out-of-range'],
    ['999999999999', 'out-of-range'],
  ])('%j is refused as %s', (text, kind) => {
    expect(parseAmount(text)).toEqual({ ok: false, problem: { kind } })
  })

  it('reads back whatever was written, in both languages, with either sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), cents => {
        const plain = centsToDecimal(cents)
        expect(parseAmount(plain)).toEqual({ ok: true, value: cents })
        for (const language of ['en-CA', 'fr-CA']) {
          const written = new Intl.NumberFormat(language, { style: 'currency', currency: 'CAD' }).format(
            cents / 100,
          )
          expect(parseAmount(written)).toEqual({ ok: true, value: cents })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is never anything but whole cents in range, whatever text comes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,-+()$ e'), maxLength: 14 })
    fc.assert(
      fc.property(text, typed => {
        const amount = parseAmount(typed)
        if (amount.ok) expect(isCents(amount.value) && !Object.is(amount.value, -0)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a sum in a field', () => {
  it.each([
    ['=40+12', 5200],
    ['=1950-25.99', 192_401],
    ['= 40 + 12,50', 5250],
    ['=-5+10', 500],
    ['=12', 1200],
    ['=5-5', 0],
    ['=0.10+0.20', 30],
    ['12.50', 1250],
    ['=1\u221212', -1100],
    [' (5)', -500],
  ])('%j is %i cents', (text, cents) => {
    expect(parseAmountOrSum(text)).toEqual({ ok: true, value: cents })
  })

  it.each(['=', '=+', '=40+', '=40++12', '=40*2', '=1e5', '=A1+2', '=40+twelve', '=--5', '=(5)-', '=5-(5)'])(
    '%j is refused',
    text => {
      expect(parseAmountOrSum(text)).toMatchObject({ ok: false, problem: { kind: 'not-an-amount' } })
    },
  )

  it('out of range is refused even when each part is in it', () => {
    expect(parseAmountOrSum('=100000000+0.01')).toEqual({ ok: false, problem: { kind: 'out-of-range' } })
  })
})

describe('cents', () => {
  it('are whole, finite and within the range', () => {
    expect([0, -1, MAX_CENTS, -MAX_CENTS].every(isCents)).toBe(true)
    expect([0.5, Number.NaN, Infinity, MAX_CENTS + 1, '5', null, 2 ** 53].some(isCents)).toBe(false)
  })

  it('add up to the cent, and refuse a sum that would not be exact', () => {
    expect(sumCents(Array.from({ length: 900_000 }, () => MAX_CENTS))).toBe(900_000 * MAX_CENTS)
    expect(sumCents([])).toBe(0)
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow('exact range')
  })

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [-123_450, '-1234.50'],
    [MAX_CENTS, '100000000.00'],
  ])('%i are written %s for machines', (cents, text) => {
    expect(centsToDecimal(cents)).toBe(text)
  })
})
