/** Every turn that an import can take: guessed, asked about, mapped by hand, refused, nothing new, done, taken back. */
import { expect } from '@playwright/test'
import { dropBankFile } from '../browser/demo-money.ts'
import { accountTable } from '../imports/account-table.ts'
import { bankBytes, bankText } from '../imports/write-bank-files.ts'
import type { Walk } from './walk.ts'

export async function lookAtImport(walk: Walk): Promise<void> {
  const { page, look, t, button, money } = walk
  await money('import', 'import.title')
  await look('import')
  await page.getByText(t('import.how'), { exact: true }).click()
  await look('import-how')

  const whole = bankText('td.csv', accountTable)
  await dropBankFile(page, 'cut.csv', whole.slice(0, whole.length - 20))
  await page.getByText(t('import.problem.title')).waitFor()
  await look('import-refused')
  await button('import.other-file').click()

  const asked = ['Date,Description,Amount', '03/04/2026,Rent,-900.00', '05/06/2026,Grant,1200.00', '']
  await dropBankFile(page, 'own.csv', asked.join('\n'))
  await page.getByText(t('import.problem.question-title')).waitFor()
  await look('import-question')
  await button('import.other-file').click()

  await dropBankFile(page, 'strange.csv', '2026-03-01;Finch Mobile;x;41,20\n2026-03-11;Grant;y;-900,00\n')
  await page.getByText(t('import.columns.title')).waitFor()
  await look('import-columns')
  await button('import.other-file').click()
  await lookAtPreview(walk)
}

async function lookAtPreview({ page, look, t, button }: Walk): Promise<void> {
  await dropBankFile(page, 'accountactivity.csv', bankBytes('td.csv', accountTable))
  const apply = page.getByRole('button', { name: t('import.apply', { count: 173 }) })
  await apply.waitFor()
  await look('import-preview')
  await page.getByText(t('import.names.question')).click()
  await page.getByText(/TD/).first().click()
  await look('import-preview-opened')
  await apply.click()
  await expect(page.getByText(t('import.done', { count: 173 }))).toBeVisible()
  await look('import-done')
  await button('import.another').click()
  await dropBankFile(page, 'again.csv', bankBytes('td.csv', accountTable))
  await page.getByText(t('import.nothing-new'), { exact: true }).waitFor()
  await look('import-nothing-new')
  await button('import.other-file').click()
  await look('import-history')
}
