/** What Care keeps about a person: papers, agreements, and the copy of everything held. */
import { printedPdf, sendFile } from '../browser/given-files.ts'
import type { Walk } from './walk.ts'

async function openFirstPerson({ page, people }: Walk): Promise<void> {
  await people('household')
  await page.getByRole('link', { name: 'A1', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'A1', exact: true }).waitFor()
}

export async function lookAtPersonPapers(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, closeDialog } = walk
  await openFirstPerson(walk)
  const more = page.getByRole('button', { name: t('papers.more', { name: t('papers.kind.health-card') }) })
  const item = (id: string) => page.getByRole('menuitem', { name: t(id) })
  await look('person-papers-menu', async () => {
    if (await item('papers.open').isVisible()) await page.keyboard.press('Escape')
    await more.click()
  })
  await item('papers.open').click()
  await dialog()
    .getByText(t('papers.earlier', { count: 1 }))
    .click()
  await look('paper-known')
  await closeDialog()
  await sendFile(
    page.getByRole('group', { name: t('papers.zone') }),
    'drop',
    'Numerisation.pdf',
    await printedPdf(page),
  )
  await dialog()
    .getByRole('group', { name: t('papers.files') })
    .getByRole('listitem')
    .waitFor()
  await look('paper-new')
  await page.keyboard.press('Escape')
  await button('money.entry.discard-yes').click()
}

export async function lookAtConsents(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, closeDialog } = walk
  await openFirstPerson(walk)
  await button('papers.consent.add').click()
  await button('papers.consent.place-add').click()
  await look('consent-new')
  await page.keyboard.press('Escape')
  await button('money.entry.discard-yes').click()
  await page
    .getByRole('button', { name: t('papers.more', { name: t('papers.consent.subject.photo') }) })
    .click()
  await page.getByRole('menuitem', { name: t('papers.consent.withdraw') }).click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('consent-withdraw')
  await closeDialog()
}

export async function lookAtHeld(walk: Walk): Promise<void> {
  const { look, button, dialog, closeDialog } = walk
  await openFirstPerson(walk)
  await button('papers.held.button').click()
  await dialog().getByRole('article').waitFor()
  await look('held')
  await button('papers.held.save').click()
  await dialog().getByRole('listitem').first().waitFor()
  await look('held-leaves')
  await closeDialog()
  await closeDialog()
}
