/** What sorting by hand teaches: a rule for each payee, the later correction replacing the earlier one. */
import { payeeRule } from '#domain/bank-import.ts'
import type { Cents } from '#domain/money.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { learnRule } from '#imports/payee-rules.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp, setOps } from './gate.ts'
import type { CommandTools } from './tools.ts'

/** Somebody put money of this payee on this line. */
export interface Lesson {
  readonly text: string
  readonly cents: Cents
  readonly line: RecordId
}

/** One rule a payee and direction; lessons that say nothing new, or nothing about the payee, give nothing. */
export function learnOps(
  { live, newId }: Pick<CommandTools, 'live' | 'newId'>,
  lessons: readonly Lesson[],
): readonly DraftOp[] {
  const ops: DraftOp[] = []
  const known = live.records(payeeRule)
  const seen = new Set<string>()
  for (const { text, cents, line } of lessons) {
    const taught = learnRule({ text, cents, lineId: line })
    if (taught === null || seen.has(`${taught.direction} ${taught.match}`)) continue
    seen.add(`${taught.direction} ${taught.match}`)
    const rule = known.find(each => each.match === taught.match && each.direction === taught.direction)
    if (rule?.line === line) continue
    const { match, direction } = taught
    ops.push(
      ...(rule
        ? setOps(payeeRule, rule.id, { line, enabled: true })
        : [createOp(payeeRule, newId(), { match, direction, line, learned: true })]),
    )
  }
  return ops
}
