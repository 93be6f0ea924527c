/** Calendar files out and in, through the real screens: what is read back elsewhere, what is previewed, what is refused. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { dropCalendar } from '../support/browser/drop-calendar.ts'
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
    await dialog()
      .getByRole('button', { name: t('calendar.menu'), exact: true })
      .click()
    await page.getByRole('menuitem', { name: t('calendar.export.open-one') }).click()
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

const calendar = (...events: readonly (readonly string[])[]) => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  ...events.flatMap(each => ['BEGIN:VEVENT', ...each, 'END:VEVENT']),
  'END:VCALENDAR',
  '',
]
const VISIT = [
  'UID:visit-1@lake',
  'DTSTART;TZID=America/Toronto:20261127T093000',
  'DTEND;TZID=America/Toronto:20261127T101500',
  'SUMMARY:Dr. Osei',
  'LOCATION:Lake Clinic',
]
const COURSE = [
  'UID:course-1@school',
  'DTSTART;TZID=America/Toronto:20261201T130000',
  'DTEND;TZID=America/Toronto:20261201T150000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'SUMMARY:Evening course',
]

for (const language of ['en', 'fr'] as const)
  test(`a calendar comes in as previewed, once, and is taken back, in ${language}`, async ({ page }) => {
    const walk = await openCalendar(page, language)
    const { t, button, dialog } = walk
    const at = (hour: string, minute: string) =>
      language === 'fr' ? `${Number(hour)} h ${minute}` : new RegExp(`${Number(hour) % 12 || 12}:${minute}`)
    await openFromMenu(walk, 'calendar.import.open')
    await dropCalendar(page, calendar(VISIT, COURSE))
    const row = (text: string) => dialog().getByRole('row').filter({ hasText: text })
    await expect(row('Dr. Osei')).toContainText(t('calendar.import.state.new'))
    await expect(row('Dr. Osei')).toContainText('Lake Clinic')
    await expect(row('Dr. Osei')).toContainText(at('09', '30'))
    await expect(row('Evening course')).toContainText(t('calendar.import.repeats'))
    await expectNothingSerious(page)
    await row('Evening course').getByRole('checkbox').uncheck()
    await dialog().getByText('A1', { exact: true }).click()
    await button('calendar.import.apply', { count: 1 }).click()
    await expect(dialog()).toHaveCount(0)

    // Its time is for everybody, its words for Care.
    const found = rowOf(page, t('calendar.unnamed')).filter({ hasText: at('09', '30') })
    await expect(found).toHaveCount(1)
    await expect(found).toContainText('A1')
    await expect(page.getByText('Dr. Osei')).toHaveCount(0)

    // The same file again, with the visit moved.
    await openFromMenu(walk, 'calendar.import.open')
    const moved = VISIT.map(line => line.replace('T0930', 'T1130').replace('T1015', 'T1200'))
    await dropCalendar(page, calendar([...moved, 'SEQUENCE:1'], COURSE))
    await expect(row('Dr. Osei')).toContainText(t('calendar.import.state.changed'))
    await row('Evening course').getByRole('checkbox').uncheck()
    await button('calendar.import.apply', { count: 1 }).click()
    await expect(dialog()).toHaveCount(0)
    const unnamed = rowOf(page, t('calendar.unnamed'))
    await expect(unnamed.filter({ hasText: at('11', '30') })).toHaveCount(1)
    await expect(found).toHaveCount(0)
    await openFromMenu(walk, 'calendar.import.open')
    await dropCalendar(page, calendar([...moved, 'SEQUENCE:1']))
    await expect(dialog().getByText(t('calendar.import.nothing-new'))).toBeVisible()
    await expect(button('calendar.import.apply', { count: 0 })).toBeDisabled()
    await walk.closeDialog()

    await page.keyboard.press('Control+z')
    await expect(found).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(found).toHaveCount(0)
  })

test('a calendar that cannot be read is refused in full, with its line; an unclear clock is asked about', async ({
  page,
}) => {
  const walk = await openCalendar(page, 'en')
  const { t, button, field, dialog } = walk
  await openFromMenu(walk, 'calendar.import.open')
  const refused = async (lines: readonly string[], sentence: string | RegExp) => {
    await dropCalendar(page, lines)
    await expect(dialog().getByRole('alert')).toContainText(t('import.problem.title'))
    await expect(dialog().getByRole('alert')).toContainText(sentence)
    await expect(dialog().getByRole('alert')).toContainText('your appointments are safe')
    await button('calendar.import.other').click()
  }
  await refused(['<!doctype html><title>Sign in</title>'], t('calendar.import.problem.not.web-page'))
  await refused(calendar(VISIT).slice(0, 6), /ends before what begins on line 3/)
  await refused(
    calendar(['UID:x', 'DTSTART:20261399T990000Z']),
    /Line 5: the time in DTSTART .*20261399T990000Z/,
  )
  await refused(
    calendar(['UID:x', 'SUMMARY:No time']),
    t('calendar.import.problem.row.missing-start', { row: 3 }),
  )
  await refused(calendar(), t('calendar.import.problem.no-events'))

  await dropCalendar(page, calendar(['UID:f', 'DTSTART:20261127T093000', 'SUMMARY:Floating']))
  await expect(dialog().getByText(t('calendar.import.question'))).toBeVisible()
  await expectNothingSerious(page)
  await field('calendar.import.zone-none').selectOption('America/Regina')
  await button('calendar.import.read-on').click()
  const row = dialog().getByRole('row').filter({ hasText: 'Floating' })
  await expect(row).toContainText('America/Regina')
  await walk.closeDialog()
  await expect(page.getByText('Floating')).toHaveCount(0)
})
