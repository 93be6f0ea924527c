/** Pictures of a home, many at once: in English picked, in French dropped; left out with a sentence, cancelled, undone. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '#ui/words/messages.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { holdReading, sendFiles } from '../support/browser/given-files.ts'
import { expect, test } from '../support/browser/test.ts'
import { FIRST_DAY } from '../support/journey/arrival-slips.ts'
import { SEALING_MS, startWalk } from '../support/screens/walk.ts'

test.setTimeout(120_000)

const picture = (name: string): Buffer =>
  readFileSync(resolve(import.meta.dirname, '../support/pictures', name))

const WHOLE = ['turned.jpg', 'plain.png', 'turned.webp', 'plain.jpg', 'lossless.webp', 'progressive.jpg']
const whole = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const of = WHOLE[i % WHOLE.length] ?? 'plain.jpg'
    return { name: `${i + 1} ${of}`, bytes: picture(of) }
  })
/** A dozen, two of which cannot be taken. */
const DOZEN = [
  ...whole(4),
  { name: 'IMG_2041.HEIC', bytes: Buffer.from('....ftypheic........') },
  ...whole(9).slice(4),
  { name: 'torn.jpg', bytes: picture('plain.jpg').subarray(0, 1000) },
  ...whole(10).slice(9),
]
const TAKEN = whole(10).map(({ name }) => name)

async function openHome(page: Page, language: Language) {
  // The browser's own picker waits for a person; without it the app uses a file input.
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'showOpenFilePicker'))
  await page.clock.setFixedTime(new Date(FIRST_DAY))
  const walk = await startWalk(page, 'none', language, [])
  const { t } = walk
  await page.getByRole('button', { name: t('setup.welcome.demo') }).click()
  await walk.title('today.title', SEALING_MS)
  await walk.housing('board', 'housing.title')
  await page.getByRole('link', { name: /Elm/ }).click()
  const zone = page.getByRole('group', { name: t('housing.photos') })
  const photos = zone.getByRole('link')
  await expect(zone).toBeVisible()
  return { ...walk, zone, photos }
}

for (const [way, language] of [
  ['picked', 'en'],
  ['drop', 'fr'],
] as const)
  test(`a dozen, ${way}, are added together without the two that cannot be, in ${language}`, async ({
    page,
  }) => {
    const { t, zone, photos, button } = await openHome(page, language)
    if (way === 'drop') await sendFiles(zone, way, DOZEN)
    else {
      const chooser = page.waitForEvent('filechooser')
      await button('common.paper.attach-many').click()
      expect((await chooser).isMultiple()).toBe(true)
      const files = DOZEN.map(({ name, bytes }) => ({ name, mimeType: '', buffer: bytes }))
      await (await chooser).setFiles(files)
    }
    await expect(photos).toHaveText(TAKEN)
    const left = page
      .getByRole('status')
      .filter({ hasText: t('common.paper.left-out', { count: 2, of: 12 }) })
    await expect(left.getByRole('listitem')).toHaveText([
      t('common.paper.refused.heic', { name: 'IMG_2041.HEIC' }),
      t('common.paper.refused.torn', { name: 'torn.jpg' }),
    ])
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectNothingSerious(page)
    await photos.first().click()
    await expect(page.getByRole('img', { name: TAKEN[0] as string })).toBeVisible()
    await page.keyboard.press('Escape')

    await left.getByRole('button', { name: t('common.dismiss') }).click()
    await expect(left).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(photos).toHaveCount(0)
  })

test('what is cancelled on the way adds nothing, and the same can be added after it', async ({ page }) => {
  const { t, zone, photos } = await openHome(page, 'en')
  const letGo = await holdReading(page, '4 plain.jpg')
  await sendFiles(zone, 'drop', whole(10))
  const adding = page.getByRole('dialog', { name: t('common.paper.adding') })
  await expect(adding.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '30')
  await expect(adding).toContainText(t('common.paper.of', { number: 3, count: 10 }))
  await expectNothingSerious(page)
  // By keyboard alone, while a file does not come.
  await page.keyboard.press('Escape')
  await expect(adding).toHaveCount(0)
  await expect(page.getByText(t('common.paper.adding.cancelled'))).toBeVisible()
  await expect(photos).toHaveCount(0)

  await letGo()
  await sendFiles(zone, 'drop', whole(10))
  await expect(photos).toHaveCount(10)
})
