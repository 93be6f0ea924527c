/** What recurs in the money: missed, due, to come, and the dialogs that post, move and change it. */
import { dropBankFile } from '../browser/demo-money.ts'
import type { Walk } from './walk.ts'

export async function lookAtComing(walk: Walk): Promise<void> {
  const { page, look, t, button, field, dialog, money, closeDialog } = walk
  const firstMenu = () => page.getByRole('main').getByRole('listitem').first().getByRole('button').last()
  const menu = (id: string) => page.getByRole('menuitem', { name: t(id), exact: true })
  await money('coming')
  await page.getByText(t('recurring.done'), { exact: true }).click()
  await look('coming')
  await look('coming-menu', async () => {
    if (await menu('recurring.skip').isVisible()) await page.keyboard.press('Escape')
    await firstMenu().click()
  })
  await menu('recurring.move').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('coming-move')
  await closeDialog()
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('coming-post')
  await closeDialog()
  await button('recurring.new').click()
  await field('money.amount').fill('400')
  await dialog().getByLabel(t('money.type'), { exact: true }).selectOption('income')
  await field('recurring.start').fill('2026-09-30')
  await dialog()
    .getByRole('button', { name: t('common.save'), exact: true })
    .click()
  await dialog().waitFor({ state: 'detached' })
  await firstMenu().click()
  await menu('recurring.edit').click()
  await field('recurring.start').waitFor()
  await field('recurring.start').fill('2026-11-30')
  await look('recurring-form')
  await page.keyboard.press('Escape')
  await button('money.entry.discard-yes').click()
  await dialog().waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await lookAtNear(walk)
}

/** A row of the bank that may be what is expected: asked, and answered. */
async function lookAtNear({ page, look, button, money }: Walk): Promise<void> {
  await money('import', 'import.title')
  const rows = ['11/30/2026,RENT LINDEN ST,1925.50,,9000.00', '11/30/2026,GROCER 12,64.10,,8935.90', '']
  await dropBankFile(page, 'accountactivity.csv', rows.join('\r\n'))
  await button('import.near.yes').waitFor()
  await look('import-near')
  await button('import.near.yes').click()
  await button('import.near.no').waitFor()
  await look('import-near-answered')
  await button('import.other-file').click()
  await money('coming')
}
