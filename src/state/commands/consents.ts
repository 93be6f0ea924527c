/** Commands on the consent register. A consent is taken back, never deleted by that: what was agreed stays on record. */
import { type Consent, consent, consentPlace } from '#domain/consent.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { err } from '#domain/result.ts'
import { task } from '#domain/task.ts'
import type { DraftOp } from '#store/store.ts'
import { placesOfConsent } from '../consents.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween, orderKeys } from './order.ts'
import { putOps } from './put.ts'
import { currentSponsorship } from './set-up.ts'
import { nextTaskOrder } from './tasks.ts'
import type { CommandTools } from './tools.ts'

export type ConsentFields = Omit<FieldsOf<typeof consent>, 'withdrawn'>

/** A place as it is to be; null: a new one. */
export interface PlaceLine {
  readonly id: RecordId | null
  readonly place: string
}

export interface ConsentCommands {
  addConsent(
    fields: Partial<ConsentFields>,
    places: readonly PlaceLine[],
  ): Promise<CommandResult & { readonly id: RecordId }>
  editConsent(
    id: RecordId,
    fields: Partial<ConsentFields>,
    places: readonly PlaceLine[],
  ): Promise<CommandResult>
  /**
   * Taken back, with a task for each place where something is to be taken back, or one where no place is noted: one
   * change. Everybody in the group reads tasks, so `titles` – one a task – say neither the place nor whose consent.
   */
  withdrawConsent(
    id: RecordId,
    withdrawn: NonNullable<Consent['withdrawn']>,
    titles: readonly string[],
  ): Promise<CommandResult>
  /** Entered by mistake: with its places. */
  deleteConsent(id: RecordId): Promise<CommandResult>
}

export function createConsentCommands(tools: CommandTools): ConsentCommands {
  const { gate, live, newId } = tools
  return {
    async addConsent(fields, places) {
      const id = newId()
      const ops = [createOp(consent, id, fields), ...placeOps(tools, id, places)]
      return { ...(await gate.run('addConsent', ops)), id }
    },
    editConsent: (id, fields, places) =>
      gate.run('editConsent', [...setOps(consent, id, fields), ...placeOps(tools, id, places)]),
    async withdrawConsent(id, withdrawn, titles) {
      const of = live.get(consent, id)
      if (!of) return err({ kind: 'unknown-record', id })
      if (of.withdrawn !== null) return err({ kind: 'nothing-to-do' })
      return gate.run('withdrawConsent', [
        ...setOps(consent, id, { withdrawn }),
        ...takeBackOps(tools, id, withdrawn.on, titles),
      ])
    },
    deleteConsent: id =>
      gate.run(
        'deleteConsent',
        [id, ...placesOfConsent(live, id).map(each => each.id)].map(
          each => ({ op: 'delete', id: each }) as const,
        ),
      ),
  }
}

/** Ids follow from the place, so that two laptops that note the same withdrawal make each task once. */
function takeBackOps(
  tools: CommandTools,
  id: RecordId,
  on: string,
  titles: readonly string[],
): readonly DraftOp[] {
  const { live } = tools
  const about = placesOfConsent(live, id).map(each => each.id)
  const sponsorship = currentSponsorship(tools)?.id ?? null
  let order = ''
  return (about.length === 0 ? [id] : about).flatMap((link, i) => {
    order = order === '' ? nextTaskOrder(live) : orderBetween(order, '')
    const taskId = `${link}.back`
    if (live.get(task, taskId)) return []
    return putOps(live, task, taskId, {
      sponsorship,
      title: titles[i] ?? titles[0] ?? '',
      area: 'papers',
      due: { kind: 'date', date: on },
      hard: true,
      status: { state: 'open', doneOn: null },
      links: [{ kind: 'consent', id: link }],
      order,
    })
  })
}

function placeOps(
  { live, newId }: CommandTools,
  of: RecordId,
  lines: readonly PlaceLine[],
): readonly DraftOp[] {
  const known = new Map(placesOfConsent(live, of).map(each => [each.id, each]))
  const wanted = lines.map(each => ({ ...each, place: each.place.trim() })).filter(each => each.place !== '')
  const kept = new Set(wanted.flatMap(each => each.id ?? []))
  const orders = known.size === 0 ? orderKeys(wanted.length) : []
  let last = [...known.values()].at(-1)?.order ?? ''
  return [
    ...wanted.flatMap(({ id, place }, i): readonly DraftOp[] => {
      const before = id === null ? undefined : known.get(id)
      if (before) return before.place === place ? [] : setOps(consentPlace, before.id, { place })
      last = orders[i] ?? orderBetween(last, '')
      return [createOp(consentPlace, newId(), { consent: of, place, order: last })]
    }),
    ...[...known.keys()].filter(id => !kept.has(id)).map(id => ({ op: 'delete', id }) as const),
  ]
}
