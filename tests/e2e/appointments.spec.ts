/** A day with an appointment: made, its places filled, a clash caught, one of a series moved, and what came of it. */
import type { Page } from '@playwright/test'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { ROUNDS } from '../support/journey/combinations.ts'
import { createHands } from '../support/journey/hands.ts'
import { browserMachine, wasPointed } from '../support/journey/machine.ts'
import { journeyWords } from '../support/journey/words.ts'
import { startWalk } from '../support/screens/walk.ts'

test.setTimeout(180_000)
test.use({ actionTimeout: 15_000, contextOptions: { reducedMotion: 'reduce' } })

const SEALING_MS = 60_000

const rowOf = (page: Page, text: string) =>
  page.getByRole('main').getByRole('button').filter({ hasText: text })

for (const { kind, language } of ROUNDS)
  test(`is made, filled, moved, printed and kept, by ${kind}, in ${language}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const machine = await browserMachine(page)
    const { t, title, field, button, dialog } = await startWalk(page, 'none', language, [])
    // From here on a hand that holds to the keyboard touches nothing else.
    await page.evaluate(() => document.documentElement.removeAttribute('data-pointed'))
    const hands = createHands(kind, () => page)
    const inDialog = (id: string) => dialog().getByRole('button', { name: t(id), exact: true })
    const summary = (id: string) =>
      dialog()
        .locator('summary')
        .filter({ hasText: t(id) })
    const said = (en: string, fr: string) => (language === 'fr' ? fr : en)
    const name = said('Appointment, south shore', 'Rendez-vous, rive sud')
    const corner = said('Corner of Dupont and Fifth', 'Coin Dupont et Cinquième')
    const undo = page
      .getByRole('region', { name: t('common.toasts') })
      .getByRole('button', { name: t('common.undo') })
      .last()
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
    await title('today.title', SEALING_MS)
    // What nobody has taken stands on Today.
    await expect(page.getByText(t('calendar.open-places', { count: 2 })).first()).toBeVisible()
    const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
    await hands.call('g a', main.getByRole('button', { name: t('common.shell.calendar'), exact: true }))
    await title('calendar.title')

    await hands.call('n', button('calendar.new'))
    await hands.type(field('calendar.name'), name)
    await hands.type(field('calendar.date'), '2026-11-25')
    await hands.type(field('calendar.start'), '10:30')
    await hands.type(field('calendar.end'), '12:00')
    await hands.choose(field('calendar.repeat'), t('calendar.repeat-choice.week'))
    await hands.type(field('calendar.where'), corner)
    await hands.mark(dialog().getByRole('checkbox', { name: 'C1', exact: true }))
    // The child is elsewhere at that time: said before it is saved.
    await expect(dialog().getByText(t('calendar.clash-title'))).toBeVisible()
    await expect(dialog().getByText(said('C1: also', 'C1\u00a0: aussi'))).toBeVisible()
    await hands.press(inDialog('calendar.role.driver'))
    await hands.choose(field('calendar.slot.who'), 'Heron')
    await hands.press(summary('calendar.care'))
    await hands.type(field('calendar.care-field.placeName'), 'Clinique du Lac')
    await expectNothingSerious(page)
    await hands.press(inDialog('common.save'))
    await expect(dialog()).toHaveCount(0)
    await expect(rowOf(page, name)).toHaveCount(4)
    await expect(rowOf(page, name).first()).toContainText('Heron')
    // What it is for is nowhere but in its own form.
    await expect(page.getByText('Clinique du Lac')).toHaveCount(0)

    // One of them is moved; the others stay.
    const [before, after] = language === 'fr' ? ['10 h 30', '14 h'] : ['10:30', '2:00']
    await hands.press(rowOf(page, name).nth(1))
    await hands.type(field('calendar.start'), '14:00')
    await hands.type(field('calendar.end'), '15:00')
    await hands.press(inDialog('common.save'))
    await hands.mark(dialog().getByRole('radio', { name: t('calendar.scope.this') }))
    await hands.press(inDialog('common.save'))
    await expect(dialog()).toHaveCount(0)
    await expect(rowOf(page, name).nth(1)).toContainText(after)
    await expect(rowOf(page, name).nth(2)).toContainText(before)
    await hands.call('Control+z', undo)
    await expect(rowOf(page, name).nth(1)).toContainText(before)

    // The driver's sheet has when and where, and nothing of what only Care knows.
    await hands.press(button('calendar.rides'))
    await hands.choose(field('calendar.rides.who'), 'Heron')
    await expect(dialog().getByText(corner)).toBeVisible()
    await expect(dialog().getByText('Clinique')).toHaveCount(0)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByTestId('rides-paper').getByText(corner)).toBeVisible()
    await expect(page.getByTestId('rides-paper')).not.toContainText('Clinique')
    await expect(dialog()).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await hands.press(button('common.close'))

    // The card for the fridge, in the newcomer's language: a draft prints only for checking.
    await hands.press(rowOf(page, name).first())
    await hands.press(inDialog('calendar.cards.card'))
    const languages = field('calendar.cards.language')
    const arabic = languages.locator('option').filter({ hasText: t('calendar.cards.language.ar') })
    await hands.choose(languages, (await arabic.textContent()) ?? '')
    await expect(dialog().getByText(t('calendar.cards.draft'), { exact: true })).toBeVisible()
    const card = dialog().locator('[dir=rtl]').first()
    await expect(card).toBeVisible()
    await expect(dialog()).not.toContainText('Clinique')
    await page.keyboard.press('Escape')

    // Afterwards.
    if ((await page.getByRole('dialog').count()) === 0) await hands.press(rowOf(page, name).first())
    await hands.press(summary('calendar.outcome'))
    await hands.type(field('calendar.outcome.km'), '22')
    await hands.type(field('calendar.outcome.hours'), '2')
    await hands.press(inDialog('calendar.outcome.done'))
    await expect(rowOf(page, name).first()).toContainText(t('calendar.status.done'))
    await expect(rowOf(page, name).nth(1)).not.toContainText(t('calendar.status.done'))
    await hands.press(rowOf(page, name).first())
    await expect(field('calendar.outcome.km')).toHaveValue('22')
    await page.keyboard.press('Escape')
    if (kind === 'keyboard') expect(await wasPointed(page)).toBe(false)
    await machine.remove()
  })

test('is found again in each view without dragging, in English', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  const { t, title, field, dialog } = await startWalk(page, 'none', 'en', [])
  await page.getByRole('button', { name: t('setup.welcome.demo') }).click()
  await title('today.title', SEALING_MS)
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
  await expect(page.getByRole('dialog')).toHaveCount(0)
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
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await title('today.title')
  const coming = page
    .getByRole('region', { name: t('today.week.appointments') })
    .getByRole('link')
    .first()
  const name = await coming.innerText()
  await coming.focus()
  await page.keyboard.press('Enter')
  await expect(field('calendar.name')).toHaveValue(name)
  await page.keyboard.press('Escape')
  await title('calendar.title')
  // Every word of it is there in both languages.
  expect(journeyWords('fr').t('calendar.title')).not.toBe(t('calendar.title'))
})
