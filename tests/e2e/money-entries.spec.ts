/** Entries of money: typed, split, sorted, found, deleted, brought back; by mouse and by keyboard alone. */
import type { Page } from '@playwright/test'
import { expectNothingSerious, goTo, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(120_000)

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

async function choose(page: Page, label: string, nth: number, text: string) {
  const box = dialog(page).getByRole('combobox', { name: label }).nth(nth)
  await box.fill(text)
  await page.getByRole('listbox').getByRole('option', { name: text }).first().click()
}

test('a payment is split over lines until nothing is left to place', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'New entry' }).click()
  await dialog(page).getByLabel('Amount').fill('=40+12')
  await dialog(page).getByLabel('Who or what').fill('Corner shop')
  await dialog(page).getByRole('button', { name: 'Split over several lines' }).click()
  await choose(page, 'Line', 0, 'Linens')
  await choose(page, 'Line', 1, 'Clothing')
  await dialog(page).getByLabel('Amount').nth(1).fill('30')
  await expect(dialog(page).getByLabel('Amount').nth(2)).toHaveValue('22.00')
  await expect(dialog(page).getByText('The parts add up.')).toBeVisible()
  await dialog(page).getByLabel('Amount').first().fill('60')
  await expect(dialog(page).getByText('$8.00 left to place')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Save and close' }).click()
  await expect(dialog(page).getByText('The parts do not add up to the amount.')).toBeVisible()
  await dialog(page).getByLabel('Amount').nth(2).fill('30')
  await dialog(page).getByLabel('Amount').nth(1).fill('30')
  await expectNothingSerious(page)
  await dialog(page).getByRole('button', { name: 'Save and close' }).click()
  await expect(dialog(page)).toBeHidden()
  const row = rowOf(page, 'Corner shop')
  await expect(row).toContainText('Linens + Clothing')
  await expect(row).toContainText('−$60.00')
})

test('papers are typed one after the other without a mouse', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await expect(page.getByRole('heading', { level: 1, name: 'Entries' })).toBeVisible()
  await page.keyboard.press('n')
  const amount = dialog(page).getByLabel('Amount')
  await expect(amount).toBeFocused()
  const date = dialog(page).getByLabel('Date', { exact: true })
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(date).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2026-11-02')
  await amount.focus()
  await page.keyboard.type('12,50')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Entry saved').first()).toBeVisible()
  await expect(amount).toBeFocused()
  await expect(amount).toHaveValue('')
  await expect(date).toHaveValue('2026-11-02')
  await page.keyboard.type('7.25')
  await page.keyboard.press('Enter')
  await expect(amount).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.type('12.50')
  await expect(rowOf(page, '−$12.50')).toContainText('Nov 2, 2026')
})

test('an entry without an amount is not saved and says so at its field', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await page.keyboard.press('n')
  await dialog(page).getByRole('button', { name: 'Save and next' }).click()
  await expect(dialog(page).getByText('Enter the amount.')).toBeVisible()
})

test('a receipt gets the next number to write on the paper', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await page.keyboard.press('n')
  await dialog(page).getByLabel('Receipt', { exact: true }).selectOption('There is a paper')
  const number = dialog(page).getByLabel('Receipt number')
  await expect(number).toHaveValue(/^26-\d{3}$/)
  await expect(dialog(page).getByText('Write on the paper:')).toContainText(await number.inputValue())
})

test('entries are sorted where they stand, and together', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  const filters = page.getByRole('search')
  await filters.getByLabel('Line').selectOption('Not sorted yet')
  await expect(page.getByText('3 entries', { exact: true })).toBeVisible()
  await rowOf(page, 'COPPER').getByRole('button', { name: 'Choose a line' }).click()
  await page.keyboard.type('Compu')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 entries', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('3 entries', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Choose all' }).click()
  await page.getByRole('combobox', { name: 'Put on the line' }).fill('Other extras')
  await page.getByRole('option', { name: 'Other extras' }).click()
  await expect(page.getByText('No entries match.')).toBeVisible()
})

test('a deleted entry waits in the trash and comes back', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await rowOf(page, 'COPPER').getByRole('checkbox').check()
  await page.keyboard.press('Delete')
  await expect(rowOf(page, 'COPPER')).toHaveCount(0)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Trash' }).click()
  await dialog(page).getByRole('row').filter({ hasText: 'COPPER' }).getByRole('button').click()
  await expect(dialog(page).getByText('The trash is empty.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'COPPER')).toHaveCount(1)
})

test('the same is entered again, with a paper of its own, and gaps in the numbers are told', async ({
  page,
}) => {
  await openDemoMoney(page, 'Entries')
  const receipts = page.getByRole('search').getByLabel('Receipts')
  await receipts.selectOption('Receipt missing')
  await expect(page.getByText('Numbers on the papers')).toHaveCount(0)
  await receipts.selectOption('all')
  await rowOf(page, 'COPPER').getByRole('checkbox').check()
  await page.getByRole('button', { name: 'More' }).last().click()
  await page.getByRole('menuitem', { name: 'Enter the same again' }).click()
  await expect(dialog(page).getByLabel('Who or what')).toHaveValue('COPPER ELECTRONICS')
  await expect(dialog(page).getByLabel('Date', { exact: true })).toHaveValue('2026-11-23')
  await dialog(page).getByLabel('Receipt', { exact: true }).selectOption('There is a paper')
  await dialog(page).getByLabel('Receipt number').fill('26-990')
  await dialog(page).getByRole('button', { name: 'Save and close' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(rowOf(page, 'COPPER')).toHaveCount(2)
  await receipts.selectOption('Receipt missing')
  await expect(page.getByText(/^No entry has 26-\d+–26-989\./)).toBeVisible()
  // What is told follows the entries while it stands there.
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Numbers on the papers')).toHaveCount(0)
})

test('an older value of a field is brought back from its history', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  const open = async (text: string) => {
    await rowOf(page, text).first().focus()
    await page.keyboard.press('Enter')
  }
  await open('COPPER')
  await dialog(page).getByLabel('Who or what').fill('Copper and Sons')
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
  await open('Copper and Sons')
  await dialog(page).getByText('What this entry was before').click()
  // What it was made with is no history: only what changed is told, now and before.
  await expect(
    dialog(page)
      .getByRole('listitem')
      .filter({ hasText: /^Nov|^\d/ }),
  ).toHaveCount(2)
  const old = dialog(page).getByRole('listitem').filter({ hasText: 'COPPER ELECTRONICS' })
  await old.getByRole('button', { name: 'Back to this' }).click()
  await expect(dialog(page).getByLabel('Who or what')).toHaveValue('COPPER ELECTRONICS')
  await expectNothingSerious(page)
})

test('a member who paid is paid back in one entry', async ({ page }) => {
  await openDemoMoney(page, 'Accounts')
  await page.getByRole('button', { name: 'Pay back…' }).click()
  await dialog(page).getByRole('button', { name: 'Record the repayment' }).click()
  await expect(page.getByText('Who is owed money')).toBeHidden()
  await goTo(page, 'Entries')
  await expect(rowOf(page, 'Pays a member back').first()).toContainText('−$27.85')
})

test('what was typed is not lost by a stray Escape', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await page.keyboard.press('n')
  await dialog(page).getByLabel('Amount').fill('18')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep typing' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(dialog(page).getByLabel('Amount')).toHaveValue('18.00')
  await expect(dialog(page).getByLabel('Amount')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(dialog(page)).toBeHidden()
})

test('a small window shows six entries above the totals', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 })
  await openDemoMoney(page, 'Entries')
  await expect(page.getByRole('row').nth(7)).toBeAttached()
  const seen = await page.evaluate(() => {
    const head = document.querySelector('thead')?.getBoundingClientRect().bottom ?? 0
    const totals =
      document.querySelector('main [role=status]')?.parentElement?.getBoundingClientRect().top ?? 0
    const rows = [...document.querySelectorAll('tbody tr[data-index]')].map(row =>
      row.getBoundingClientRect(),
    )
    return rows.filter(row => row.top >= head - 1 && row.bottom <= Math.min(totals, innerHeight)).length
  })
  expect(seen).toBeGreaterThanOrEqual(6)
})
