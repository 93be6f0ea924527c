/** The figures that every fixture of `account-table.ts` must give, by year and by month: rows, in, out (cents). */
export const expected = {
  rows: 173,
  openingCents: 0,
  closingCents: 836550,
  firstDate: '2025-02-10',
  lastDate: '2026-09-23',
} as const

type Figures = readonly [count: number, inCents: number, outCents: number]

export const expectedByYear: Readonly<Record<string, Figures>> = {
  all: [173, 5808249, 4971699],
  '2025': [87, 4882500, 2142963],
  '2026': [86, 925749, 2828736],
}

export const expectedByMonth: Readonly<Record<string, Figures>> = {
  '2025-02': [1, 1500000, 0],
  '2025-03': [7, 252500, 495],
  '2025-04': [9, 260000, 495],
  '2025-05': [4, 72500, 495],
  '2025-06': [6, 32500, 990],
  '2025-07': [9, 1812500, 495],
  '2025-08': [4, 55000, 495],
  '2025-09': [12, 145000, 587794],
  '2025-10': [13, 72500, 657956],
  '2025-11': [10, 160000, 347302],
  '2025-12': [12, 520000, 546446],
  '2026-01': [9, 50000, 353365],
  '2026-02': [12, 190000, 155606],
  '2026-03': [14, 55099, 547716],
  '2026-04': [8, 15000, 350313],
  '2026-05': [11, 285650, 152077],
  '2026-06': [11, 20000, 551824],
  '2026-07': [8, 250000, 346465],
  '2026-08': [10, 60000, 363252],
  '2026-09': [3, 0, 8118],
}
