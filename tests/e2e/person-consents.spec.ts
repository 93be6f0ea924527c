/** The consent register: noted, taken back with a task for each place, undone. By keys in English, with a mouse in French. */
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { openPerson } from '../support/browser/open-person.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const ROUNDS = [
  ['keyboard', 'en'],
  ['mouse', 'fr'],
] as const

for (const [kind, language] of ROUNDS)
  test(`an agreement is noted and taken back, by ${kind} in ${language}`, async ({ page }) => {
    const { t, button, dialog, field } = await openPerson(page, language, 'A2')
    const hands = createHands(kind, () => page)
    const table = page.getByRole('table', { name: t('papers.consent.section') })
    await expect(table).toContainText(t('papers.consent.none'))
    await hands.press(button('papers.consent.add'))
    await hands.choose(field('papers.consent.subject'), t('papers.consent.subject.media'))
    await hands.press(button('common.save'))
    await expect(dialog().getByText(t('papers.consent.details-missing'))).toBeVisible()
    await hands.type(field('papers.consent.details'), 'One interview, voice only')
    await hands.type(field('papers.consent.for-whom'), 'Campus radio')
    await hands.type(field('papers.consent.until'), '2026-12-05')
    await hands.type(field('papers.consent.language'), 'Dari')
    for (const [i, place] of ['The station', 'The web page'].entries()) {
      await hands.press(button('papers.consent.place-add'))
      await hands.type(dialog().getByLabel(t('papers.consent.place', { number: i + 1 })), place)
    }
    await expectNothingSerious(page)
    await hands.press(button('common.save'))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const row = table.getByRole('row').filter({ hasText: 'Campus radio' })
    await expect(row).toContainText('One interview, voice only')
    await expect(row).toContainText(/2026/)

    const more = page.getByRole('button', {
      name: t('papers.more', { name: t('papers.consent.subject.media') }),
    })
    const taskTitle = (number: number) => t('papers.consent.task-of', { who: 'A2', number, count: 2 })
    await hands.press(more)
    await hands.press(page.getByRole('menuitem', { name: t('papers.consent.withdraw') }))
    // What will be done is said before: a task a place.
    await expect(dialog().getByRole('listitem')).toHaveText([
      `${taskTitle(1)} – The station`,
      `${taskTitle(2)} – The web page`,
    ])
    await expectNothingSerious(page)
    await hands.press(button('papers.consent.withdraw-yes'))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(row).toContainText(t('papers.consent.withdrawn', { date: '' }).trim())

    // The task names neither the place nor what it is about; for who reads Care it links there.
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    const link = page.getByRole('link', { name: taskTitle(2), exact: true })
    await expect(page.getByRole('link', { name: taskTitle(1), exact: true })).toBeVisible()
    await hands.press(link)
    await expect(dialog().getByRole('link', { name: 'The web page' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect(link).toHaveCount(0)
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    // It stands again, and lapses soon.
    const watch = page.getByRole('region', { name: t('papers.watch') })
    await expect(watch.getByRole('listitem').filter({ hasText: 'A2' })).toContainText(t('papers.watch.ends'))
  })
