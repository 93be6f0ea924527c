/** What changed: told by day with who and what, taken back from there; and what others did since the person last looked. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeSlot } from '#host/browser/slot-format.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { journeyWords } from '../support/journey/words.ts'
import { startWalk } from '../support/screens/walk.ts'
import { driverCopy } from '../support/sentinels/driver-copy.ts'
import { watchedBrowser } from '../support/sentinels/watched-laptop.ts'
import { PASSPHRASE } from '../support/vault/fast-vault.ts'

const SEALING_MS = 60_000

test('every change is told with what it was about, and taken back from there, by keyboard, in French', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { t, title, button } = await startWalk(page, 'none', 'fr', [])
  await page.getByRole('button', { name: t('setup.welcome.demo') }).click()
  await title('today.title', SEALING_MS)
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await title('plan.title')
  await page.keyboard.press('n')
  await page.keyboard.type('Arroser les plantes')
  await page.keyboard.press('Enter')
  const row = page.locator('[data-task-row]').filter({ hasText: 'Arroser les plantes' })
  await expect(row).toHaveCount(1)
  await page.getByRole('button', { name: t('common.shell.today'), exact: true }).focus()
  await page.keyboard.press('Enter')
  await title('today.title')
  await page.getByRole('link', { name: t('today.changes.all') }).focus()
  await page.keyboard.press('Enter')
  await title('today.changes')
  const change = page.getByRole('listitem').filter({ hasText: t('today.did.addTask') })
  await expect(change).toContainText('Arroser les plantes')
  await expect(change).toContainText('Robin')
  await expectNothingSerious(page)
  await change.getByRole('button', { name: t('today.changes.take-back') }).focus()
  await page.keyboard.press('Enter')
  await expect(change).toContainText(t('today.changes.undone'))
  await expect(page.getByRole('listitem').filter({ hasText: t('today.did.undo') })).toBeVisible()
  await page.getByRole('combobox', { name: t('today.changes.area') }).selectOption('money')
  await expect(change).toHaveCount(0)
  await button('today.changes.back').click()
  await title('today.title')
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await title('plan.title')
  await expect(row).toHaveCount(0)
})

test('what others did since the person last looked stands on Today until it was looked at', async () => {
  test.setTimeout(240_000)
  const { t } = journeyWords('en')
  const laptop = await watchedBrowser()
  const page = laptop.machine.page()
  const copy = join(laptop.machine.folder, 'copy.porchlight')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())
  await writeFile(copy, await driverCopy({ today, opens: ['team'], more: [] }))
  await page.getByRole('button', { name: t('setup.welcome.copy') }).click()
  await laptop.machine.open(() => page.getByRole('button', { name: t('lock.copy.choose') }).click(), copy)
  await page.getByRole('textbox', { name: t('setup.copy.passphrase') }).fill(PASSPHRASE)
  await page.getByRole('button', { name: t('setup.copy.open') }).click()
  const heading = page.getByRole('heading', { level: 1, name: t('today.title') })
  await heading.waitFor({ timeout: SEALING_MS })
  // On a laptop that never looked, the group's past is no news.
  const news = page.getByRole('region', { name: t('today.news') })
  await expect(page.getByRole('link', { name: t('today.changes.all') })).toBeVisible()
  await expect(news).toHaveCount(0)

  // As if it had looked before anything was there.
  await page.evaluate(
    async bytes => {
      const root = await navigator.storage.getDirectory()
      const keys = await root.getDirectoryHandle('keys')
      for (const slot of ['a', 'b']) await keys.removeEntry(`last-look.${slot}`).catch(() => undefined)
      const file = await keys.getFileHandle('last-look.a', { create: true })
      const writable = await file.createWritable()
      await writable.write(Uint8Array.from(bytes))
      await writable.close()
    },
    [...encodeSlot(1, new TextEncoder().encode('{}'))],
  )
  await page.reload()
  await page.getByRole('textbox', { name: t('lock.passphrase') }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await heading.waitFor({ timeout: SEALING_MS })
  await expect(news).toContainText('Amina')
  await expect(news).toContainText(t('today.did.startGroup'))
  await expectNothingSerious(page)
  await news.getByRole('button', { name: t('today.news.seen') }).click()
  await expect(news).toHaveCount(0)
  await laptop.close()
  await laptop.remove()
})
