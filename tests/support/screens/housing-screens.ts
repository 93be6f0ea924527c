/** The screens of Housing: with nothing in it, and with the demo household's homes. */
import type { Walk } from './walk.ts'

export async function lookAtEmptyHousing({ look, housing }: Walk, called: string): Promise<void> {
  await housing('board', 'housing.title')
  await look(`homes-${called}`)
  await housing('list', 'housing.list')
  await look(`home-list-${called}`)
}

export async function lookAtHousing(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, housing, closeDialog } = walk
  await housing('board', 'housing.title')
  await look('homes')
  const cards = page.locator('[data-card]')
  await cards.first().locator('xpath=ancestor::li').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: t('housing.do.reject') }).click()
  await dialog().getByRole('textbox').waitFor()
  await dialog()
    .getByRole('button', { name: t('housing.reject.confirm') })
    .click()
  await look('home-reject')
  await closeDialog()
  await button('housing.new').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('home-dialog')
  await dialog()
    .getByRole('radio', { name: t('housing.use.temporary') })
    .check()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await look('home-dialog-temporary')
  await page.keyboard.press('Escape')
  await button('money.entry.discard-yes').click()
  await page
    .getByRole('region', { name: t('housing.stage.viewed') })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { level: 2, name: t('housing.contacts') }).waitFor()
  await look('home')
  await button('housing.log').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('contact-dialog')
  await closeDialog()
  await housing('list', 'housing.list')
  await look('home-list')
  await button('housing.more').click()
  await page.getByRole('menuitem', { name: t('housing.trash') }).click()
  await look('home-trash')
  await closeDialog()
}
