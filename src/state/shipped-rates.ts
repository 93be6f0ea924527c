/** The data files that ship with the app, parsed once. One that cannot be read is a bug of the build, so it throws. */
import { parseRates, type Rates } from '#domain/rates.ts'
import codeNames from '#resources/code-names.json' with { type: 'json' }
import benefits from '#resources/rates/benefits.json' with { type: 'json' }
import communities from '#resources/rates/communities.json' with { type: 'json' }
import costTable from '#resources/rates/cost-table.json' with { type: 'json' }
import deposits from '#resources/rates/deposits.json' with { type: 'json' }
import inKindDeductions from '#resources/rates/in-kind-deductions.json' with { type: 'json' }
import incomeRule from '#resources/rates/income-rule.json' with { type: 'json' }
import lines from '#resources/rates/lines.json' with { type: 'json' }
import loanTerms from '#resources/rates/loan-terms.json' with { type: 'json' }
import programs from '#resources/rates/programs.json' with { type: 'json' }
import rapMonthly from '#resources/rates/rap-monthly.json' with { type: 'json' }
import rapStartUp from '#resources/rates/rap-startup.json' with { type: 'json' }
import tellingWords from '#resources/telling-words.json' with { type: 'json' }

let parsed: Rates | null = null

export function shippedRates(): Rates {
  if (parsed) return parsed
  const rates = parseRates({
    'cost-table': costTable,
    'in-kind-deductions': inKindDeductions,
    'rap-startup': rapStartUp,
    'rap-monthly': rapMonthly,
    programs,
    'income-rule': incomeRule,
    benefits,
    deposits,
    'loan-terms': loanTerms,
    lines,
    communities,
    'code-names': codeNames,
    'telling-words': tellingWords,
  })
  if (!rates.ok) throw new Error(`shipped data files: ${JSON.stringify(rates.problem)}`)
  parsed = rates.value
  return parsed
}
