/** Receipts as files: attached by picking, dropping and pasting, looked at inside the app, kept with their entry. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectNothingSerious, openDemoMoney } from '../support/browser/demo-money.ts'
import { printedPdf, sendFile } from '../support/browser/given-files.ts'
import { expect, test } from '../support/browser/test.ts'

test.setTimeout(120_000)

const picture = (name: string): Buffer =>
  readFileSync(resolve(import.meta.dirname, '../support/pictures', name))
const dialog = (page: Page) => page.getByRole('dialog')
const zone = (page: Page) => page.getByRole('group', { name: 'Receipts and papers attached' })

/** The colour at a place of what is shown, as shares of its size, from a picture of the screen. */
async function colourAt(page: Page, shown: Locator, x: number, y: number): Promise<readonly number[]> {
  const png = (await shown.screenshot()).toString('base64')
  return page.evaluate(
    async ([base64, across, down]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      return [...(context?.getImageData(image.width * across, image.height * down, 1, 1).data ?? [])]
    },
    [png, x, y] as const,
  )
}

test('a photo and a PDF are attached, looked at, and come back with the entry', async ({ page }) => {
  // The browser's own picker waits for a person; without it the app uses a file input.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker')
  })
  await openDemoMoney(page, 'Entries')
  await page.getByRole('button', { name: 'New entry' }).click()
  await dialog(page).getByLabel('Amount').fill('34.95')
  await dialog(page).getByLabel('Who or what').fill('Corner Hardware')
  const chooser = page.waitForEvent('filechooser')
  await zone(page).getByRole('button', { name: 'Attach a file…' }).click()
  await (await chooser).setFiles({
    name: 'kettle.pdf',
    mimeType: 'application/pdf',
    buffer: await printedPdf(page),
  })
  await expect(zone(page).getByRole('link', { name: 'kettle.pdf' })).toBeVisible()
  await sendFile(zone(page), 'drop', 'turned.jpg', picture('turned.jpg'))
  await sendFile(zone(page), 'paste', 'screen.png', picture('plain.png'))
  await expect(zone(page).getByRole('listitem')).toHaveCount(3)
  // The paper is there now, and gets its number to write on it.
  await expect(dialog(page).getByLabel('Receipt number')).not.toHaveValue('')
  await expectNothingSerious(page)
  await dialog(page).getByRole('button', { name: 'Save and close' }).click()
  await expect(dialog(page)).toBeHidden()

  const row = page.getByRole('row').filter({ hasText: 'Corner Hardware' })
  await expect(row.getByRole('img', { name: '3 files attached' })).toBeVisible()
  await row.getByText('Corner Hardware', { exact: true }).first().dblclick()
  await zone(page).getByRole('link', { name: 'kettle.pdf' }).click()
  const viewer = page.getByRole('dialog', { name: 'kettle.pdf' })
  await expect(viewer.getByText('2 pages')).toBeVisible()
  const first = viewer.getByRole('figure', { name: 'Page 1 of 2' })
  await expect(first.locator('canvas')).toContainText('Corner Hardware, kettle 34.95')
  await expect(first).toHaveAttribute('data-drawn', 'true')
  await expectNothingSerious(page)
  await viewer.getByRole('button', { name: 'Next attachment' }).click()
  const photo = page.getByRole('dialog', { name: 'turned.jpg' }).getByRole('img', { name: 'turned.jpg' })
  await expect(photo).toBeVisible()
  // Stored on its side with a note which way up it is: red stands at the left.
  const [red, , blueOfLeft] = await colourAt(page, photo, 0.2, 0.5)
  const [redOfRight, , blue] = await colourAt(page, photo, 0.8, 0.5)
  expect([red, blue].every(value => (value ?? 0) > 150)).toBe(true)
  expect([redOfRight, blueOfLeft].every(value => (value ?? 255) < 100)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(photo).toBeHidden()
  await zone(page).getByRole('button', { name: 'Take off screen.png' }).click()
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(row.getByRole('img', { name: '2 files attached' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row.getByRole('img', { name: '3 files attached' })).toBeVisible()
})

test('what cannot be shown to everybody is refused with a sentence, and the form stays', async ({ page }) => {
  await openDemoMoney(page, 'Entries')
  await page.getByRole('button', { name: 'New entry' }).click()
  await dialog(page).getByLabel('Amount').fill('12')
  const refused = async (name: string, bytes: Buffer, sentence: string) => {
    await sendFile(zone(page), 'drop', name, bytes)
    await expect(zone(page).getByText(sentence)).toBeVisible()
    await expect(zone(page).getByRole('listitem')).toHaveCount(0)
  }
  const pdf = await printedPdf(page)
  await refused('photo.heic', Buffer.from('....ftypheic........'), 'is a HEIC photo')
  await refused('letter.docx', Buffer.from('PK\u0003\u0004'), 'is neither a PDF nor')
  await refused('half.pdf', pdf.subarray(0, pdf.length / 2), 'ends too early or is damaged')
  await refused('half.jpg', picture('plain.jpg').subarray(0, 1000), 'ends too early or is damaged')
  await refused('nothing.pdf', Buffer.from(''), 'is empty')
  await refused('odd.pdf', Buffer.from('%PDF-1.7\nnothing of the kind\n%%EOF'), 'cannot be shown')
  const hollow = Buffer.concat([
    picture('plain.png').subarray(0, 33),
    Buffer.from('0000000049444154 35af061e0000000049454e44ae426082'.replace(' ', ''), 'hex'),
  ])
  await refused('hollow.png', hollow, 'ends too early or is damaged')
  await expect(dialog(page).getByLabel('Amount')).toHaveValue('12')
  await sendFile(zone(page), 'drop', 'whole.jpg', picture('plain.jpg'))
  await expect(zone(page).getByRole('listitem')).toHaveCount(1)
  await expect(zone(page).getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeVisible()
})
