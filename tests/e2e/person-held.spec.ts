/** Everything held about a person: read, saved and printed, in the language of whoever it is for. */
import { readFile } from 'node:fs/promises'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { openPerson } from '../support/browser/open-person.ts'
import { canReadPdf, readPrinted } from '../support/browser/printed.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'
import { journeyWords } from '../support/journey/words.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const ROUNDS = [
  ['keyboard', 'en', 'fr'],
  ['mouse', 'fr', 'en'],
] as const

for (const [kind, onScreen, onCopy] of ROUNDS)
  test(`a copy is read and saved, by ${kind} on a screen in ${onScreen}, in ${onCopy}`, async ({ page }) => {
    await page.addInitScript(() => {
      const titles: string[] = []
      Object.assign(window, {
        showSaveFilePicker: undefined,
        titles,
        print: () => titles.push(document.title),
      })
    })
    const { t, button, dialog, field } = await openPerson(page, onScreen, 'A1')
    const copy = journeyWords(onCopy)
    const hands = createHands(kind, () => page)
    await hands.press(button('papers.held.button'))
    await hands.choose(field('papers.held.language'), onCopy === 'fr' ? 'Français' : 'English')
    const sheet = dialog().getByRole('article')
    await expect(sheet).toContainText(copy.t('papers.held.title', { who: 'A1' }))
    // Of each compartment something, in words.
    for (const id of [
      'papers.kind.copr',
      'papers.consent.subject.photo',
      'money.line.rent',
      'papers.held.correct',
      'calendar.kind.language',
      'people.private.legal-name',
    ])
      await expect(sheet).toContainText(copy.t(id))
    await expect(sheet).toContainText('DEMO-000-101')
    // Nothing of the bank's own text.
    await expect(sheet).not.toContainText('INTERAC')
    await expect(sheet).toHaveAttribute('lang', onCopy)
    await expectNothingSerious(page)

    // It says what it would tell before it leaves, and nothing leaves where one thinks better of it.
    await hands.press(button('papers.held.save'))
    await expect(dialog()).toContainText(t('papers.held.leaves-text'))
    await expect(dialog().getByRole('listitem').first()).toBeVisible()
    await expectNothingSerious(page)
    await hands.press(dialog().getByRole('button', { name: t('common.cancel') }))
    await hands.press(button('papers.held.save'))
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      hands.press(button('papers.held.leaves-save')),
    ])
    expect(saved.suggestedFilename()).toBe(`${t('papers.held.file')}-2026-11-23.txt`)
    const text = await readFile(await saved.path(), 'utf8')
    expect(text.startsWith(`\ufeff${copy.t('papers.held.title', { who: 'A1' })}\r\n`)).toBe(true)
    expect(text).toContain('DEMO-000-101')
    expect(text).toContain(copy.t('papers.held.correct'))
    expect(text).not.toContain('INTERAC')

    await hands.press(button('papers.held.print'))
    await hands.press(button('papers.held.leaves-print'))
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { titles: string[] }).titles))
      .toEqual([t('papers.held.file')])
  })

test('the printed copy is alone on its paper', async ({ page }) => {
  test.skip(!canReadPdf, 'no pdftotext on this machine')
  const { t, button, dialog } = await openPerson(page, 'en', 'A1')
  await button('papers.held.button').click()
  await expect(dialog().getByRole('article')).toBeVisible()
  const pages = readPrinted(await page.pdf({ format: 'Letter' }))
  const text = pages.map(each => each.text).join('\n')
  expect(text).toContain('DEMO-000-101')
  expect(text).not.toContain(t('papers.held.print'))
  expect(text).not.toContain('Demo household – nothing is saved')
})
