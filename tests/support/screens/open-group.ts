/** The screens of an open group: with nothing in it, and with a household's money. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from '@playwright/test'
import { printedPdf, sendFile } from '../browser/given-files.ts'
import type { Walk } from './walk.ts'

const PHOTO = resolve(import.meta.dirname, '../pictures/turned.jpg')

/** `called` tells apart how far the group is. */
export async function lookAtEmpty(walk: Walk, called: string): Promise<void> {
  const { page, look, t, area, money, tab } = walk
  await area('today')
  await look(`today-${called}`)
  for (const screen of ['entries', 'coming', 'accounts', 'budget', 'support', 'allowance'] as const) {
    await money(screen)
    await look(`${screen}-${called}`)
  }
  await money('import', 'import.title')
  await look(`import-${called}`)
  await area('reports')
  await expect(page.getByText(t('reports.empty'), { exact: true })).toBeVisible()
  await look(`reports-${called}`)
  await area('settings')
  await tab('settings.tab.sponsorship')
  await look(`settings-sponsorship-${called}`)
}

export async function lookAtSettings(walk: Walk): Promise<void> {
  const { look, area, tab } = walk
  await area('settings')
  await tab('settings.tab.group')
  await look('settings-group')
  await tab('settings.tab.sponsorship')
  await look('settings-sponsorship')
  await tab('settings.tab.safety')
  await look('settings-safety')
  await tab('settings.tab.laptop')
  await look('settings-laptop')
  await tab('settings.tab.protected')
  await look('settings-protected')
}

/** What only a group of its own has; the demo keeps nothing. */
export async function lookAtOwnSettings(walk: Walk): Promise<void> {
  const { look, button, dialog, tab, closeDialog } = walk
  await tab('settings.tab.safety')
  await button('settings.passphrase.change').click()
  await look('change-passphrase')
  await tab('settings.tab.laptop')
  await button('settings.remove.open').click()
  await dialog().getByRole('textbox').waitFor()
  await look('remove-dialog')
  await closeDialog()
}

export async function lookAtShell(walk: Walk): Promise<void> {
  const { page, look, t, button, link, title, area, closeDialog } = walk
  await area('today')
  await look('today')
  await button('common.shell.hide-amounts').click()
  await look('today-amounts-hidden')
  await button('common.shell.show-amounts').click()
  await link('today.changes.all').click()
  await title('today.changes')
  await look('what-changed')
  await button('today.changes.back').click()
  await title('today.title')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: t('common.palette.title') }).waitFor()
  await look('palette')
  await page.keyboard.type('1')
  await page.getByText(t('common.palette.found'), { exact: true }).waitFor()
  await look('palette-found')
  await closeDialog()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: t('common.shortcuts.title') }).waitFor()
  await look('shortcuts')
  await closeDialog()
}

/** The papers of an entry, and each kind of them looked at. */
export async function lookAtPapers(walk: Walk): Promise<void> {
  const { page, look, t, button, closeDialog, dialog, money } = walk
  await money('entries')
  await button('money.entry.new').click()
  const zone = page.getByRole('group', { name: t('money.papers') })
  await sendFile(zone, 'drop', 'Recu-bouilloire.pdf', await printedPdf(page))
  await expect(zone.getByRole('listitem')).toHaveCount(1)
  await sendFile(zone, 'drop', 'photo.jpg', readFileSync(PHOTO))
  await expect(zone.getByRole('listitem')).toHaveCount(2)
  await sendFile(zone, 'drop', 'IMG_0417.HEIC', Buffer.from('....ftypheic........'))
  await zone.getByRole('alert').scrollIntoViewIfNeeded()
  await look('entry-papers')
  await zone.getByRole('link', { name: 'Recu-bouilloire.pdf' }).click()
  await expect(page.locator('figure[data-drawn]').first()).toBeVisible()
  await look('paper-pdf')
  await dialog()
    .getByRole('button', { name: t('common.paper.next') })
    .click()
  await page.getByRole('img', { name: 'photo.jpg' }).waitFor()
  await look('paper-picture')
  await closeDialog()
  // The form has the focus again one frame after what lay over it is gone.
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') != null)
  await page.keyboard.press('Escape')
  await button('money.entry.discard-yes').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

export async function lookAtEntries(walk: Walk): Promise<void> {
  const { page, look, t, button, field, dialog, money, closeDialog } = walk
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
  const menu = (id: string) => page.getByRole('menuitem', { name: t(id) })
  await money('entries')
  await look('entries')
  await rows.nth(1).getByRole('checkbox').check()
  await rows.nth(2).getByRole('checkbox').check()
  await look('entries-chosen')
  await page.getByRole('button', { name: t('money.choose-none') }).click()
  await page.getByRole('searchbox').fill('zzz')
  await look('entries-none-found')
  await button('money.show-all').click()

  await button('money.more').click()
  await look('entries-menu', async () => {
    if (!(await menu('money.rules').isVisible())) await button('money.more').click()
  })
  await menu('money.rules').click()
  await look('rules-dialog')
  await closeDialog()
  await button('money.more').click()
  await menu('money.trash').click()
  await look('trash-dialog')
  await closeDialog()

  await button('money.entry.new').click()
  await field('money.amount').waitFor()
  await look('entry-form')
  await dialog()
    .getByRole('button', { name: t('money.entry.save-next') })
    .click()
  await look('entry-form-refused')
  await field('money.amount').fill('60')
  await dialog()
    .getByRole('button', { name: t('money.split') })
    .click()
  await dialog().getByText(t('money.more-fields')).click()
  await look('entry-form-split')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  await look('entry-form-leave')
  await button('money.entry.discard-yes').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await rows.nth(2).focus()
  await page.keyboard.press('Enter')
  await dialog().getByText(t('money.history')).click()
  await look('entry-history')
  await closeDialog()
}

export async function lookAtAccounts(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, money, closeDialog } = walk
  const first = (id: string) => page.getByRole('button', { name: t(id) }).first()
  await money('accounts')
  await look('accounts')
  await button('money.account.add').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('account-dialog')
  await closeDialog()
  await first('money.statement.enter').click()
  await look('statement-dialog')
  await closeDialog()
  await first('money.reconcile').click()
  await dialog().waitFor()
  await look('reconcile-dialog')
  await closeDialog()
  await first('money.owed.pay').click()
  await look('pay-back-dialog')
  await closeDialog()
}

export async function lookAtBudget(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, money, closeDialog } = walk
  await money('budget')
  await look('budget')
  await page
    .getByRole('link', { name: t('money.line.rent'), exact: true })
    .first()
    .click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('line-dialog')
  await dialog()
    .getByRole('radio', { name: t('money.plan.by-month') })
    .check()
  await look('line-dialog-by-month')
  await closeDialog()
  await money('allowance')
  await look('allowance')
  await money('support')
  await look('support')
  await button('money.minimum.add').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('minimum-dialog')
  await closeDialog()
}

export async function lookAtReports(walk: Walk): Promise<void> {
  const { page, look, t, button, area, closeDialog } = walk
  const radio = (id: string) => page.getByRole('radio', { name: new RegExp(`^${t(id)}`) })
  await area('reports')
  await page.getByRole('article').first().waitFor()
  await look('reports')
  const entry = page.getByRole('menuitem', { name: t('reports.save.journal') })
  await look('reports-formats', async () => {
    if (!(await entry.isVisible())) await button('reports.save.more').click()
  })
  await page.keyboard.press('Escape')
  await radio('reports.audience.sah').check()
  await look('reports-sah')
  await radio('reports.audience.donors').check()
  await look('reports-donors')
  await radio('reports.audience.group').check()
  await page.getByRole('checkbox', { name: t('reports.names') }).check()
  await button('reports.save.csv').click()
  await page.getByRole('dialog').waitFor()
  await look('payee-names-dialog')
  await closeDialog()
}
