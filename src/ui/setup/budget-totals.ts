/** What a line's budget comes to over the whole time of support. */
import type { line } from '#domain/line.ts'
import type { Cents } from '#domain/money.ts'
import type { FieldsOf } from '#domain/record-kind.ts'

export function planTotal(plan: FieldsOf<typeof line>['budget']): Cents {
  switch (plan.kind) {
    case 'none':
      return 0
    case 'once':
      return plan.cents
    case 'monthly':
      return plan.cents * (plan.to - plan.from + 1)
    case 'by-month':
      return plan.cents.reduce<Cents>((sum, each) => sum + each, 0)
  }
}
