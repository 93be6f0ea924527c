/** Saving the report in its four shapes, without names and, asked for once, with them. */
import { expect } from '@playwright/test'
import { payeeNames } from './bank-files.ts'
import type { Journey } from './first-evening.ts'
import type { SavedFile } from './machine.ts'
import { checkCsv, checkJournal, checkPdf, checkWorkbook, type PeriodFigures, textIn } from './other-tools.ts'
import { plainSpaces } from './words.ts'

/** With its entry list, where a payee would stand if one stood anywhere. */
export async function saveAndCheckReports(journey: Journey, figures: PeriodFigures): Promise<void> {
  const { machine, hands, words } = journey
  const { t } = words
  const page = machine.page()
  await hands.mark(page.getByRole('checkbox', { name: t('reports.entries') }))
  const csv = await saveCsv(journey)
  const xlsx = await machine.save(() =>
    hands.press(page.getByRole('button', { name: t('reports.save.xlsx'), exact: true })),
  )
  const journal = await machine.save(async () => {
    await hands.press(page.getByRole('button', { name: t('reports.save.more') }))
    await hands.press(page.getByRole('menuitem', { name: t('reports.save.journal') }))
  })
  const pdf = await machine.savePdf(() =>
    hands.press(page.getByRole('button', { name: t('reports.save.pdf') })),
  )
  await checkCsv(csv.path, figures)
  checkWorkbook(xlsx.path, figures, words)
  checkJournal(journal.path, figures)
  checkPdf(pdf.path, figures, words)
  await expectNoNames([csv, xlsx, journal, pdf])
}

const saveCsv = ({ machine, hands, words }: Journey): Promise<SavedFile> =>
  machine.save(() =>
    hands.press(machine.page().getByRole('button', { name: words.t('reports.save.csv'), exact: true })),
  )

async function expectNoNames(files: readonly SavedFile[]): Promise<void> {
  const found: string[] = []
  for (const { name, path } of files) {
    const text = plainSpaces(`${name}\n${await textIn(path)}`).toLowerCase()
    for (const payee of payeeNames) if (text.includes(payee.toLowerCase())) found.push(`${payee} in ${name}`)
  }
  expect(found).toEqual([])
}

/** The other way round: names are in the one file for which they were asked, after each was shown. */
export async function saveWithNames({ machine, hands, words }: Journey): Promise<void> {
  const { t } = words
  const page = machine.page()
  const box = page.getByRole('checkbox', { name: t('reports.names') })
  await hands.mark(box)
  const file = await machine.save(async () => {
    await hands.press(page.getByRole('button', { name: t('reports.save.csv'), exact: true }))
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Okafor' })).not.toHaveCount(0)
    await hands.press(dialog.getByRole('button', { name: t('reports.names.confirm') }))
  })
  expect(await textIn(file.path)).toContain('Okafor')
  await expect(box).not.toBeChecked()
}
