/** A day with an appointment: made, its places filled, a clash caught, one of a series moved, and what came of it. */
import type { Page } from '@playwright/test'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { journeyWords } from '../support/journey/words.ts'
import { startWalk } from '../support/screens/walk.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const SEALING_MS = 60_000

async function openCalendar(page: Page, language: 'en' | 'fr') {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  const walk = await startWalk(page, 'none', language, [])
  await page.getByRole('button', { name: walk.t('setup.welcome.demo') }).click()
  await walk.title('today.title', SEALING_MS)
  return walk
}

const rowOf = (page: Page, text: string) =>
  page.getByRole('main').getByRole('button').filter({ hasText: text })

test('is made, filled, moved and kept, by mouse, in French', async ({ page }) => {
  const { t, title, field, button, dialog } = await openCalendar(page, 'fr')
  // What nobody has taken stands on Today.
  await expect(page.getByText(t('calendar.open-places', { count: 2 })).first()).toBeVisible()
  const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
  await main.getByText(t('common.shell.calendar')).click()
  await title('calendar.title')

  await button('calendar.new').click()
  await field('calendar.name').fill('Rendez-vous, rive sud')
  await field('calendar.date').fill('2026-11-25')
  await field('calendar.date').press('Tab')
  await field('calendar.start').fill('10:30')
  await field('calendar.end').fill('12:00')
  await field('calendar.repeat').selectOption('week')
  await field('calendar.where').fill('Coin Dupont et Cinquième')
  await dialog().getByText('C1', { exact: true }).click()
  // The child is elsewhere at that time: said before it is saved.
  await expect(dialog().getByText(t('calendar.clash-title'))).toBeVisible()
  await expect(dialog().getByText(/C1\s: aussi .*quartier nord/)).toBeVisible()
  await dialog()
    .getByRole('button', { name: t('calendar.role.driver') })
    .click()
  await field('calendar.slot.who').selectOption('Heron')
  await dialog().getByText(t('calendar.care')).click()
  await field('calendar.care-field.placeName').fill('Clinique du Lac')
  await expectNothingSerious(page)
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await expect(dialog()).toHaveCount(0)
  await expect(rowOf(page, 'rive sud')).toHaveCount(4)
  await expect(rowOf(page, 'rive sud').first()).toContainText('Heron')
  // What it is for is nowhere but in its own form.
  await expect(page.getByText('Clinique du Lac')).toHaveCount(0)

  // One of them is moved; the others stay.
  await rowOf(page, 'rive sud').nth(1).click()
  await field('calendar.start').fill('14:00')
  await field('calendar.end').fill('15:00')
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await dialog()
    .getByRole('radio', { name: t('calendar.scope.this') })
    .check()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await expect(dialog()).toHaveCount(0)
  await expect(rowOf(page, 'rive sud').nth(1)).toContainText('14 h')
  await expect(rowOf(page, 'rive sud').nth(2)).toContainText('10 h 30')
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'rive sud').nth(1)).toContainText('10 h 30')

  // The driver's sheet has when and where, and nothing of what only Care knows.
  await button('calendar.rides').click()
  await field('calendar.rides.who').selectOption('Heron')
  await expect(dialog().getByText('Coin Dupont et Cinquième')).toBeVisible()
  await expect(dialog().getByText('Clinique')).toHaveCount(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('rides-paper').getByText('Coin Dupont et Cinquième')).toBeVisible()
  await expect(page.getByTestId('rides-paper')).not.toContainText('Clinique')
  await expect(dialog()).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await button('common.close').click()

  // Afterwards.
  await rowOf(page, 'rive sud').first().click()
  await dialog().getByText(t('calendar.outcome'), { exact: true }).click()
  await field('calendar.outcome.km').fill('22')
  await dialog()
    .getByRole('button', { name: t('calendar.outcome.done') })
    .click()
  await expect(rowOf(page, 'rive sud').first()).toContainText(t('calendar.status.done'))
  await expect(rowOf(page, 'rive sud').nth(1)).not.toContainText(t('calendar.status.done'))
})

test('is made and found again without a mouse, in English', async ({ page }) => {
  const { t, title, field, dialog } = await openCalendar(page, 'en')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await title('calendar.title')
  await page.keyboard.press('n')
  await field('calendar.name').waitFor()
  await field('calendar.name').focus()
  await page.keyboard.type('Appointment, east end')
  await field('calendar.where').focus()
  await page.keyboard.type('Main gate')
  await page.keyboard.press('Enter')
  await expect(dialog()).toHaveCount(0)
  await rowOf(page, 'east end').focus()
  await page.keyboard.press('Enter')
  await expect(field('calendar.where')).toHaveValue('Main gate')
  await page.keyboard.press('Escape')
  for (const view of ['day', 'week', 'month']) {
    await page.getByRole('button', { name: t(`calendar.view.${view}`), exact: true }).focus()
    await page.keyboard.press('Enter')
    const event = page.getByTestId('time-grid').getByRole('button', { name: /east end/ })
    await event.focus()
    await page.keyboard.press('Enter')
    await expect(field('calendar.where')).toHaveValue('Main gate')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  // Every word of it is there in both languages.
  expect(journeyWords('fr').t('calendar.title')).not.toBe(t('calendar.title'))
})
