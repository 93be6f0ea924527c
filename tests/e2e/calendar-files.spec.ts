/** Calendar files out and in, through the real screens: what is read back elsewhere, what is previewed, what is refused. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { readWithIcalJs, textsWithIcalJs } from '../support/calendar/other-readers.ts'
import { startWalk, type Walk } from '../support/screens/walk.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const SEALING_MS = 60_000

async function openCalendar(page: Page, language: 'en' | 'fr'): Promise<Walk> {
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }))
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  const walk = await startWalk(page, 'none', language, [])
  await page.getByRole('button', { name: walk.t('setup.welcome.demo') }).click()
  await walk.title('today.title', SEALING_MS)
  const main = page.getByRole('navigation', { name: walk.t('common.shell.navigation') })
  await main.getByText(walk.t('common.shell.calendar')).click()
  await walk.title('calendar.title')
  return walk
}

const rowOf = (page: Page, text: string) =>
  page.getByRole('main').getByRole('button').filter({ hasText: text })

async function openFromMenu({ page, t, button }: Walk, id: string): Promise<void> {
  await button('calendar.menu').click()
  await page.getByRole('menuitem', { name: t(id) }).click()
}

async function saveFile({ page, button, dialog }: Walk): Promise<{ name: string; text: string }> {
  const open = await page.getByRole('dialog').count()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button('calendar.export.save').click(),
  ])
  await expect(page.getByRole('dialog')).toHaveCount(open - 1)
  if (open > 1) await expect(dialog()).toBeVisible()
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

const PLACE = 'Coin Dupont et Cinquième'

test('an appointment goes out, is moved, and goes out again as an update, in French', async ({ page }) => {
  const walk = await openCalendar(page, 'fr')
  const { t, field, button, dialog } = walk
  await button('calendar.new').click()
  await field('calendar.name').fill('Rive sud')
  await field('calendar.kind').selectOption('health')
  await field('calendar.date').fill('2026-11-25')
  await field('calendar.date').press('Tab')
  await field('calendar.start').fill('10:30')
  await field('calendar.end').fill('12:00')
  await field('calendar.where').fill(PLACE)
  await dialog().getByText(t('calendar.care')).click()
  await field('calendar.care-field.placeName').fill('Clinique du Lac')
  await button('common.save').click()
  await expect(dialog()).toHaveCount(0)

  // The least, unless somebody asks for more.
  await openFromMenu(walk, 'calendar.export.open')
  await expectNothingSerious(page)
  const busy = await saveFile(walk)
  expect(busy.name).toBe('Calendrier.ics')
  expect(new Set(textsWithIcalJs(busy.text, 'summary'))).toEqual(new Set(['Occupé']))
  expect(busy.text).not.toMatch(/Rive sud|Coin|Clinique|Porchlight/)

  // One alone, neutral: nothing of Care, and nothing of what it is for.
  const saveOne = async (level: string) => {
    await rowOf(page, 'Rive sud').click()
    await button('calendar.export.open-one').click()
    await dialog()
      .getByRole('radio', { name: t(`calendar.export.privacy.${level}`) })
      .check()
    const saved = await saveFile(walk)
    await walk.closeDialog()
    return saved.text
  }
  const neutral = await saveOne('neutral')
  expect(neutral).toContain('Coin Dupont')
  expect(neutral).not.toMatch(/Rive sud|Clinique|Santé/)
  const [uid = '', ...more] = textsWithIcalJs(neutral, 'uid')
  expect(more).toEqual([])
  // 10:30 in Toronto in November.
  expect(readWithIcalJs(neutral, '2027')).toEqual([`${uid} 2026-11-25T15:30 2026-11-25T17:00`])
  expect(readWithIcalJs(busy.text, '2026-12')).toContain(`${uid} 2026-11-25T15:30 2026-11-25T17:00`)

  await rowOf(page, 'Rive sud').click()
  await field('calendar.date').fill('2026-11-26')
  await field('calendar.date').press('Tab')
  await field('calendar.start').fill('14:00')
  await field('calendar.end').fill('15:00')
  // Saved later by more than a second, which is what SEQUENCE counts.
  await page.clock.setFixedTime(new Date('2026-11-23T12:05:00-05:00'))
  await button('common.save').click()
  await expect(dialog()).toHaveCount(0)
  const full = await saveOne('full')
  expect(readWithIcalJs(full, '2027')).toEqual([`${uid} 2026-11-26T19:00 2026-11-26T20:00`])
  expect(full).toContain('Clinique du Lac')
  const sequence = (text: string) => Number(textsWithIcalJs(text, 'sequence')[0])
  expect(sequence(full)).toBeGreaterThan(sequence(neutral))
})
