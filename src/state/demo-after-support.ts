/** What the demo household expects when support has ended, as far as a group would know in month 5. */
import { type AfterSupportLine, afterSupportLine } from '#domain/after-support.ts'
import { addDays } from '#domain/dates.ts'
import { whomToCall } from '#domain/whom-to-call.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { type DemoInput, FIRST, SPONSORSHIP, sayIn } from './demo-names.ts'

export function afterSupportOps({ today, language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const lines: readonly Partial<Omit<AfterSupportLine, 'id' | 'deleted'>>[] = [
    {
      unit: FIRST.unit,
      subject: 'work',
      figure: { cents: 172_000, per: 'month' },
      source: say('Pay slip of the part-time work', 'Talon de paie du travail à temps partiel'),
      status: 'verified',
    },
    {
      subject: 'rent',
      figure: { cents: 190_000, per: 'month' },
      source: say('Lease', 'Bail'),
      status: 'verified',
    },
    {
      subject: 'insurance',
      figure: { cents: 31_200, per: 'year' },
      source: say('Quote by telephone', 'Prix donné par téléphone'),
      status: 'unverified',
    },
  ]
  return [
    ...lines.map((fields, i) =>
      createOp(afterSupportLine, `demo-after-${i + 1}`, {
        sponsorship: SPONSORSHIP,
        asOf: addDays(today, -12),
        order: `a00${i + 1}0`,
        ...fields,
      }),
    ),
    createOp(whomToCall, 'demo-call-1', {
      sponsorship: SPONSORSHIP,
      contact: 'demo-contact-landlord',
      about: say('Rent and repairs', 'Loyer et réparations'),
      order: 'a0010',
    }),
  ]
}
