/** The household list and its delivery runs: empty, the start-up list, a thing, a run and its sheet. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sendFile } from '../browser/given-files.ts'
import type { Walk } from './walk.ts'

const PHOTO = resolve(import.meta.dirname, '../pictures/plain.jpg')

const screenOf = (walk: Walk, id: 'things' | 'runs') =>
  walk.page
    .getByRole('navigation', { name: walk.t('housing.nav'), exact: true })
    .getByRole('button', { name: walk.t(`housing.nav.${id}`), exact: true })

async function openThings(walk: Walk): Promise<void> {
  const { page, t, title } = walk
  const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
  await main.getByText(t('common.shell.housing'), { exact: true }).click()
  await screenOf(walk, 'things').click()
  await title('things.title')
}

/** Of a group whose household was set up a moment ago. */
export async function lookAtOfferedThings(walk: Walk): Promise<void> {
  const { look, button, dialog, closeDialog, title } = walk
  await openThings(walk)
  await look('things-empty')
  await button('things.offer').click()
  await dialog().getByRole('checkbox').first().waitFor()
  await look('things-offer')
  await closeDialog()
  await screenOf(walk, 'runs').click()
  await title('things.runs.title')
  await look('runs-empty')
}

export async function lookAtThings(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, closeDialog, title } = walk
  await openThings(walk)
  await look('things')
  await page.getByRole('link', { name: t('things.item.sofa'), exact: true }).click()
  await dialog().getByRole('textbox').first().waitFor()
  const photos = page.getByRole('group', { name: t('things.photos'), exact: true })
  await sendFile(photos, 'drop', 'sofa.jpg', readFileSync(PHOTO))
  await photos.getByRole('listitem').waitFor()
  await photos.scrollIntoViewIfNeeded()
  await look('thing-dialog')
  await button('common.save').click()
  await dialog().waitFor({ state: 'detached' })
  await page.getByText(t('things.pictures', { count: 1 })).waitFor()
  await look('things-photographed')
  await button('things.new').click()
  await dialog().getByLabel(t('things.source'), { exact: true }).selectOption('donated')
  await dialog().getByLabel(t('things.condition'), { exact: true }).selectOption('second-hand')
  await dialog().getByLabel(t('things.should-be-new'), { exact: true }).selectOption('footwear')
  await look('thing-warned')
  await page.keyboard.press('Escape')
  await button('money.entry.discard-yes').click()
  await dialog().waitFor({ state: 'detached' })
  await screenOf(walk, 'runs').click()
  await title('things.runs.title')
  await look('runs')
  await button('things.runs.paper').click()
  await dialog().getByRole('article').waitFor()
  await look('run-paper')
  await closeDialog()
  await page
    .getByRole('main')
    .getByRole('button', { name: t('things.runs.edit'), exact: true })
    .click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('run-dialog')
  await closeDialog()
}
