import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkAllReceiptNumbers,
  checkReceiptNumbers,
  formatReceiptNumber,
  nextReceiptNumber,
  parseReceiptNumber,
} from '#domain/receipt-numbers.ts'

describe('receipt numbers', () => {
  it('begin anew each reporting year and go on from the highest ever given', () => {
    expect(nextReceiptNumber([], 2025)).toBe('25-001')
    expect(nextReceiptNumber(['25-013', '25-002', '24-090', '', 'box 3'], 2025)).toBe('25-014')
    expect(nextReceiptNumber(['25-013'], 2026)).toBe('26-001')
    expect(nextReceiptNumber(['25-999'], 2025)).toBe('25-1000')
  })

  it('list gaps below the highest and numbers given twice', () => {
    expect(checkReceiptNumbers(['25-001', '25-004', '25-002', '25-004', '24-009'], 2025)).toEqual({
      gaps: ['25-003'],
      doubles: ['25-004'],
    })
    expect(checkReceiptNumbers([], 2025)).toEqual({ gaps: [], doubles: [] })
  })

  it('say a run of gaps in one, however long it is', () => {
    expect(checkReceiptNumbers(['25-002', '25-005', '25-999999'], 2025).gaps).toEqual([
      '25-001',
      '25-003–25-004',
      '25-006–25-999998',
    ])
  })

  it('are checked in each year that has some', () => {
    expect(checkAllReceiptNumbers(['24-002', '25-002', '25-002', 'box'])).toEqual({
      gaps: ['24-001', '25-001'],
      doubles: ['25-002'],
    })
  })

  it.each(['25-14', '2025-014', '25-000', '25-014a', 'x', '', '25014'])(
    'in another form are no numbers: %j',
    text => {
      expect(parseReceiptNumber(text)).toBeNull()
    },
  )

  it('read back as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99_999 }), (year, number) => {
        expect(parseReceiptNumber(formatReceiptNumber({ year, number }))).toEqual({ year, number })
      }),
    )
  })

  it('given one after another leave no gap and no double', () => {
    const given: string[] = []
    for (let i = 0; i < 30; i += 1) given.push(nextReceiptNumber(given, 2025))
    expect(given.at(-1)).toBe('25-030')
    expect(checkReceiptNumbers(given, 2025)).toEqual({ gaps: [], doubles: [] })
  })
})
