/** Accounts against their statements, budget lines, and the minimum of each month, over the demo household. */
import type { Page } from '@playwright/test'
import { expectNothingSerious, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(120_000)

const dialog = (page: Page) => page.getByRole('dialog')

test('an account is added and shows what it began with', async ({ page }) => {
  await openDemoMoney(page, 'Accounts')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Add an account' }).click()
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(dialog(page).getByText('Enter a name.')).toBeVisible()
  await dialog(page).getByLabel('Name').fill('Parish fund')
  await dialog(page)
    .getByRole('radio', { name: /Held by the SAH or parish/ })
    .check()
  await dialog(page).getByLabel('Balance at the start of that day').fill('1 250,00')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Parish fund', exact: true })).toContainText('$1,250.00')

  await page.getByRole('button', { name: 'Request money' }).click()
  await dialog(page).getByLabel('Amount').fill('300')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Parish fund', exact: true })).toContainText('$1,250.00')
  await page.getByRole('button', { name: 'Released today' }).click()
  await expect(page.getByRole('region', { name: 'Parish fund', exact: true })).toContainText('$950.00')
})

test('a statement that differs leads to the entries, and ticking them brings the difference to 0.00', async ({
  page,
}) => {
  await openDemoMoney(page, 'Accounts')
  const chequing = page.getByRole('region', { name: /^Chequing/ })
  const now =
    (await chequing
      .getByText(/^\$[\d,.]+$/)
      .first()
      .textContent()) ?? ''
  await chequing.getByRole('button', { name: 'Enter what the statement says' }).click()
  await dialog(page).getByLabel('The statement says').fill('1.00')
  await expect(dialog(page).getByText('Books and statement differ.')).toBeVisible()
  await dialog(page).getByLabel('The statement says').fill(now)
  await expect(dialog(page).getByText('agrees')).toBeVisible()
  await expectNothingSerious(page)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await chequing.getByRole('button', { name: 'Tick off entries' }).click()
  const finish = dialog(page).getByRole('button', { name: /^Tick off \d+ entries$/ })
  await expect(finish).toBeEnabled()
  await dialog(page).getByRole('row').nth(1).getByRole('checkbox').uncheck()
  await expect(finish).toBeDisabled()
  await dialog(page).getByRole('row').nth(1).getByRole('checkbox').check()
  await expectNothingSerious(page)
  await finish.click()
  await expect(page.getByText(/entries are ticked off/)).toBeVisible()
})

test('the sums of the budget are those of its tables and of the report', async ({ page }) => {
  await openDemoMoney(page, 'Budget')
  const cents = (text: string | null) => Number((text ?? '').replace(/[$,.]/g, '').replace('\u2212', '-'))
  const sum = async (name: string) =>
    cents(
      await page
        .getByRole('main')
        .getByRole('term')
        .filter({ hasText: name })
        .locator('..')
        .getByRole('definition')
        .textContent(),
    )
  const tables = ['Start-up', 'Monthly support', 'Extra for the household', 'The group’s own cost']
  let [spent, forecast] = [0, 0]
  for (const name of tables) {
    const total = page.getByRole('table', { name }).getByRole('row').last().getByRole('cell')
    spent += cents(await total.nth(2).textContent())
    forecast += cents(await total.nth(4).textContent())
  }
  expect(await sum('Spent')).toBe(spent)
  expect(await sum('Forecast')).toBe(forecast)
  const toPay = await sum('Still to pay')
  expect(spent + toPay).toBe(forecast)
  await page.getByRole('navigation', { name: 'Main' }).getByText('Reports').click()
  const still = page
    .getByRole('table', { name: 'Money at a glance' })
    .getByRole('row', { name: /^Still to pay/ })
  expect(cents(await still.getByRole('cell').textContent())).toBe(toPay)
})

test('a budget line takes an amount for each month, and says why it is over', async ({ page }) => {
  await openDemoMoney(page, 'Budget')
  await expectNothingSerious(page)
  const rent = page.getByRole('row').filter({ has: page.getByText('Rent', { exact: true }) })
  await rent.getByText('Rent', { exact: true }).click()
  await dialog(page).getByLabel('Each month', { exact: true }).fill('1000')
  await dialog(page).getByLabel('Why more was spent').fill('The rent rose')
  await expectNothingSerious(page)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(rent).toContainText('$11,000.00')
  await expect(rent).toContainText('Why over: The rent rose')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(rent).toContainText('$20,900.00')
})

test('a line is added, named, and retired', async ({ page }) => {
  await openDemoMoney(page, 'Budget')
  await page.getByRole('button', { name: 'Add a line' }).click()
  await dialog(page).getByLabel('Name').fill('Bicycles')
  await dialog(page).getByRole('radio', { name: 'Once' }).check()
  await dialog(page).getByLabel('Amount').fill('240')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Bicycles' })
  await expect(row).toContainText('$240.00')
  await row.getByRole('button', { name: 'Actions for Bicycles' }).click()
  await page.getByRole('menuitem', { name: 'Retire: not used any more' }).click()
  await expect(row).toHaveCount(0)
})

test('a minimum entered by hand decides whether a month is short', async ({ page }) => {
  await openDemoMoney(page, 'Support')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Enter a minimum' }).click()
  await dialog(page).getByLabel('Minimum a month').fill('9999')
  await expectNothingSerious(page)
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  const first = page.getByRole('table', { name: /^Support unit/ }).first()
  await expect(first.getByText('No, short').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(first.getByText('No, short')).toHaveCount(0)
})
