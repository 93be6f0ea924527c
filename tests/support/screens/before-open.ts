/** What stands outside an open group: the first run, the set-up step by step, the locked screen, the ways back in. */
import { expect, type Page } from '@playwright/test'
import { SEALING_MS, type Walk } from './walk.ts'

export async function lookAtFirstRun(walk: Walk): Promise<void> {
  const { page, look, t, button, title } = walk
  await title('setup.welcome.title')
  await look('first-run')
  await page.getByText(t('setup.welcome.protected')).click()
  await look('first-run-protected')
  await page.getByRole('button', { name: t('setup.welcome.copy') }).click()
  await title('setup.copy.title')
  await look('open-copy')
  await page.getByRole('radio', { name: t('setup.copy.by-sheet') }).check()
  await button('lock.recover.open').click()
  await look('open-copy-by-sheet-refused')
  await button('common.back').click()
}

/** Gives the passphrase. Ends at the step of the sponsorship, with nothing answered. */
export async function lookAtProtecting(walk: Walk): Promise<string> {
  const { page, look, t, button, link, field, title } = walk
  await page.getByRole('button', { name: t('setup.welcome.start') }).click()
  await title('setup.group.title')
  await look('set-up-group')
  await field('setup.group.name').fill('Maple street')
  await field('setup.group.paper').fill('Rainbow parish')
  await look('set-up-group-telling')
  await field('setup.group.paper').fill(t('setup.group.paper-default'))
  await button('setup.continue').click()
  await title('setup.lock.title')
  const words = page.getByTestId('passphrase-words')
  await expect(words).toHaveText(/^\p{L}+( \p{L}+){4,5}$/u)
  const passphrase = await words.innerText()
  await look('set-up-lock')
  await link('setup.passphrase.use-own').click()
  await field('setup.passphrase.own').fill('maple street')
  await expect(page.getByText(t('setup.passphrase-advice.too-easy'))).toBeVisible()
  await button('setup.lock.use-own').click()
  await look('set-up-lock-own-refused')
  await link('setup.passphrase.use-words').click()
  await button('setup.lock.use-words', { count: passphrase.split(' ').length }).click()
  await title('setup.sheet.title', SEALING_MS)
  await lookAtSheet(walk)
  return passphrase
}

async function lookAtSheet({ page, look, t, button, field, title }: Walk): Promise<void> {
  await look('set-up-sheet')
  await button('setup.sheet.show').click()
  await field('setup.sheet.prove').fill('QQQQ QQQQ')
  await button('setup.sheet.check').click()
  await expect(page.getByText(t('setup.sheet.wrong'))).toBeVisible()
  await look('set-up-sheet-by-hand-wrong')
  await button('setup.sheet.later').click()
  await page.getByRole('alertdialog').waitFor()
  await look('set-up-sheet-later')
  await button('setup.sheet.later-yes').click()
  await title('setup.sponsorship.title')
}

/** From the step of the sponsorship to the end of the set-up. */
export async function lookAtQuestions({ page, look, t, button, field, title }: Walk): Promise<void> {
  const radio = (id: string) => page.getByRole('radio', { name: t(id) })
  await title('setup.sponsorship.title')
  await look('set-up-sponsorship')
  await radio('setup.program-name.sah').check()
  await field('setup.province').selectOption({ label: t('setup.province.ON') })
  const town = page.getByRole('combobox', { name: t('setup.town') })
  const ottawa = page.getByRole('option', { name: 'Ottawa', exact: true })
  await look('set-up-sponsorship-towns', async () => {
    await town.fill('')
    await town.pressSequentially('Ott')
    await ottawa.waitFor()
  })
  await ottawa.click()
  await radio('setup.arrival-state.landed').check()
  await button('setup.continue').click()
  await look('set-up-sponsorship-date-missing')
  await radio('setup.arrival-state.unknown').check()
  await button('setup.continue').click()
  await title('setup.people.title')
  await look('set-up-people')
  await button('common.stepper.more', { label: t('setup.count.adults') }).click()
  await button('common.stepper.more', { label: t('setup.count.children6to17') }).click()
  await radio('setup.turns-18-answer.known').check()
  await radio('setup.people.more-later-yes').check()
  await look('set-up-people-many')
  await button('setup.continue').click()
  await title('setup.money.title')
  await look('set-up-money')
  await field('setup.rent').fill('1450')
  await button('setup.money.show-budget').click()
  await title('setup.budget.title')
  await look('set-up-budget')
  await button('setup.budget.use').click()
  await title('setup.done.title')
  await look('set-up-done')
  await button('setup.done.later').click()
  await title('today.title')
}

/** Locks the group; ends where a passphrase is asked for. */
export async function lookAtLocked(walk: Walk): Promise<void> {
  const { page, look, t, button, link, title } = walk
  const isFresh = page.waitForEvent('load')
  await button('common.shell.lock').click()
  await isFresh
  await title('lock.title')
  await look('locked')
  await page.getByRole('textbox', { name: t('lock.passphrase') }).fill('not the right words')
  await button('lock.unlock').click()
  await page.getByRole('alert').waitFor({ timeout: SEALING_MS })
  await look('locked-wrong')
  await link('lock.forgotten').click()
  await title('lock.forgotten.title')
  await look('recovery')
  await page.getByText(t('lock.recover.with-copy')).click()
  await button('lock.recover.open').click()
  await look('recovery-refused')
  await button('common.back').click()
}

/** A second window of the same group. */
export async function lookAtAlreadyOpen(walk: Walk, second: Page): Promise<void> {
  await walk.title('lock.already-open.title')
  await walk.look('already-open')
  await second.close()
}
