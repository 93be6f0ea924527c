/** Commands on accounts and what the bank's statement says. */
import { account, statement } from '#domain/account.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { bytesToHex } from '../ids.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { orderBetween } from './order.ts'
import type { CommandTools } from './tools.ts'

export interface AccountCommands {
  addAccount(
    fields: Partial<Omit<FieldsOf<typeof account>, 'salt' | 'order'>>,
  ): Promise<CommandResult & { readonly id: RecordId }>
  editAccount(id: RecordId, fields: Partial<Omit<FieldsOf<typeof account>, 'salt'>>): Promise<CommandResult>
  deleteAccount(id: RecordId): Promise<CommandResult>
  /** What the statement says at the end of a day; a second figure for the same day and account replaces the first. */
  recordStatement(input: {
    readonly account: RecordId
    readonly date: string
    readonly cents: number
  }): Promise<CommandResult>
}

export function createAccountCommands({ gate, live, newId, random }: CommandTools): AccountCommands {
  return {
    async addAccount(fields) {
      const id = newId()
      const last = live.records(account).reduce((max, each) => (each.order > max ? each.order : max), '')
      const op = createOp(account, id, {
        ...fields,
        salt: bytesToHex(random(32)),
        order: orderBetween(last, ''),
      })
      return { ...(await gate.run('addAccount', [op])), id }
    },
    editAccount: (id, fields) => gate.run('editAccount', setOps(account, id, fields)),
    deleteAccount: id => gate.run('deleteAccount', [{ op: 'delete', id }]),
    recordStatement({ account: accountId, date, cents }) {
      const known = live
        .records(statement)
        .find(each => each.account === accountId && each.balance.date === date)
      const balance = { date, cents }
      return gate.run('recordStatement', [
        ...(known
          ? setOps(statement, known.id, { balance, source: 'typed' })
          : [createOp(statement, newId(), { account: accountId, balance, source: 'typed' })]),
      ])
    },
  }
}
