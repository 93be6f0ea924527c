/** The calendar of the demo household, in each of its views, and what opens from it. */
import { expect } from '@playwright/test'
import { dropCalendar } from '../browser/drop-calendar.ts'
import type { Walk } from './walk.ts'

const MADE = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:visit-1@lake',
  'DTSTART;TZID=America/Toronto:20261127T093000',
  'DURATION:PT45M',
  'SUMMARY:Dr. Osei',
  'LOCATION:Lake Clinic',
  'END:VEVENT',
  'END:VCALENDAR',
]

/** Before there is an appointment, and a first one that is begun. */
export async function lookAtEmptyCalendar(walk: Walk, called: string): Promise<void> {
  const { look, button, field, closeDialog } = walk
  await openCalendar(walk)
  await look(`calendar-${called}`)
  await button('calendar.new').click()
  await field('calendar.name').waitFor()
  await look(`appointment-${called}`)
  await closeDialog()
}

async function openCalendar({ page, t, title }: Walk): Promise<void> {
  const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
  await main.getByText(t('common.shell.calendar')).click()
  await title('calendar.title')
}

export async function lookAtCalendar(walk: Walk): Promise<void> {
  const { page, look, t, button, field, dialog, closeDialog } = walk
  await openCalendar(walk)
  await look('calendar-agenda')
  const view = (id: string) => page.getByRole('button', { name: t(`calendar.view.${id}`), exact: true })
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
  await button('calendar.cards').click()
  await dialog().getByLabel(t('calendar.cards.language'), { exact: true }).waitFor()
  await look('calendar-cards')
  await closeDialog()
  await button('calendar.menu').click()
  await page.getByRole('menuitem', { name: t('calendar.export.open') }).click()
  await dialog()
    .getByRole('radio', { name: t('calendar.export.privacy.full') })
    .check()
  await look('calendar-export')
  await closeDialog()
  await button('calendar.menu').click()
  await page.getByRole('menuitem', { name: t('calendar.import.open') }).click()
  await look('calendar-import')
  await dropCalendar(page, MADE)
  await expect(dialog().getByText('Dr. Osei, Lake Clinic')).toBeVisible()
  await look('calendar-import-preview')
  await button('calendar.import.other').click()
  await dropCalendar(page, ['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  await expect(dialog().getByRole('alert')).toBeVisible()
  await look('calendar-import-refused')
  await closeDialog()
  await lookAtOccurrences(walk)
  await page.getByRole('main').getByText(t('calendar.role.interpreter')).first().click()
  await field('calendar.name').waitFor()
  await look('appointment-known')
  await closeDialog()
  await button('calendar.new').click()
  await dialog().getByText('A1', { exact: true }).click()
  await dialog()
    .getByRole('button', { name: t('calendar.role.interpreter') })
    .click()
  await field('calendar.slot.who').selectOption('demo-contact-sorrel')
  await dialog().getByText(t('calendar.never-use.title')).scrollIntoViewIfNeeded()
  await look('appointment-never')
  await page.keyboard.press('Escape')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('money.entry.discard-yes') })
    .click()
  await button('calendar.new').click()
  await field('calendar.name').waitFor()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await look('appointment-refused')
  await closeDialog()
}

/** One of several that repeat, about to be called off, and one that is over. */
async function lookAtOccurrences({ page, look, t, button, field, dialog, closeDialog }: Walk): Promise<void> {
  const main = page.getByRole('main')
  await main.getByText(t('calendar.role.child-care')).first().click()
  await dialog()
    .getByRole('button', { name: t('calendar.menu'), exact: true })
    .click()
  await page.getByRole('menuitem', { name: t('calendar.call-off'), exact: true }).click()
  await page.getByRole('heading', { name: t('calendar.scope-title.cancel') }).waitFor()
  await look('appointment-scope')
  await closeDialog()
  await closeDialog()
  await button('calendar.before').click()
  await main.getByText(t('calendar.status.done')).first().click()
  await field('calendar.name').waitFor()
  await page.getByText(t('calendar.outcome')).scrollIntoViewIfNeeded()
  await look('appointment-past')
  await closeDialog()
  await main.getByRole('button', { name: t('calendar.today'), exact: true }).click()
}
