/** What Care keeps about a person: papers with their pictures and versions. With a mouse in English, by keys in French. */
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { printedPdf, sendFile } from '../support/browser/given-files.ts'
import { openPerson } from '../support/browser/open-person.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const ROUNDS = [
  ['mouse', 'en'],
  ['keyboard', 'fr'],
] as const

for (const [kind, language] of ROUNDS)
  test(`a paper is noted, masked, replaced and made a task of, by ${kind} in ${language}`, async ({
    page,
  }) => {
    const { t, button, dialog, field } = await openPerson(page, language, 'A1')
    const hands = createHands(kind, () => page)
    const table = page.getByRole('table', { name: t('papers.section') })
    const row = (name: string) => table.getByRole('row').filter({ hasText: name })
    const ifhp = row(t('papers.kind.ifhp'))
    await expect(ifhp).toContainText(t('papers.expires-in', { count: 5 }))
    // Masked until asked for.
    await expect(table).not.toContainText('DEMO-2201')
    await hands.press(ifhp.getByRole('button', { name: t('papers.number-show') }))
    await expect(ifhp).toContainText('DEMO-2201')
    await hands.press(ifhp.getByRole('button', { name: t('papers.number-hide') }))
    await expect(ifhp).not.toContainText('DEMO-2201')

    // A new one, with a day that is none first: what was typed stays.
    await hands.press(button('papers.add'))
    await hands.choose(field('papers.kind'), t('papers.kind.pr-card'))
    await hands.type(field('papers.number'), 'RA0302123456')
    await hands.type(field('papers.issued'), '2026-11-01')
    await hands.type(field('papers.expires'), '2026-10-01')
    await hands.press(button('common.save'))
    await expect(dialog().getByText(t('papers.reversed'))).toBeVisible()
    await hands.type(field('papers.expires'), '2026-12-20')
    await hands.mark(dialog().getByRole('checkbox', { name: 'A2' }))
    await expectNothingSerious(page)
    await hands.press(button('common.save'))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const card = row(t('papers.kind.pr-card'))
    await expect(card).toContainText(t('papers.expires-in', { count: 27 }))
    await expect(card).toContainText('456')
    await expect(card).not.toContainText('RA0302123456')

    // The next version stands in for it; the one before is kept behind it.
    const menu = (name: string, id: string) => async () => {
      await hands.press(page.getByRole('button', { name: t('papers.more', { name }) }))
      await hands.press(page.getByRole('menuitem', { name: t(id) }))
    }
    await menu(t('papers.kind.pr-card'), 'papers.next-version')()
    await hands.type(field('papers.number'), 'RA0302999999')
    await hands.type(field('papers.expires'), '2031-12-20')
    await hands.press(button('common.save'))
    await expect(card).toContainText(t('papers.earlier', { count: 1 }))
    await expect(card).not.toContainText(t('papers.expires-in', { count: 27 }))
    await menu(t('papers.kind.pr-card'), 'papers.open')()
    await hands.press(dialog().locator('summary', { hasText: t('papers.earlier', { count: 1 }) }))
    await expect(dialog()).toContainText('•••• 456')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect(card).not.toContainText(t('papers.earlier', { count: 1 }))

    // A task of it: in words that everybody in the group may read.
    await menu(t('papers.kind.pr-card'), 'papers.make-task')()
    await hands.press(card.getByRole('link', { name: t('papers.task-open') }))
    await expect(dialog().getByRole('heading', { level: 2 }).first()).toHaveText(
      t('papers.task.renew', { who: 'A1' }),
    )
    await expect(dialog().getByRole('link', { name: t('papers.kind.pr-card') })).toBeVisible()
    await page.keyboard.press('Escape')

    // Today says that a paper runs out, and not which.
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    const watch = page.getByRole('region', { name: t('papers.watch') })
    // Three papers and an agreement that ends.
    await expect(watch.getByRole('listitem')).toHaveCount(4)
    await expect(watch).not.toContainText(t('papers.kind.pr-card'))
    await expect(watch).not.toContainText('IFHP')
    await expectNothingSerious(page)
  })

test('a scan is dropped onto the page or pasted into the form, looked at inside the app, and undone', async ({
  page,
}) => {
  const { t, button, dialog, field } = await openPerson(page, 'en', 'C1')
  const zone = page.getByRole('group', { name: t('papers.zone') })
  await sendFile(zone, 'drop', 'scan.pdf', await printedPdf(page))
  const files = dialog().getByRole('group', { name: t('papers.files') })
  await expect(files.getByRole('listitem')).toHaveCount(1)
  await sendFile(files, 'paste', 'second.pdf', await printedPdf(page))
  await expect(files.getByRole('listitem')).toHaveCount(2)
  await field('papers.kind').selectOption({ label: t('papers.kind.birth-certificate') })
  await button('common.save').click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const view = page.getByRole('button', {
    name: t('papers.view', { name: t('papers.kind.birth-certificate') }),
  })
  await view.click()
  const viewer = page.getByRole('dialog', { name: 'scan.pdf' })
  await expect(viewer.getByRole('figure', { name: 'Page 1 of 2' })).toHaveAttribute('data-drawn', 'true')
  await page.keyboard.press('Escape')
  await expect(view).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(view).toHaveCount(0)
  // What cannot be shown is refused with a sentence, before any form is open.
  await sendFile(zone, 'drop', 'photo.heic', Buffer.from('....ftypheic........'))
  await expect(zone.getByRole('alert')).toContainText('HEIC')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
