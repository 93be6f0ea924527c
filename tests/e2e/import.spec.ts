/** Bank files through the real screen: every shape, nothing twice, all of it undone, and refusals that say why. */
import type { Page } from '@playwright/test'
import {
  dropBankFile,
  expectNothingSerious,
  figure,
  goTo,
  openDemoMoney,
} from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { accountTable } from '../support/imports/account-table.ts'
import { bankBytes, bankText, fixtureNames } from '../support/imports/write-bank-files.ts'

test.setTimeout(120_000)

const td = () => bankBytes('td.csv', accountTable)
const importButton = (page: Page) => page.getByRole('button', { name: /^Import [\d,]+ rows?$/ })
const otherFile = (page: Page) => page.getByRole('button', { name: 'Choose another file' })
const status = (page: Page) => page.getByRole('status')

/** The demo's own account has rows of its own; these go to a new one. */
async function previewIntoNewAccount(page: Page, name: string, bytes: Uint8Array) {
  await dropBankFile(page, name, bytes)
  await page.getByLabel('Into which account?').selectOption('A new account')
  await expect(figure(page, 'Difference')).toContainText('agrees')
}

/** What the list of entries and the accounts say, to compare before and after. */
async function books(page: Page): Promise<readonly (string | null)[]> {
  await goTo(page, 'Entries')
  const entries = await page.getByText(/^[\d,]+ entries$/).textContent()
  await goTo(page, 'Accounts')
  const together = await page.getByText('All together:').textContent()
  await goTo(page, 'Import')
  return [entries, together]
}

test('every shape of a bank is read, previewed, and found again once one of them is imported', async ({
  page,
}) => {
  await openDemoMoney(page, 'Import')
  await previewIntoNewAccount(page, 'accountactivity.csv', td())
  await expect(figure(page, 'Rows in the file')).toContainText('173')
  await expect(figure(page, 'Money in')).toContainText('$58,082.49')
  await expect(figure(page, 'Money out')).toContainText('$49,716.99')
  await expectNothingSerious(page)
  await importButton(page).click()
  await expect(page.getByText('173 rows were added')).toBeVisible()
  await expect(figure(page, 'Difference')).toContainText('agrees')
  await expectNothingSerious(page)

  await page.getByRole('button', { name: 'Import another file' }).click()
  for (const name of fixtureNames) {
    await test.step(name, async () => {
      await dropBankFile(page, name, bankBytes(name, accountTable))
      await expect(page.getByText('All 173 rows are in the books already.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Import 0 rows' })).toBeDisabled()
      await otherFile(page).click()
    })
  }
})

test('an import is taken back whole, from its summary and from the history', async ({ page }) => {
  await openDemoMoney(page, 'Import')
  const before = await books(page)
  await dropBankFile(page, 'accountactivity.csv', td())
  await importButton(page).click()
  await page.getByRole('button', { name: 'Undo this import' }).first().click()
  await expect(page.getByText('The books are as they were before.')).toBeVisible()
  expect(await books(page)).toEqual(before)

  await dropBankFile(page, 'accountactivity.csv', td())
  await expect(importButton(page)).toBeEnabled()
  // By keyboard alone, and from among the rows: the button lies behind all of them.
  await page.getByRole('row').nth(3).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('173 rows were added')).toBeVisible()
  expect(await books(page)).not.toEqual(before)
  await page.getByRole('row').filter({ hasText: '173 of 173' }).getByRole('button').click()
  await expect(page.getByText('173 of 173')).toBeHidden()
  expect(await books(page)).toEqual(before)
})

test('rows, lines and names are changed in the preview and stored as shown', async ({ page }) => {
  await openDemoMoney(page, 'Import')
  const text = [
    '03/02/2026,PARISH GIFT,,500.00,500.00',
    '03/05/2026,INTERAC e-Transfer To Nadia Petrova,120.00,,380.00',
    '03/09/2026,GIZMO HUT,30.00,,350.00',
    '03/19/2026,GIZMO HUT,40.00,,310.00',
    '',
  ].join('\n')
  await previewIntoNewAccount(page, 'accountactivity.csv', Buffer.from(text))
  await page.getByText('Is any of these names someone you support?').click()
  await page.getByLabel('Code name').fill('Maple')
  await page.getByLabel('Nadia Petrova', { exact: true }).check()
  await page.getByRole('checkbox', { name: /PARISH GIFT/ }).uncheck()
  const hut = page.getByRole('row').filter({ hasText: 'GIZMO HUT' })
  await hut.first().getByRole('button', { name: 'Choose a line' }).click()
  await page.keyboard.type('Comp')
  await page.getByRole('option', { name: 'Computer' }).click()
  await expect(page.getByText('Done for 1 more row of the same name')).toBeVisible()
  await expect(hut.last()).toContainText('Computer')
  await importButton(page).click()
  await expect(page.getByText('3 rows were added')).toBeVisible()

  await goTo(page, 'Entries')
  await page.getByRole('search').getByLabel('Account').selectOption('New account')
  await expect(page.getByText('3 entries', { exact: true })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Maple' })).toHaveCount(1)
  await expect(page.getByText('Nadia')).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: 'Computer' })).toHaveCount(2)

  await goTo(page, 'Import')
  const later = '04/20/2026,INTERAC e-Transfer To Nadia Petrova,120.00,,190.00\n'
  await dropBankFile(page, 'accountactivity.csv', `${later}04/21/2026,GIZMO HUT,10.00,,180.00\n`)
  await expect(page.getByText('1 row is of somebody you support')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Maple' })).toContainText('−$120.00')
  await expect(page.getByText('Nadia')).toHaveCount(0)
  await goTo(page, 'Entries')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Sorting rules' }).click()
  await page.getByRole('button', { name: 'Forget the name of Maple' }).click()
  await expect(page.getByText('1 name in bank files is written as Maple.')).toHaveCount(0)
})

test('a file that was cut is refused with its row and reason', async ({ page }) => {
  await openDemoMoney(page, 'Import')
  const whole = bankText('td.csv', accountTable)
  await dropBankFile(page, 'cut.csv', whole.slice(0, whole.length - 20))
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This file was not imported')
  await expect(alert).toContainText(/row 173/i)
  await expect(alert).toContainText('was not downloaded to its end')
  await expect(alert).toContainText('Nothing of “cut.csv” was stored.')
  await expectNothingSerious(page)
  await otherFile(page).click()
  await dropBankFile(page, 'empty.csv', '')
  await expect(alert).toContainText('There is no row in it.')
  await otherFile(page).click()
  await dropBankFile(page, 'statement.pdf', '%PDF-1.7\n')
  await expect(alert).toContainText('This is a PDF')
  await otherFile(page).click()
  await dropBankFile(page, 'accountactivity.csv', '<!DOCTYPE html><html><body>Sign in</body></html>\n')
  await expect(alert).toContainText('the bank had probably logged you out')
})

test('rows in US dollars go nowhere until somebody says so, and a year to come is asked about', async ({
  page,
}) => {
  await openDemoMoney(page, 'Import')
  const head =
    'Account Type,Account Number,Transaction Date,Cheque Number,Description 1,Description 2,CAD$,USD$'
  const rows = ['Savings,1,2/10/2062,,DEPOSIT,Grant,15.00,', 'Savings,2,2/13/2026,,DEPOSIT,Gift,,20.00']
  await dropBankFile(page, 'rbc.csv', [head, ...rows, ''].join('\n'))
  await expect(page.getByLabel('Account 2 of the file')).toHaveValue('none')
  await expect(page.getByText('The amounts are in USD')).toBeVisible()
  await expect(page.getByText('a row of February 10, 2062. Is that year right?')).toBeVisible()
  await page.getByLabel('Account 1 of the file').selectOption('Do not import')
  await expect(page.getByRole('button', { name: 'Import 0 rows' })).toBeDisabled()
})

test('dates that can be read two ways are asked about', async ({ page }) => {
  await openDemoMoney(page, 'Import')
  const rows = ['Date,Description,Amount', '03/04/2026,Rent,-900.00', '05/06/2026,Grant,1200.00', '']
  await dropBankFile(page, 'own.csv', rows.join('\n'))
  await expect(status(page).filter({ hasText: 'more than one way' })).toBeVisible()
  await expectNothingSerious(page)
  await page.getByRole('radio', { name: /day, month, year/ }).check()
  await page.getByRole('button', { name: 'Read the dates like this' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Rent' }).first()).toContainText('Apr 3, 2026')
})

test('columns that nobody knows are mapped once and known the next time', async ({ page }) => {
  await openDemoMoney(page, 'Import')
  const file = (day: number) =>
    [`2026-03-0${day};Finch Mobile;x;41,20`, `2026-03-1${day};Grant;y;-900,00`, ''].join('\n')
  await dropBankFile(page, 'strange.csv', file(1))
  const form = page.getByRole('region', { name: 'What each column means' })
  await form.getByLabel('Date', { exact: true }).selectOption('Column 2: Finch Mobile')
  await form.getByLabel('Who or what').selectOption('Column 2: Finch Mobile')
  await form.getByLabel('Amount', { exact: true }).selectOption('Column 4: 41,20')
  await form.getByLabel('Swap plus and minus').check()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Read the file like this' }).click()
  await expect(page.getByRole('alert')).toContainText('“Finch Mobile” in row 1 is not a date')
  await form.getByLabel('Date', { exact: true }).selectOption('Column 1: 2026-03-01')
  await page.getByRole('button', { name: 'Read the file like this' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Finch Mobile' })).toContainText('−$41.20')
  await importButton(page).click()
  await page.getByRole('button', { name: 'Import another file' }).click()

  await dropBankFile(page, 'strange-again.csv', file(2))
  await page.getByText(/^Read as a table/).click()
  await expect(page.getByText('as your group saved them')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Finch Mobile' })).toContainText('−$41.20')
})
