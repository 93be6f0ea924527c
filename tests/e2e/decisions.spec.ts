/** A typed entry beside the bank's own row: asked about, settled either way, and asked about again after undo. */
import type { Page } from '@playwright/test'
import { expectNothingSerious, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(150_000)

const dialog = (page: Page) => page.getByRole('dialog')
const card = (page: Page) => page.getByRole('region', { name: /^Is this one payment/ })

test('a payment that was typed and imported becomes one, or stays two', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await page.getByRole('button', { name: 'New entry' }).click()
  // The demo's bank has a card payment of 45.19 on 17 November.
  await dialog(page).getByLabel('Date', { exact: true }).fill('2026-11-16')
  await dialog(page).getByLabel('Amount').fill('45.19')
  await dialog(page).getByLabel('Who or what').fill('Headphones')
  await dialog(page).getByRole('button', { name: 'Save and close' }).click()
  await expect(dialog(page)).toBeHidden()

  await page
    .getByRole('navigation', { name: 'Money' })
    .getByRole('button', { name: /To settle/ })
    .click()
  await expect(card(page)).toContainText('Headphones')
  await expect(card(page)).toContainText('COPPER ELECTRONICS')
  await expectNothingSerious(page)
  await card(page).getByRole('button', { name: 'Same payment' }).click()
  await expect(card(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(card(page)).toHaveCount(1)
  await card(page).getByRole('button', { name: 'Two payments' }).click()
  await expect(card(page)).toHaveCount(0)
})
