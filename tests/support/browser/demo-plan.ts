/** The demo household’s plan, on the day that the planning journeys begin. */
import type { Page } from '@playwright/test'
import { FIRST_DAY } from '../journey/arrival-slips.ts'
import { expect } from './test.ts'

export async function openDemoPlan(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date(FIRST_DAY))
  await page.goto('/')
  await page.getByRole('button', { name: 'Try the demo household' }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByText('Plan').click({ timeout: 45_000 })
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeFocused()
}
