/** Coming back: a wrong passphrase, the right one, and the printed sheet when it is forgotten. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'

const SEALING_MS = 45_000

test.setTimeout(180_000)

/** Locking ends with a fresh page, so that nothing stays in memory; what is typed before that would be lost. */
async function lock(page: Page) {
  const isFresh = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await isFresh
}

/** A group with its passphrase and everything on its recovery sheet, locked. */
async function lockedGroup(page: Page): Promise<{ passphrase: string; sheet: string }> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start a group' }).click()
  await page.getByLabel('What do you call your group here?').fill('Blue house')
  await page.getByRole('button', { name: 'Continue' }).click()
  const words = page.getByTestId('passphrase-words')
  await expect(words).toHaveText(/^\S+( \S+){4}$/)
  const passphrase = (await words.textContent()) ?? ''
  await page.getByRole('button', { name: 'Use these five words' }).click()
  const sheet = page.getByTestId('recovery-sheet').getByTestId('secret')
  await expect(sheet).toBeAttached({ timeout: SEALING_MS })
  const secret = (await sheet.locator('[data-secret]').allTextContents()).join(' ')
  await page.getByRole('button', { name: 'Save for later' }).click()
  await page.getByRole('button', { name: 'Do it later' }).click()
  await page.getByRole('button', { name: 'Finish later' }).click()
  await lock(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Your group file is locked' })).toBeVisible()
  return { passphrase, sheet: secret }
}

test('a wrong passphrase changes nothing and stays in the field; the right one opens', async ({ page }) => {
  const { passphrase } = await lockedGroup(page)
  const field = page.getByLabel('Passphrase', { exact: true })
  await expect(field).toBeFocused()
  await field.fill('not the right words')
  await field.press('Enter')
  await expect(page.getByRole('alert')).toContainText('does not open the group file', { timeout: SEALING_MS })
  await expect(field).toHaveValue('not the right words')
  await field.fill(passphrase)
  await field.press('Enter')
  await expect(page.getByText('Blue house')).toBeVisible({ timeout: SEALING_MS })
})

test('the recovery sheet opens the group and sets a new passphrase', async ({ page }) => {
  const { passphrase: forgotten, sheet } = await lockedGroup(page)
  await page.getByRole('link', { name: 'I forgot the passphrase' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing is lost' })).toBeFocused()
  const typed = page.getByLabel('All characters of the recovery sheet')
  await typed.fill(sheet.replace(/.$/, last => (last === 'Q' ? 'P' : 'Q')))
  await page.getByRole('button', { name: 'Open with the sheet' }).click()
  await expect(page.getByRole('alert')).toContainText('is not right', { timeout: SEALING_MS })
  await typed.fill(sheet.toLowerCase())
  const words = page.getByTestId('passphrase-words')
  await expect(words).toHaveText(/^\S+( \S+){4}$/)
  const passphrase = (await words.textContent()) ?? ''
  await page.getByRole('button', { name: 'Open with the sheet' }).click()
  await expect(page.getByText('Blue house')).toBeVisible({ timeout: SEALING_MS })

  await lock(page)
  const field = page.getByLabel('Passphrase', { exact: true })
  await field.fill(forgotten)
  await field.press('Enter')
  await expect(page.getByRole('alert')).toContainText('does not open the group file', { timeout: SEALING_MS })
  await field.fill(passphrase)
  await field.press('Enter')
  await expect(page.getByText('Blue house')).toBeVisible({ timeout: SEALING_MS })
})
