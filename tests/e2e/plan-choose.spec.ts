/** Several tasks of the list at once, by keyboard and by mouse: one change, one undo. */
import type { Page } from '@playwright/test'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { openDemoPlan } from '../support/browser/demo-plan.ts'
import { expect, test } from '../support/browser/test.ts'

test.use({ actionTimeout: 15_000 })

const bar = (page: Page) => page.getByRole('region', { name: 'Chosen tasks' })
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })

test('tasks are chosen and changed together by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  const links = page.getByRole('region', { name: /^No date yet/ }).locator('[data-task]')
  const ids = await links.evaluateAll(all => all.slice(0, 3).map(each => each.getAttribute('data-task')))
  expect(ids).toHaveLength(3)
  const row = (id: string | null) => page.locator(`[data-task-row="${id}"]`)
  await links.first().focus()
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 task chosen')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('3 tasks chosen')
  await page.keyboard.press('Space')
  await expect(bar(page)).toContainText('2 tasks chosen')
  await page.keyboard.press('Space')
  for (const id of ids) await expect(row(id).getByRole('checkbox')).toBeChecked()
  await expectNothingSerious(page)

  await bar(page).getByRole('button', { name: 'Change…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change 3 tasks' })
  await expect(dialog.getByText('Nothing changes so far.')).toBeVisible()
  await dialog.getByLabel('Who does it').selectOption({ label: 'Wren' })
  await dialog.getByLabel('Due', { exact: true }).selectOption({ label: 'On a day' })
  await dialog.getByRole('textbox', { name: 'Day', exact: true }).fill('2026-12-14')
  await page.keyboard.press('Tab')
  await expect(dialog.getByText('3 of 3 change.')).toBeVisible()
  await expectNothingSerious(page)
  await dialog.getByRole('button', { name: 'Change', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(messages(page)).toContainText('3 tasks changed')
  await expect(bar(page)).toHaveCount(0)
  for (const id of ids) {
    await expect(row(id)).toContainText('Wren')
    await expect(row(id)).toContainText('Dec 14, 2026')
  }
  await expect(page.locator('[data-task]:focus')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  for (const id of ids) await expect(row(id)).not.toContainText('Dec 14, 2026')
})

test('tasks are chosen with the mouse, moved, done and deleted together', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  const rows = page.locator('[data-task-row]')
  const table = rows.filter({ hasText: 'larger table' })
  const seat = rows.filter({ hasText: 'Return the borrowed car seat' })
  const choose = async () => {
    await page.getByRole('button', { name: 'More' }).first().click()
    await page.getByRole('menuitem', { name: 'Choose several' }).click()
    await table.getByRole('checkbox').check()
    await seat.getByRole('checkbox').check()
    await expect(bar(page)).toContainText('2 tasks chosen')
  }
  const before = await seat.innerText()
  await choose()
  await bar(page).getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change 2 tasks' })
  await dialog.getByLabel('Due', { exact: true }).selectOption({ label: 'Later' })
  // The table has no date, and none comes of moving it.
  await expect(dialog.getByText('1 of 2 changes.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await bar(page).getByRole('button', { name: 'Done', exact: true }).click()
  await expect(messages(page)).toContainText('2 tasks done')
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => seat.innerText()).toBe(before)

  await choose()
  await page.keyboard.press('Delete')
  await expect(messages(page)).toContainText('2 tasks deleted')
  await expect(seat).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(seat).toHaveCount(1)

  await choose()
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(seat.getByRole('checkbox')).not.toBeChecked()
})
