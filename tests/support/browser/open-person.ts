/** The demo household in a browser, at the page of one of its people. */
import { expect, type Page } from '@playwright/test'
import { SEALING_MS, startWalk, type Walk } from '../screens/walk.ts'

/** On the day for which the demo's story is told in the specs. */
export async function openPerson(page: Page, language: 'en' | 'fr', label: string): Promise<Walk> {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  const walk = await startWalk(page, 'none', language, [])
  await page.getByRole('button', { name: walk.t('setup.welcome.demo') }).click()
  await walk.title('today.title', SEALING_MS)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: walk.t('common.palette.title') }).fill(label)
  await page.getByRole('option', { name: label }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: label, exact: true })).toBeVisible()
  return walk
}
