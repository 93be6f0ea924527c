/** Pictures of a thing on the household list: attached with its form, looked at, taken off and undone. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '#ui/words/messages.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { FIRST_DAY } from '../support/journey/arrival-slips.ts'
import { createHands, type Hands } from '../support/journey/hands.ts'
import { SEALING_MS, startWalk } from '../support/screens/walk.ts'

test.setTimeout(120_000)

const ROUNDS: readonly (readonly [Hands['kind'], Language])[] = [
  ['keyboard', 'en'],
  ['mouse', 'fr'],
]
const picture = (name: string): Buffer =>
  readFileSync(resolve(import.meta.dirname, '../support/pictures', name))

async function openThings(page: Page, kind: Hands['kind'], language: Language) {
  // The browser's own picker waits for a person; without it the app uses a file input.
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'showOpenFilePicker'))
  await page.clock.setFixedTime(new Date(FIRST_DAY))
  const walk = await startWalk(page, 'none', language, [])
  const { t } = walk
  const hands = createHands(kind, () => page)
  await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
  await walk.title('today.title', SEALING_MS)
  const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
  await hands.press(main.getByRole('button', { name: t('common.shell.housing'), exact: true }))
  await hands.press(page.locator('nav button').filter({ hasText: t('housing.nav.things') }))
  await walk.title('things.title')
  await hands.type(page.getByRole('searchbox', { name: t('things.search') }), t('things.item.vacuum'))
  return { ...walk, hands }
}

for (const [kind, language] of ROUNDS)
  test(`a thing is photographed, by ${kind}, in ${language}`, async ({ page }) => {
    const { t, hands, button } = await openThings(page, kind, language)
    const row = page.getByRole('main').getByRole('listitem')
    const dialog = page.getByRole('dialog')
    const photos = page.getByRole('group', { name: t('things.photos'), exact: true })
    const save = dialog.getByRole('button', { name: t('common.save'), exact: true })
    const attach = async (name: string, bytes: Buffer) => {
      const chooser = page.waitForEvent('filechooser')
      await hands.press(photos.getByRole('button', { name: t('common.paper.attach'), exact: true }))
      await (await chooser).setFiles({ name, mimeType: '', buffer: bytes })
    }
    // A letter stands in the search before its list follows.
    await expect(row).toHaveCount(1)
    await hands.press(row.getByRole('link'))
    await attach('vacuum.jpg', picture('turned.jpg'))
    await attach('hose.png', picture('plain.png'))
    await attach('IMG_2041.HEIC', Buffer.from('....ftypheic........'))
    await expect(photos.getByRole('alert')).toContainText(
      t('common.paper.refused.heic', { name: 'IMG_2041.HEIC' }),
    )
    await expect(photos.getByRole('listitem')).toHaveCount(2)
    await expectNothingSerious(page)
    await hands.press(save)
    await expect(dialog).toHaveCount(0)
    await expect(row.first()).toContainText(t('things.pictures', { count: 2 }))

    await hands.press(row.getByRole('link'))
    await hands.press(photos.getByRole('link', { name: 'vacuum.jpg' }))
    const viewer = page.getByRole('dialog', { name: 'vacuum.jpg' })
    const shown = viewer.getByRole('img', { name: 'vacuum.jpg' })
    await expect(shown).toBeVisible()
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth > 0)).toBe(true)
    await expect(viewer).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
    await hands.press(photos.getByRole('button', { name: t('common.paper.remove', { name: 'hose.png' }) }))
    await hands.press(save)
    await expect(dialog).toHaveCount(0)
    await expect(row.first()).toContainText(t('things.pictures', { count: 1 }))
    await page.keyboard.press('Control+z')
    await expect(row.first()).toContainText(t('things.pictures', { count: 2 }))
    await page.keyboard.press('Control+z')
    await expect(row.first()).not.toContainText(t('things.pictures', { count: 2 }))

    // A picture that was picked and is not saved is something to lose.
    await hands.press(row.getByRole('link'))
    await attach('vacuum.jpg', picture('plain.jpg'))
    await expect(photos.getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await hands.press(button('money.entry.discard-yes'))
    await expect(dialog).toHaveCount(0)
    await expect(row.first()).not.toContainText(t('things.pictures', { count: 1 }))
  })
