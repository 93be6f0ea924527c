/**
 * Cards in every language, drawn: each in its own direction and with its own letters, joined where the script joins them
 * and none a box; a draft only for checking; nothing of Care; four to a sheet or one in large print.
 */
import type { Locator, Page } from '@playwright/test'
import { type CardLanguage, cardLanguages, shippedPhrases } from '#domain/phrases.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { canReadPdf, readPrinted } from '../support/browser/printed.ts'
import { expect, test } from '../support/browser/test.ts'
import { startWalk } from '../support/screens/walk.ts'

test.setTimeout(120_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const SEALING_MS = 60_000
/** Where pictures of every card go, to be looked at; unset: nowhere. */
const folder = process.env['PORCHLIGHT_CARD_PICTURES']

async function openCards(page: Page, language: 'en' | 'fr') {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  const walk = await startWalk(page, 'none', language, [])
  await page.getByRole('button', { name: walk.t('setup.welcome.demo') }).click()
  await walk.title('today.title', SEALING_MS)
  const main = page.getByRole('navigation', { name: walk.t('common.shell.navigation') })
  await main.getByText(walk.t('common.shell.calendar')).click()
  await walk.title('calendar.title')
  await walk.button('calendar.cards').click()
  await walk.field('calendar.cards.language').waitFor()
  return walk
}

async function drawPaper(page: Page, name: string): Promise<void> {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    ...(folder ? { path: `${folder}/${name}.pdf` } : {}),
  })
  // An empty page has fewer.
  expect(pdf.length, name).toBeGreaterThan(8_000)
}

const printable = (page: Page): Locator => page.getByTestId('card-paper').locator('[data-card]')

/** Whether all of the text's own letters are drawn with the bundled font, and with none of its missing-glyph boxes. */
const drawing = (card: Locator, text: string) =>
  card.evaluate(async (element, shown) => {
    const style = getComputedStyle(element)
    const first = (style.fontFamily.split(',')[0] ?? '').trim()
    const font = (family: string) => `40px ${family}`
    await document.fonts.load(font(first), shown)
    const canvas = document.createElement('canvas')
    canvas.width = 400
    canvas.height = 80
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    const pixels = (letters: string, family: string): string => {
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.font = font(family)
      context.fillText(letters, 20, 55)
      return context
        .getImageData(0, 0, canvas.width, canvas.height)
        .data.filter((_, i) => i % 4 === 3)
        .join('')
    }
    const letters = [...new Set(shown.replace(/[^\p{L}]/gu, ''))]
    // U+10FFFF has no glyph anywhere: what is drawn for it is the box.
    const box = pixels('\u{10FFFF}', first)
    context.font = font(first)
    const widthOf = (part: string): number => context.measureText(part).width
    return {
      isLoaded: document.fonts.check(font(first), shown),
      loaded: [...document.fonts]
        .filter(each => each.status === 'loaded')
        .map(each => each.family.replaceAll('"', '')),
      first: first.replaceAll('"', ''),
      boxes: letters.filter(letter => pixels(letter, first) === box),
      // With another first family the same letters look otherwise: it is the bundled font that drew them.
      isOwn: pixels(letters.slice(0, 4).join(''), first) !== pixels(letters.slice(0, 4).join(''), 'serif'),
      direction: style.direction,
      joined: widthOf(shown),
      apart: [...shown].reduce((sum, letter) => sum + widthOf(letter), 0),
    }
  }, text)

const FONTS: Readonly<Record<CardLanguage, string>> = {
  en: 'Porchlight Sans',
  fr: 'Porchlight Sans',
  es: 'Porchlight Sans',
  so: 'Porchlight Sans',
  sw: 'Porchlight Sans',
  ru: 'Porchlight Sans',
  uk: 'Porchlight Sans',
  ar: 'Porchlight Naskh',
  'fa-AF': 'Porchlight Naskh',
  ti: 'Porchlight Ethiopic',
}

test('are drawn in every language and both sizes', async ({ page }) => {
  const { t, field, dialog } = await openCards(page, 'en')
  const preview = dialog().locator('section[tabindex]')
  for (const language of cardLanguages) {
    const book = shippedPhrases(language)
    await field('calendar.cards.language').selectOption(language)
    const card = preview.locator('[data-card]').first()
    await expect(card).toHaveAttribute('lang', language)
    await expect(card).toContainText(book.phrases['call-if-late'])
    const all = Object.values(book.phrases).join(' ')
    const drawn = await drawing(card, all)
    expect(drawn, language).toMatchObject({
      isLoaded: true,
      first: FONTS[language],
      boxes: [],
      isOwn: true,
      direction: book.direction,
    })
    expect(drawn.loaded).toContain(FONTS[language])
    const word = await drawing(card, book.phrases['bring'].split(' ')[0] ?? '')
    // Letters of Arabic stand apart in their widest form; joined they are narrower.
    if (book.script === 'Arab') expect(word.joined, language).toBeLessThan(word.apart * 0.95)
    else expect(Math.abs(word.joined / word.apart - 1), language).toBeLessThan(0.06)
    // Times read from left to right, wherever the words around them go.
    const time = await card.locator('[data-line="time"] dd').evaluate(element => {
      const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
      const at = node?.textContent?.indexOf(':') ?? -1
      const box = (place: number): number => {
        const range = document.createRange()
        if (node) range.setStart(node, place)
        if (node) range.setEnd(node, place + 1)
        return range.getBoundingClientRect().x
      }
      return at < 0 ? null : box(at + 1) - box(at - 1)
    })
    if (book.clock !== 'h') expect(time, language).toBeGreaterThan(0)
    // Nothing of Care, on paper or before it.
    for (const secret of ['Elm Street family clinic', 'check-up'])
      await expect(page.getByText(secret)).toHaveCount(0)
    if (book.status === 'draft') {
      await expect(dialog().getByRole('button', { name: t('calendar.cards.print') })).toBeDisabled()
      await expect(printable(page)).toHaveCount(0)
      await expect(card).toContainText(t('calendar.cards.draft-mark'))
      await dialog()
        .getByRole('checkbox', { name: t('calendar.cards.for-checking') })
        .check()
    } else await expect(preview.getByText(t('calendar.cards.draft-mark'))).toHaveCount(0)
    await expect(dialog().getByRole('button', { name: t('calendar.cards.print') })).toBeEnabled()
    await expect(printable(page)).toHaveCount(await preview.locator('[data-card]').count())
    for (const size of ['pocket', 'letter']) {
      await field('calendar.cards.size').selectOption(size)
      await drawPaper(page, `${language}-${size}`)
    }
    await field('calendar.cards.size').selectOption('pocket')
    await field('calendar.cards.what').selectOption('week')
    await expect(preview.locator('[data-card]')).toContainText(book.phrases['week'])
    await drawPaper(page, `${language}-week`)
    await field('calendar.cards.what').selectOption('support')
    await expect(preview.locator('[data-card]').first()).toContainText(book.phrases['never-repay'])
    await drawPaper(page, `${language}-support`)
    await field('calendar.cards.what').selectOption('cards')
  }
  await expectNothingSerious(page)
})

test('are alone on their paper, four to a sheet or one to a page, and never cut off', async ({ page }) => {
  test.skip(!canReadPdf, 'poppler is not there')
  const { t, field, dialog, button } = await openCards(page, 'fr')
  const count = await printable(page).count()
  expect(count).toBeGreaterThan(2)
  const pages = async () => readPrinted(await page.pdf({ preferCSSPageSize: true }))
  const pocket = await pages()
  expect(pocket.map(each => each.size)).toEqual(
    Array.from({ length: Math.ceil(count / 4) }, () => '612 x 792'),
  )
  expect(pocket[0]?.text).toContain('En cas de retard, appelez')
  expect(pocket.map(each => each.text).join()).not.toContain(t('calendar.cards.what'))
  await field('calendar.cards.size').selectOption('letter')
  const letter = await pages()
  expect(letter).toHaveLength(count)
  expect(letter.map(each => each.text).join()).not.toContain(t('calendar.rides'))

  // For one of them only.
  for (const label of ['A2', 'C1'])
    await dialog().getByRole('checkbox', { name: label, exact: true }).uncheck()
  expect(await printable(page).count()).toBeLessThan(count)
  await page.keyboard.press('Escape')

  // A card of one appointment, from its form; not while something else stands there.
  await page.getByRole('main').getByRole('button').filter({ hasText: 'quartier nord' }).first().click()
  await field('calendar.preparation').fill('Papiers. '.repeat(120))
  await expect(button('calendar.cards.card')).toBeDisabled()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('main').getByRole('button').filter({ hasText: 'quartier nord' }).first().click()
  await button('calendar.cards.card').click()
  await expect(printable(page)).toHaveCount(1)
  await expect(dialog().getByText(t('calendar.cards.too-long'))).toBeVisible()
  await expect(dialog().getByRole('button', { name: t('calendar.cards.print') })).toBeDisabled()
  await field('calendar.cards.size').selectOption('letter')
  await expect(dialog().getByText(t('calendar.cards.too-long'))).toHaveCount(0)
  await expect(dialog().getByRole('button', { name: t('calendar.cards.print') })).toBeEnabled()
  expect((await pages()).map(each => each.text).join()).toContain('Papiers.')
})
