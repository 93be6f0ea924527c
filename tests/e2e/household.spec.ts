/** The household after set-up: units, a month of turning 18, who pays which month; over the demo household. */
import type { Page } from '@playwright/test'
import { expectNothingSerious, goTo, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(120_000)

async function openSponsorship(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
  await page.getByRole('tab', { name: 'Sponsorship' }).click()
}

async function openSupport(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByText('Money').click()
  await goTo(page, 'Support')
}

test('whoever turns 18 has support months of their own, and somebody can be moved to another unit', async ({
  page,
}) => {
  await openDemoMoney(page, 'Support')
  const grown = page.getByRole('table', { name: 'Support unit C1' })
  await expect(grown.getByRole('row')).toHaveCount(1 + 3)
  await openSponsorship(page)
  await expect(page.getByText(/From Apr(il)?\.? 2027 on, C1 is a support unit/)).toBeVisible()
  await expectNothingSerious(page)
  await page.getByLabel('Support unit of A2').selectOption('A unit of their own')
  const people = page.getByRole('region', { name: 'The people' })
  await people.getByRole('button', { name: 'Save' }).click()
  await expect(people.getByLabel('Support unit of A2').locator('option:checked')).toHaveText('U3')
  await openSupport(page)
  await expect(page.getByRole('table', { name: 'Support unit U3' }).getByRole('row')).toHaveCount(1 + 12)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('table', { name: 'Support unit U3' })).toHaveCount(0)
})

test('a month that the government pays is not judged, and undo gives it back to the group', async ({
  page,
}) => {
  await openDemoMoney(page, 'Support')
  await openSponsorship(page)
  const payers = page.getByRole('region', { name: 'Who pays which month' })
  await expect(payers.getByText('Months 1 to 12: the group', { exact: true })).toBeVisible()
  await payers.getByText('Change single months').click()
  await payers.getByLabel('Month 3 ·').selectOption('The government')
  await expect(
    payers.getByText('Months 1 to 2: the group · Month 3: the government · Months 4 to 12: the group'),
  ).toBeVisible()
  await expectNothingSerious(page)
  await payers.getByRole('button', { name: 'Save' }).click()
  await openSupport(page)
  const first = page.getByRole('table', { name: 'Support unit U1' })
  const third = first.getByRole('row').nth(3)
  await expect(third).toContainText('Government pays')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(third).not.toContainText('Government pays')
})

test('a later arrival is added with its people and waits for its day', async ({ page }) => {
  await openDemoMoney(page, 'Support')
  await openSponsorship(page)
  await page.getByText('Add people').click()
  await page.getByRole('button', { name: 'One more: Adults' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Arrival 3' })).toBeVisible()
  await expectNothingSerious(page)
  await openSupport(page)
  await expect(page.getByRole('table', { name: 'Support unit U3' })).toContainText('Not arrived yet')
})
