/** The files of the journey's bank account, written from the table, and every name in them that no report may hold. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accountTable } from '../imports/account-table.ts'
import { bankBytes, type FixtureName } from '../imports/write-bank-files.ts'

export async function writeBankFile(folder: string, name: FixtureName): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bankBytes(name, accountTable))
  return path
}

/** What the bank itself says, which names nobody. */
const BANK_WORDS = new Set([
  'DEPOSIT',
  'MONTHLY ACCOUNT FEE',
  'INTERAC e-Transfer From',
  'INTERAC e-Transfer To',
  'PREAUTHORIZED DEBIT',
])

/** People, shops, landlords and purposes as the bank writes them, and the surname or shop alone. */
export const payeeNames: readonly string[] = [
  ...new Set(
    accountTable
      .flatMap(([, , name, memo]) => [name, memo])
      .filter(text => text !== '' && !BANK_WORDS.has(text)),
  ),
  "O'Neil",
  'Okafor',
  'Żukowska',
  'Tremblay',
  'Singh',
  'Nguyen',
  'MacLeod',
  'Côté',
  'IKEA',
  'WALMART',
  'SHOPPERS',
  'ROGERS',
  'Carling',
]
