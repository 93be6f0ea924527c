/** Every text of a report that somebody typed, with the place where it prints: what is scanned before it is saved. */
import type { LineName, YearlyReport } from './report-model.ts'

export type SharePlace =
  | { readonly kind: 'name-on-paper' | 'reference' | 'prepared-by' | 'reviewed-by' }
  | { readonly kind: 'unusual' | 'changes' | 'balance' | 'account' | 'line-name' | 'source' }
  | { readonly kind: 'why-over'; readonly line: LineName }

export interface ShareText {
  readonly place: SharePlace
  readonly text: string
}

/** An address and nothing else: paper does not print it. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text.trim())

/** Of the report as its audience gets it: what is left out for them is not in it. */
export function shareTexts(report: YearlyReport): readonly ShareText[] {
  const { box, signatures, answers, changes, balance, budget, accounts, entries } = report
  const texts: ShareText[] = [
    { place: { kind: 'name-on-paper' }, text: box.nameOnPaper },
    { place: { kind: 'reference' }, text: box.reference ?? '' },
    { place: { kind: 'prepared-by' }, text: signatures.preparedBy },
    { place: { kind: 'reviewed-by' }, text: signatures.reviewedBy },
    { place: { kind: 'unusual' }, text: answers.unusualNote },
    { place: { kind: 'changes' }, text: changes?.text ?? '' },
    { place: { kind: 'balance' }, text: balance.text },
  ]
  for (const row of budget.groups.flatMap(group => group.rows))
    texts.push({ place: { kind: 'why-over', line: row.line }, text: row.whyOver })
  const accountNames = [
    ...(accounts?.rows ?? []).map(row => row.name),
    ...(entries ?? []).flatMap(row => [row.account, row.toAccount ?? '']),
  ]
  for (const text of new Set(accountNames)) texts.push({ place: { kind: 'account' }, text })
  for (const text of new Set(lineNames(report))) texts.push({ place: { kind: 'line-name' }, text })
  for (const text of new Set(report.figuresUsed?.map(figure => figure.source)))
    if (!isWebAddress(text)) texts.push({ place: { kind: 'source' }, text })
  return texts.filter(each => each.text.trim() !== '')
}

/** Names that the group gave to lines; the standard names are the report's own words. */
function lineNames(report: YearlyReport): readonly string[] {
  const lines: readonly LineName[] = [
    ...report.income.rows,
    ...report.startUp.rows,
    ...report.budget.groups.flatMap(group => group.rows),
    ...report.ownCosts.rows,
    ...report.inKind.rows,
  ].map(row => row.line)
  return [...lines, ...(report.entries ?? []).flatMap(row => row.line ?? [])].map(line => line.name)
}
