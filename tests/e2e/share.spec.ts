/** What would tell something is shown under its note and before saving; a person who confirms is not stopped. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectNothingSerious, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(120_000)

const dialog = (page: Page) => page.getByRole('dialog')

test('a phone number in a note is shown in place, asked about once, and printed all the same', async ({
  page,
}) => {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }))
  await openDemoMoney(page, 'Entries')
  await page.getByRole('navigation', { name: 'Main' }).getByText('Reports').click()
  const note = page.getByLabel('Changes, late months, and how they were made good')
  await note.fill('Call Heron at 613-555-0142.')
  await note.blur()
  await expect(page.getByText('On paper this would tell:')).toBeVisible()

  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  await expect(dialog(page)).toContainText('2 places tell something')
  await expect(dialog(page)).toContainText('613-555-0142')
  await expectNothingSerious(page)
  await dialog(page).getByRole('button', { name: 'Change it' }).first().click()
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('Call Heron at 613-555-0142.')

  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const saving = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Save it anyway' }).click()
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('613-555-0142')

  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  await again
})
