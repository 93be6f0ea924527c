/** The calendar of the demo household, in each of its views, and what opens from it. */
import { expect } from '@playwright/test'
import type { Walk } from './walk.ts'

export async function lookAtCalendar(walk: Walk): Promise<void> {
  const { page, look, t, button, field, dialog, title, closeDialog } = walk
  const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
  const view = (id: string) => page.getByRole('button', { name: t(`calendar.view.${id}`), exact: true })
  await main.getByText(t('common.shell.calendar')).click()
  await title('calendar.title')
  await look('calendar-agenda')
  for (const id of ['day', 'week', 'month']) {
    await view(id).click()
    await expect(page.getByTestId('time-grid')).toBeVisible()
    await look(`calendar-${id}`)
  }
  await view('agenda').click()
  await button('calendar.rides').click()
  await field('calendar.rides.who').selectOption('Heron')
  await look('calendar-rides')
  await closeDialog()
  await button('calendar.menu').click()
  await page.getByRole('menuitem', { name: t('calendar.export.open') }).click()
  await dialog()
    .getByRole('radio', { name: t('calendar.export.privacy.full') })
    .check()
  await look('calendar-export')
  await closeDialog()
  await page.getByRole('main').getByText(t('calendar.role.interpreter')).first().click()
  await field('calendar.name').waitFor()
  await look('appointment-known')
  await closeDialog()
  await button('calendar.new').click()
  await field('calendar.name').waitFor()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await look('appointment-refused')
  await closeDialog()
}
