/**
 * What only Care may know, told in every field of every kind of Care that takes words: a kind that is added later is
 * told of here by itself. Each word stands nowhere else.
 */
import type { Json } from '#domain/json.ts'
import { allKinds } from '#domain/kinds.ts'
import type { RecordId, RecordKind } from '#domain/record-kind.ts'
import type { DraftOp } from '#store/store.ts'
import { createDice } from '../soak/dice.ts'
import type { Sentinel } from './search.ts'
import { madeUpWord } from './sentinels.ts'

export interface CareTold {
  readonly ops: readonly DraftOp[]
  readonly sentinels: readonly Sentinel[]
  /** Care's kinds of which no field took a word. */
  readonly silentKinds: readonly string[]
}

/** `rounds` records of each kind; an appointment's private part belongs to `appointments` in turn. */
export function tellCare(appointments: readonly RecordId[], rounds: number, seed: number): CareTold {
  const dice = createDice(seed)
  const word = (): string => madeUpWord(dice, 5)
  const sentinels: Sentinel[] = []
  const ops: DraftOp[] = []
  const silent = new Set<string>()
  for (const kind of allKinds.filter(({ compartment }) => compartment === 'care')) {
    silent.add(kind.kind)
    for (let round = 0; round < rounds; round += 1) {
      const told: Record<string, Json> = {}
      for (const field of Object.keys(kind.fields)) {
        const text = `${word()} ${word()}`
        if (isReference(field) || !takes(kind, field, text)) continue
        told[field] = text
        sentinels.push({ name: `${kind.kind}.${field} ${round}`, forms: [text] })
        silent.delete(kind.kind)
      }
      const of = appointments[round % appointments.length]
      if (kind.kind === 'appointment-private' && of) told['appointment'] = of
      ops.push({ op: 'create', kind: kind.kind, id: `care-told-${kind.kind}-${round}`, fields: told })
    }
  }
  return { ops, sentinels, silentKinds: [...silent] }
}

/** Names a record, whose id is on every laptop. */
const isReference = (field: string): boolean =>
  ['appointment', 'person', 'sponsorship', 'member', 'contact', 'task', 'unit', 'order'].includes(field)

const takes = (kind: RecordKind, field: string, value: Json): boolean => {
  const schema = kind.fields[field]
  return schema !== undefined && '~standard' in schema && isValid(schema['~standard'].validate(value))
}

const isValid = (result: unknown): boolean =>
  !(result instanceof Promise) && typeof result === 'object' && result !== null && !('issues' in result)
