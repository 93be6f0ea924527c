/**
 * All the pictures of a viewing at once, as they come from a telephone: cancelled on the way without a trace, then kept
 * whole, read back by ExifTool without place or camera, and taken back in one undo.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser/test.ts'
import { FIRST_DAY } from '../support/journey/arrival-slips.ts'
import { makePhotos, PLACE } from '../support/pictures/make-photos.ts'
import { SEALING_MS, startWalk } from '../support/screens/walk.ts'
import { count, isFull, reportFigures } from '../support/soak/size.ts'
import { isOnPath } from '../support/tools.mjs'

const PHOTOS = count(6, 200)
const BYTES = count(300_000, 8_000_000)
const CANCELLED_AT = count(2, 30)
const SAVED = count(3, 12)

test('pictures of a viewing are cancelled, kept without place or camera, and undone whole', async ({
  page,
}) => {
  test.skip(!isOnPath('exiftool'), 'ExifTool is not installed')
  test.setTimeout(isFull ? 1_800_000 : 120_000)
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-photos-'))
  try {
    const maker = await page.context().newPage()
    await maker.goto('about:blank')
    const paths = await makePhotos(maker, join(folder, 'camera'), PHOTOS, BYTES)
    await maker.close()

    // The browser's own pickers wait for a person; without them the app uses a file input and downloads.
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showOpenFilePicker')
      Reflect.deleteProperty(window, 'showSaveFilePicker')
    })
    await page.clock.setFixedTime(new Date(FIRST_DAY))
    const { t, title, housing, button } = await startWalk(page, 'none', 'en', [])
    await page.getByRole('button', { name: t('setup.welcome.demo') }).click()
    await title('today.title', SEALING_MS)
    await housing('board', 'housing.title')
    await page.getByRole('link', { name: /Elm/ }).click()
    const zone = page.getByRole('group', { name: t('housing.photos') })
    const photos = zone.getByRole('link')
    const adding = page.getByRole('dialog', { name: t('common.paper.adding') })
    const bar = adding.getByRole('progressbar')
    const pick = async () => {
      const chooser = page.waitForEvent('filechooser')
      await button('common.paper.attach-many').click()
      await (await chooser).setFiles([...paths])
    }

    await pick()
    const share = async () => Number((await bar.getAttribute('aria-valuenow').catch(() => null)) ?? 0)
    await expect
      .poll(share, { timeout: 120_000, intervals: [50] })
      .toBeGreaterThanOrEqual((100 * CANCELLED_AT) / PHOTOS)
    await page.keyboard.press('Escape')
    await expect(page.getByText(t('common.paper.adding.cancelled'))).toBeVisible({ timeout: 60_000 })
    await expect(photos).toHaveCount(0)

    const began = Date.now()
    await pick()
    await expect(photos).toHaveCount(PHOTOS, { timeout: 900_000 })
    await expect(adding).toHaveCount(0)
    const seconds = (Date.now() - began) / 1000

    for (let at = 0; at < SAVED; at += 1) {
      await photos.nth(at).click()
      const download = page.waitForEvent('download')
      await button('common.paper.save').click()
      const path = join(folder, `kept-${at}`)
      await (await download).saveAs(path)
      await page.keyboard.press('Escape')
      const [notes] = JSON.parse(execFileSync('exiftool', ['-j', '-G1', '-a', path], { encoding: 'utf8' }))
      expect(Object.keys(notes).filter(tag => /^(GPS|XMP|IFD0|ExifIFD)/.test(tag))).toEqual([])
      expect(JSON.stringify(notes)).not.toContain(PLACE.maker)
      expect(statSync(path).size).toBeGreaterThan(BYTES / 2)
    }

    await page.keyboard.press('Control+z')
    await expect(photos).toHaveCount(0)
    reportFigures({
      kind: 'pictures of 8 MB attached at once: cancelled, kept without place or camera, undone whole',
      cases: PHOTOS,
      failures: 0,
      note: `kept in ${Math.round(seconds)} s`,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
