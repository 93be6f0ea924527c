/** Starting a group, from the first screen to a budget: with the mouse in English, with the keyboard alone in French. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser/test.ts'

/** Making a passphrase's key takes a second or two on a fast laptop and many on a slow one. */
const SEALING_MS = 45_000

test.setTimeout(120_000)

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function expectNothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

/** The last line as it stands on the sheet that would be printed. */
async function lastLineOfSheet(page: Page): Promise<string> {
  const groups = page.getByTestId('recovery-sheet').getByTestId('last-line').locator('span')
  return (await groups.allTextContents()).join(' ')
}

test('a group is set up with the mouse, in English', async ({ page }) => {
  await page.goto('/')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Start a group' }).click()
  await page.getByLabel('What do you call your group here?').fill('Blue house')
  await page.getByLabel('Name on paper').fill('Rainbow welcome')
  await expect(page.getByText('“Rainbow” may tell too much')).toBeVisible()
  await page.getByLabel('Name on paper').fill('Sponsor group')
  await page.getByRole('button', { name: 'Continue' }).click()

  const words = page.getByTestId('passphrase-words')
  await expect(words).toHaveText(/^\S+( \S+){4}$/)
  const offered = await words.textContent()
  await page.getByRole('button', { name: 'Other words' }).click()
  await expect(words).not.toHaveText(offered ?? '')
  await page.getByRole('button', { name: 'Use these five words' }).click()

  await expect(title(page, 'Your recovery sheet')).toBeVisible({ timeout: SEALING_MS })
  await page.getByLabel('Last line of your sheet').fill('QQQQ QQQQ')
  await page.getByRole('button', { name: 'Check and continue' }).click()
  await expect(page.getByText('This is not the last line of the sheet.')).toBeVisible()
  await page.getByLabel('Last line of your sheet').fill(await lastLineOfSheet(page))
  await page.getByRole('button', { name: 'Check and continue' }).click()

  await expect(title(page, 'The sponsorship')).toBeFocused()
  await page.getByRole('radio', { name: 'Group of Five' }).check()
  await page.getByLabel('Province or territory').selectOption('Ontario')
  await page.getByRole('radio', { name: 'They arrived' }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Enter the day they reached you')).toBeVisible()
  await page.getByLabel('Reached us on', { exact: true }).fill('2026-01-15')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(title(page, 'The people')).toBeFocused()
  await page.getByRole('button', { name: 'One more: Adults' }).click()
  await page.getByLabel('Adult 2').selectOption('Together with adult 1')
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(title(page, 'The money')).toBeFocused()
  await page.getByLabel('Expected rent a month').fill('1,450')
  await page.getByRole('button', { name: 'Show the budget' }).click()
  await expect(title(page, 'Your first budget')).toBeFocused()
  const rent = page.getByRole('row', { name: /^Rent/ })
  await expect(rent).toContainText('$1,450.00')
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'Use this budget' }).click()
  await expect(title(page, 'Your group file is ready')).toBeVisible()
  // Nothing is left to be finished, and no step is still to be done.
  await expect(page.getByRole('button', { name: 'Finish later' })).toHaveCount(0)
  await expect(page.locator('[aria-current=step]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Later: go to Today' }).click()
  await expect(page.getByText('Blue house')).toBeVisible()
})

test('a group is set up with the keyboard alone, in French', async ({ page }) => {
  const keyboard = page.keyboard
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  await page.goto('/')
  await expect(title(page, 'Welcome to the porch')).toBeFocused()
  await press('Shift+Tab', 'Enter')
  await expect(title(page, 'Bienvenue sur le perron')).toBeVisible()
  await press('Tab', 'Enter')

  await expect(title(page, 'Votre groupe')).toBeVisible()
  await keyboard.type('Maison bleue')
  await press('Enter')
  await expect(title(page, 'Verrouillez-le')).toBeFocused()
  await expect(page.getByTestId('passphrase-words')).toHaveText(/^\S+( \S+){4,}$/)
  await press('Enter')

  await expect(title(page, 'Votre feuille de récupération')).toBeFocused({ timeout: SEALING_MS })
  await press('Tab', 'Tab', 'Tab')
  await expect(page.getByLabel('Dernière ligne de votre feuille')).toBeFocused()
  await keyboard.type((await lastLineOfSheet(page)).toLowerCase())
  await press('Enter')

  await expect(title(page, 'Le parrainage')).toBeFocused()
  await press('Enter')
  await expect(title(page, 'Les personnes')).toBeFocused()
  await press('Enter')
  await expect(title(page, 'L’argent')).toBeFocused()
  await press('Enter')
  await expect(title(page, 'Votre premier budget')).toBeFocused()
  await press('Enter')
  await expect(title(page, 'Votre fichier de groupe est prêt')).toBeFocused()
  await press('Tab', 'Tab', 'Enter')
  await expect(page.getByText('Maison bleue')).toBeVisible()
})

test('what was typed is still there after going back', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start a group' }).click()
  await page.getByLabel('What do you call your group here?').fill('Blue house')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('link', { name: 'Use my own passphrase instead' }).click()
  await page.getByLabel('Your own passphrase').fill('short')
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible()
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await expect(page.getByText('This passphrase cannot be used yet')).toBeVisible()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByLabel('What do you call your group here?')).toHaveValue('Blue house')
})
