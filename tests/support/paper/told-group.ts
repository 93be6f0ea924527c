/**
 * A group in which every text of every record of every kind is a word of its own, so that a word on a printed sheet says
 * from which field it came. Beside what may stand on no sheet there is a word of the project's list of telling words.
 */
import { privateId } from '#domain/appointment.ts'
import { GROUP_ID } from '#domain/group.ts'
import { homeCheckId } from '#domain/home-check.ts'
import { allKinds } from '#domain/kinds.ts'
import { personPrivateId } from '#domain/person-private.ts'
import type { RecordId, RecordKind } from '#domain/record-kind.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import type { DraftOp } from '#store/store.ts'
import { madeUpWord } from '../sentinels/sentinels.ts'
import type { Dice } from '../soak/dice.ts'
import { filledRecord } from '../state/filled-record.ts'

export interface ToldWord {
  /** Whose it is and where: `home.landlord`; of a second record of a kind `stay: home.landlord`. */
  readonly path: string
  readonly compartment: RecordKind['compartment']
  readonly word: string
}

export interface ToldGroup {
  readonly ops: readonly DraftOp[]
  readonly words: readonly ToldWord[]
}

type Fields = Readonly<Record<string, unknown>>

/** The kind that a field of this name refers to, where it is not called as the kind is. */
const REFERRED: Readonly<Record<string, string>> = {
  people: 'person',
  attending: 'person',
  members: 'member',
  owner: 'member',
  by: 'member',
  assigned: 'member',
  driver: 'member',
  notedBy: 'member',
  filledBy: 'member',
  unit: 'support-unit',
  units: 'support-unit',
  stop: 'delivery-stop',
  run: 'delivery-run',
  viewing: 'appointment',
  links: 'home',
}

function referTo(path: string): RecordId {
  const names = path.split('.')
  const name = names.findLast(each => each !== 'id') ?? ''
  return toldId(REFERRED[name] ?? name)
}

/** The record of its kind that others refer to. */
export const toldId = (kind: string): RecordId =>
  ({
    group: GROUP_ID,
    'person-private': personPrivateId('told-person'),
    'appointment-private': privateId('told-appointment'),
    'home-check': homeCheckId('told-home', 'heat'),
  })[kind] ?? `told-${kind}`

/** What a record has to be for the sheets to be printed at all; its texts stay words. */
const shapesOn = (day: string): Readonly<Record<string, Fields>> => ({
  sponsorship: { program: 'rrap', province: 'ON', communityKey: '', supportMonths: 12 },
  arrival: {
    timing: { state: 'landed', from: null, to: null, expected: day, landed: day, reached: day },
  },
  member: { roles: ['member'], paperOnly: true },
  home: { use: 'home', stage: { at: 'lease', since: day }, terms: { rentCents: 145_000 }, bedrooms: 2 },
  'home-check': { key: 'heat', answer: 'good' },
  'household-item': { seedKey: '', state: 'pledged' },
  'delivery-run': { on: day },
  appointment: {
    kind: 'health',
    time: { start: `${day}T14:00`, end: `${day}T15:30`, zone: 'America/Toronto', allDay: false },
    splitFrom: null,
    travelMinutes: 25,
  },
  slot: { role: 'driver', standsFor: null },
})

/** Further records, by what they are called in the paths of their words. */
const moreOn = (day: string): readonly (readonly [string, kind: string, Fields])[] => [
  ['coordinator', 'member', { roles: ['coordinator'] }],
  ['child', 'person', { band: 'child-6-17' }],
  ['stay', 'home', { use: 'temporary', stay: { from: day, to: null } }],
  ['second', 'delivery-stop', { kind: 'drop-off', order: 'z' }],
]

/** `day`: of the ride and the run. `printed`: the paths that a sheet may hold. */
export function toldGroup(dice: Dice, day: string, printed: readonly string[]): ToldGroup {
  const telling = shippedRates()['telling-words'].data.groups.flatMap(each => each.words)
  const words: ToldWord[] = []
  const told = (kind: RecordKind, called: string): Fields => {
    const { record } = filledRecord(kind, 'told', referTo, at => {
      const path = `${called}${at}`
      const word = madeUpWord(dice, 6)
      if (words.some(each => each.word === word)) throw new Error(`two of ${word}: another seed`)
      words.push({ path, compartment: kind.compartment, word })
      const beside = telling[words.length % telling.length]?.replace('*', '')
      return printed.includes(path) ? word : `${word} ${beside}`
    })
    const { id: _id, deleted: _deleted, ...fields } = record
    return fields
  }
  const shapes = shapesOn(day)
  const create = (kind: RecordKind, id: RecordId, called: string, shape: Fields): DraftOp => ({
    op: 'create',
    kind: kind.kind,
    id,
    fields: merged(merged(told(kind, called), shapes[kind.kind] ?? {}), shape) as never,
  })
  const first = allKinds.map(kind => create(kind, toldId(kind.kind), '', {}))
  const more = moreOn(day).map(([called, of, shape]) => {
    const kind = allKinds.find(each => each.kind === of)
    if (kind === undefined) throw new Error(`no kind ${of}`)
    return create(kind, `told-${called}`, `${called}: `, shape)
  })
  return { ops: [...first, ...more].flatMap(each => (isThere(each) ? setsOf(each) : [each])), words }
}

/** A fresh group has its own record. */
const isThere = (op: DraftOp): boolean => op.op === 'create' && op.id === GROUP_ID

const setsOf = (op: DraftOp): readonly DraftOp[] =>
  op.op === 'create'
    ? Object.entries(op.fields).map(([field, value]) => ({ op: 'set', id: op.id, field, value }))
    : []

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of `over` in the place of the others', part by part. */
function merged(fields: Fields, over: Fields): Fields {
  const parts = Object.entries(over).map(([name, value]) => {
    const there = fields[name]
    return [name, isFields(there) && isFields(value) ? merged(there, value) : value] as const
  })
  return { ...fields, ...Object.fromEntries(parts) }
}
