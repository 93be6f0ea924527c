/** Where the keyboard is after a change of screen and after a dialog: never on nothing. */
import type { Page } from '@playwright/test'
import { openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

const SEALING_MS = 45_000

test.setTimeout(90_000)

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('checkbox') })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('the title of the screen has the focus after each way into a group and out of it', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Try the demo household' }).click()
  await expect(title(page, 'Today')).toBeFocused({ timeout: SEALING_MS })
  await page.getByRole('button', { name: 'Leave the demo' }).click()
  await expect(title(page, 'Welcome to the porch')).toBeFocused()

  await page.getByRole('button', { name: 'Start a group' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const words = page.getByTestId('passphrase-words')
  await expect(words).toHaveText(/^\S+( \S+){4}$/)
  const passphrase = (await words.textContent()) ?? ''
  await page.getByRole('button', { name: 'Use these five words' }).click()
  await page.getByRole('button', { name: 'Save for later' }).click({ timeout: SEALING_MS })
  await page.getByRole('button', { name: 'Do it later' }).click()
  await page.getByRole('button', { name: 'Finish later' }).click()
  await expect(title(page, 'Today')).toBeFocused()

  const isFresh = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await isFresh
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(title(page, 'Today')).toBeFocused({ timeout: SEALING_MS })
})

test('the focus comes back to what opened a dialog', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  const closed = async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const fromButton = page.getByRole('button', { name: 'New entry' })
  await fromButton.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Amount')).toBeFocused()
  await closed()
  await expect(fromButton).toBeFocused()

  const row = rows(page).nth(2)
  await row.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await closed()
  await expect(row).toBeFocused()

  const menu = page.getByRole('button', { name: 'More', exact: true })
  for (const entry of ['Sorting rules', 'Trash']) {
    await menu.click()
    await page.getByRole('menuitem', { name: entry }).click()
    await page.getByRole('dialog').waitFor()
    await closed()
    await expect(menu).toBeFocused()
  }

  await title(page, 'Entries').focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).waitFor()
  await closed()
  await expect(title(page, 'Entries')).toBeFocused()
})
test('Escape in a list closes the list, then the form; it asks only where something was typed', async ({
  page,
}) => {
  await openDemoMoney(page, 'Entries')
  const form = page.getByRole('dialog')
  const asks = page.getByRole('alertdialog')
  const list = page.getByRole('listbox')
  const row = rows(page).nth(2)
  /** Opens a list of the form by its field, and closes only the list. */
  const closeList = async (label: string, typed: string) => {
    const field = form.getByRole('combobox', { name: label })
    await field.click()
    if (typed) await field.pressSequentially(typed)
    else await page.keyboard.press('ArrowDown')
    await expect(list).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(field).toBeFocused()
    await expect(form).toBeVisible()
    await expect(asks).toBeHidden()
  }
  for (const label of ['Who or what', 'Line']) {
    await page.getByRole('button', { name: 'New entry' }).click()
    await closeList(label, '')
    await page.keyboard.press('Escape')
    await expect(form, `a new entry, ${label}`).toBeHidden()

    await row.focus()
    await page.keyboard.press('Enter')
    await closeList(label, '')
    await page.keyboard.press('Escape')
    await expect(form, `an entry of before, ${label}`).toBeHidden()
  }
  await page.getByRole('button', { name: 'New entry' }).click()
  await closeList('Line', 'Lin')
  await closeList('Who or what', 'a')
  await page.keyboard.press('Escape')
  await expect(asks).toBeVisible()
  await asks.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(form).toBeHidden()
})
