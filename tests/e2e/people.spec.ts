/** The people of a household and of the group: found, opened, kept. */
import type { Page } from '@playwright/test'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { SEALING_MS, startWalk } from '../support/screens/walk.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

async function openDemo(page: Page, language: 'en' | 'fr') {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  const walk = await startWalk(page, 'none', language, [])
  await page.getByRole('button', { name: walk.t('setup.welcome.demo') }).click()
  await walk.title('today.title', SEALING_MS)
  return walk
}

const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

test('are gone to by mouse, in French: a household by its codes, and members', async ({ page }) => {
  const { t, people, button } = await openDemo(page, 'fr')
  await people('household')
  const rows = page.getByRole('table', { name: 'Mélèze' }).getByRole('row')
  // A head, three adults and two children.
  await expect(rows).toHaveCount(6)
  await expect(rows.filter({ hasText: 'A3' })).toContainText('U2')
  await expect(rows.filter({ hasText: 'A3' })).toContainText(t('settings.arrival.later', { number: 2 }))
  await rows.getByRole('link', { name: 'C1', exact: true }).click()
  await expect(titled(page, 'C1')).toBeFocused()
  await expect(page.getByText(t('settings.band.child-6-17'))).toBeVisible()
  await expectNothingSerious(page)
  // Personal details are covered until they are asked for.
  await expect(page.getByText('Laila')).toHaveCount(0)
  await page.getByRole('button', { name: t('people.private.show') }).click()
  await expect(page.getByText('Laila', { exact: true })).toBeVisible()
  await button('common.shell.hide-amounts').click()
  await expect(page.getByText('Laila', { exact: true })).toHaveCount(0)
  await button('common.shell.show-amounts').click()
  await expect(page.getByText('Laila', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Mélèze', exact: true }).click()
  await expect(titled(page, t('people.household.title'))).toBeFocused()
  await people('members')
  await expect(page.getByRole('row').filter({ hasText: 'Wren' })).toContainText(
    t('settings.members.paper-only'),
  )
  await expect(page.getByRole('row').filter({ hasText: 'Pika' })).toContainText(t('settings.members.left'))
  await expectNothingSerious(page)
})

test('are found without a mouse, in English: g o, and Ctrl+K by code or name', async ({ page }) => {
  const { t } = await openDemo(page, 'en')
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(titled(page, t('people.household.title'))).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tamarack c2')
  await expect(page.getByRole('option', { name: /C2/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(titled(page, 'C2')).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('otter')
  await expect(page.getByRole('option', { name: 'Otter Member' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByLabel(t('setup.group.me-other'))).toHaveValue('Otter')
})

test('have personal details, entered without a mouse, in English, and shown on their own page alone', async ({
  page,
}) => {
  const { t, field, dialog } = await openDemo(page, 'en')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tamarack a3')
  await expect(page.getByRole('option', { name: /A3/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(titled(page, 'A3')).toBeFocused()
  await page.getByRole('button', { name: t('people.private.edit') }).focus()
  await page.keyboard.press('Enter')
  // The name of somebody who is there already is asked about.
  await field('people.private.name-used').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Karimi Laila')
  await expect(dialog().getByText(t('people.private.twice', { who: 'C1' }))).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Nasrin-jan')
  await expect(dialog().getByText(t('people.private.twice', { who: 'C1' }))).toHaveCount(0)
  await field('people.private.born').focus()
  await page.keyboard.type('2030-01-01')
  await field('people.private.phone').focus()
  await page.keyboard.type('416-555-0199')
  await page.keyboard.press('Enter')
  await expect(field('people.private.born')).toHaveAccessibleDescription(
    new RegExp(t('people.private.born.to-come')),
  )
  await field('people.private.born').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1990-05-06')
  await page.keyboard.press('Enter')
  await expect(dialog()).toHaveCount(0)
  await expect(page.getByText('Nasrin-jan')).toHaveCount(0)
  await page.getByRole('button', { name: t('people.private.show') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nasrin-jan', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: t('people.private.cover') })).toBeFocused()
  await expectNothingSerious(page)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: t('people.copy.phone') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(t('common.copy.done'))).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('416-555-0199')
  // Neither the title of the window nor what is searched knows the name.
  expect(await page.title()).toBe('Porchlight')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nasrin')
  await expect(page.getByText(t('common.palette.none', { query: 'nasrin' }))).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Nasrin-jan', { exact: true })).toHaveCount(0)
  await expect(page.getByText('Nasrin', { exact: true })).toBeVisible()
})
