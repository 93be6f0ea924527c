/** The yearly report's model, in paper's order. What an audience must not see is left out here, before any format. */
import { buildEntries } from './entry-list.ts'
import type { StartUpSection, YearlyReport } from './report-model.ts'
import { gatherFacts, type YearlyOptions, type YearlyRecords } from './yearly-facts.ts'
import { buildAnswers, buildBox, buildFigures } from './yearly-page-one.ts'
import {
  buildAccounts,
  buildBalance,
  buildBudget,
  buildChanges,
  buildFiguresUsed,
  buildIncome,
  buildInKind,
  buildOwnCosts,
  buildStartUp,
  buildSupport,
} from './yearly-sections.ts'

/**
 * Donors get no accounts, support by month, changes, figures used or entry list: month by month a household can be
 * known by its size and dates. Nor an official figure or cap: it follows from the number of people. The agreement holder's
 * copy alone has the reference.
 */
export function buildYearlyReport(records: YearlyRecords, options: YearlyOptions): YearlyReport {
  const facts = gatherFacts(records, options)
  const donors = options.audience === 'donors'
  const figures = buildFigures(facts)
  const startUp = buildStartUp(facts)
  return {
    audience: options.audience,
    period: options.period,
    code: records.sponsorship.codeName,
    box: buildBox(facts),
    figures,
    answers: buildAnswers(facts, startUp),
    signatures: {
      preparedBy: donors ? '' : (records.notes?.preparedBy ?? ''),
      reviewedBy: donors ? '' : (records.notes?.reviewedBy ?? ''),
    },
    accounts: donors ? null : buildAccounts(facts),
    income: buildIncome(facts),
    startUp: donors ? withoutOfficial(startUp) : startUp,
    support: donors ? null : buildSupport(facts),
    budget: buildBudget(facts),
    ownCosts: buildOwnCosts(facts),
    inKind: buildInKind(facts),
    changes: donors ? null : buildChanges(facts),
    balance: buildBalance(facts, figures),
    figuresUsed: donors ? null : buildFiguresUsed(facts),
    entries: !donors && options.includeEntries ? buildEntries(facts) : null,
  }
}

const withoutOfficial = (section: StartUpSection): StartUpSection => ({
  ...section,
  officialCents: null,
  countedInKindCents: null,
  rows: section.rows.map(row => ({
    ...row,
    officialCents: null,
    countedInKindCents: null,
    unknownCapCents: 0,
  })),
})
