/** Commands on homes and on what was said with their landlords. */
import { homePhoto } from '#domain/attachment.ts'
import { type Home, type HomeStage, home, homeContact } from '#domain/home.ts'
import { homeCheck } from '#domain/home-check.ts'
import { homePaper } from '#domain/home-paper.ts'
import { homeSearch, homeSearchId, homeSearchMoney, homeSearchMoneyId } from '#domain/home-search.ts'
import { newRecord } from '#domain/new-record.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { contactsByHome } from '../housing.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween } from './order.ts'
import { putRecord } from './record-writes.ts'
import { currentSponsorship } from './set-up.ts'
import type { CommandTools } from './tools.ts'

export type HomeFields = Omit<FieldsOf<typeof home>, 'sponsorship' | 'stage' | 'order'>
export type ContactFields = Omit<FieldsOf<typeof homeContact>, 'home' | 'order'>

export interface HomeCommands {
  /** A lead from today on. */
  addHome(fields: Partial<HomeFields>): Promise<CommandResult & { readonly id: RecordId }>
  editHome(id: RecordId, fields: Partial<HomeFields>): Promise<CommandResult>
  /** To another stage of the board, from today on; `reason` is kept with what is not taken. */
  moveHome(id: RecordId, to: HomeStage, reason?: string): Promise<CommandResult>
  /** With what was said about them, what a viewing left, and which papers went. Of one with a lease the lease is deleted first. */
  deleteHomes(ids: readonly RecordId[]): Promise<CommandResult>
  restoreHomes(ids: readonly RecordId[]): Promise<CommandResult>
  /** What was said, and what is to be done next where that was decided (null: nothing more) – in one change. */
  logContact(of: RecordId, fields: Partial<ContactFields>, next?: Home['next']): Promise<CommandResult>
  editHomeContact(id: RecordId, fields: Partial<ContactFields>): Promise<CommandResult>
  deleteHomeContact(id: RecordId): Promise<CommandResult>
  /** For whom a home is looked for (null: as it is), and their money, in one change. */
  setHomeSearch(
    units: readonly RecordId[] | null,
    money: Partial<Omit<FieldsOf<typeof homeSearchMoney>, 'sponsorship'>>,
  ): Promise<CommandResult>
}

/** What goes to the trash with a home and comes back with it. */
const OF_HOME = [homeContact, homeCheck, homePaper, homePhoto] as const

export function createHomeCommands(tools: CommandTools): HomeCommands {
  const { gate, live, newId, today } = tools
  const lastOrder = (of: readonly { readonly order: string }[]): string =>
    of.reduce((last, each) => (each.order > last ? each.order : last), '')

  return {
    async addHome(fields) {
      const id = newId()
      const result = await gate.run('addHome', [
        createOp(home, id, {
          sponsorship: currentSponsorship(tools)?.id ?? '',
          stage: { at: 'lead', since: today(), reason: '' },
          order: orderBetween(lastOrder(live.records(home)), ''),
          ...fields,
        }),
      ])
      return { ...result, id }
    },
    editHome: (id, fields) => gate.run('editHome', setOps(home, id, fields)),
    moveHome: (id, to, reason = '') => gate.run('moveHome', stageOps(tools, id, to, reason)),
    deleteHomes(ids) {
      const own = OF_HOME.flatMap(kind => live.records(kind)).filter(each => ids.includes(each.home))
      return gate.run(
        'deleteHomes',
        [...ids, ...own.map(each => each.id)].map(id => ({ op: 'delete', id }) as const),
      )
    },
    restoreHomes(ids) {
      const own = OF_HOME.flatMap(kind => live.trash(kind)).filter(each => ids.includes(each.home))
      return gate.run(
        'restoreHomes',
        [...ids, ...own.map(each => each.id)].map(id => ({ op: 'restore', id }) as const),
      )
    },
    logContact: (of, fields, next) =>
      gate.run('logContact', [
        createOp(homeContact, newId(), {
          home: of,
          on: today(),
          order: orderBetween(lastOrder(contactsByHome(live).get(of) ?? []), ''),
          ...fields,
        }),
        ...(next === undefined ? [] : setOps(home, of, { next })),
      ]),
    editHomeContact: (id, fields) => gate.run('editHomeContact', setOps(homeContact, id, fields)),
    deleteHomeContact: id => gate.run('deleteHomeContact', [{ op: 'delete', id }]),
    setHomeSearch(units, money) {
      const of = currentSponsorship(tools)?.id ?? ''
      return gate.run('setHomeSearch', [
        ...(units === null
          ? []
          : putRecord(tools, newRecord(homeSearch, homeSearchId(of), { sponsorship: of, units }))),
        ...(Object.keys(money).length === 0
          ? []
          : putRecord(
              tools,
              newRecord(homeSearchMoney, homeSearchMoneyId(of), { sponsorship: of, ...money }),
            )),
      ])
    },
  }
}

/** Nothing where it is there already: a stage begins on the day that a home came to it. */
export function stageOps(
  { live, today }: Pick<CommandTools, 'live' | 'today'>,
  id: RecordId,
  at: HomeStage,
  reason: string,
) {
  const known = live.get(home, id)?.stage
  return known?.at === at && known.reason === reason
    ? []
    : setOps(home, id, { stage: { at, since: today(), reason } })
}
