/** One key hides amounts: then no screen, dialog, list of choices or search result over the demo's money shows one. */
import type { Page } from '@playwright/test'
import { goTo, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(120_000)

/** `$1,250.00` in a text; choices of a closed list and names that are only read aloud count too. */
const AMOUNT = /\$\s?[\d,]+\.\d{2}/

async function amountsShown(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => [
    document.body.textContent ?? '',
    ...[...document.querySelectorAll('[aria-label]')].map(each => each.getAttribute('aria-label') ?? ''),
  ])
  return texts.flatMap(text => text.match(new RegExp(`.{0,30}${AMOUNT.source}`, 'g')) ?? [])
}

async function expectNoAmounts(page: Page): Promise<void> {
  expect(await amountsShown(page)).toEqual([])
}

test('no screen shows an amount while amounts are hidden', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await expect.poll(() => amountsShown(page)).not.toEqual([])
  await page.keyboard.press('Control+h')
  await expect.poll(() => amountsShown(page)).toEqual([])

  await page.getByRole('navigation', { name: 'Main' }).getByText('Today').click()
  await expect(page.getByRole('heading', { name: 'To do' })).toBeVisible()
  await expectNoAmounts(page)

  for (const screen of ['Accounts', 'Budget', 'Support'] as const) {
    await page.getByRole('navigation', { name: 'Main' }).getByText('Money').click()
    await goTo(page, screen)
    await expect(page.getByRole('main')).toContainText('•••')
    await expectNoAmounts(page)
  }
})

test('neither month 13 nor a page for the household shows an amount while amounts are hidden', async ({
  page,
}) => {
  await openDemoMoney(page, 'Entries')
  await page.keyboard.press('Control+h')
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByText('Plan', { exact: true }).click()
  await page.getByRole('button', { name: 'Month 13', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('is missing.')
  await expectNoAmounts(page)
  await page.getByRole('button', { name: 'One page for the household…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Amounts are hidden.')
  await expectNoAmounts(page)
  await page.keyboard.press('Escape')
  await main.getByText('People').click()
  await page.getByRole('link', { name: 'A1', exact: true }).click()
  await page.getByRole('button', { name: 'Everything held about this person…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Amounts are hidden.')
  await expectNoAmounts(page)
})

test('no sheet about a home shows its rent while amounts are hidden', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await page.keyboard.press('Control+h')
  await page.getByRole('navigation', { name: 'Main' }).getByText('Housing', { exact: true }).click()
  await page.getByRole('link', { name: /Elm/ }).click()
  await page.getByRole('button', { name: 'Letter about the rent' }).click()
  await expect(page.getByRole('dialog')).toContainText('Amounts are hidden.')
  await expectNoAmounts(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'List: 4 of 20' }).click()
  await page.getByRole('button', { name: 'Print the list' }).click()
  const sheet = page.getByTestId('viewing-paper')
  await expect(sheet).toContainText('M. Birch')
  await expect(sheet).not.toContainText(/•••|a month/)
  await expectNoAmounts(page)
})

test('no dialog and no search result shows an amount while amounts are hidden', async ({ page }) => {
  await openDemoMoney(page, 'Accounts')
  await page.keyboard.press('Control+h')
  for (const name of ['Tick off entries', 'Pay back…']) {
    await page.getByRole('main').getByRole('button', { name }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoAmounts(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('rent')
  await expect(page.getByRole('option').filter({ hasText: '•••' }).first()).toBeVisible()
  await expectNoAmounts(page)
})
