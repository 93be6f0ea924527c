/**
 * A lease that was changed where no money is kept: its form says there what does not follow, and Today of a laptop that
 * reads Money says what differs and puts it level in one step.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { recurring } from '#domain/recurring.ts'
import { createOp } from '#state/commands/gate.ts'
import { LANGUAGE_NAMES, type Language } from '#ui/words/messages.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands, type Hands } from '../support/journey/hands.ts'
import { browserMachine } from '../support/journey/machine.ts'
import { journeyWords, plainSpaces } from '../support/journey/words.ts'
import { driverCopy } from '../support/sentinels/driver-copy.ts'
import { PASSPHRASE } from '../support/vault/fast-vault.ts'

test.use({ actionTimeout: 15_000 })
test.setTimeout(180_000)

const SEALING_MS = 60_000
const NOW = '2026-11-23T12:00:00-05:00'
/** The copy's household speaks English, whoever opens it. */
const HOME = 'Three bedrooms on Linden'

/** The demo's lease asks for 1,900; Money still expects what it was before. */
const expected = createOp(recurring, 'demo-lease-linden-rent', {
  account: null,
  money: { cents: -185_000, splits: [], toAccount: null },
  payee: 'ALDER HOMES',
  schedule: { every: 'month', start: '2026-08-01', end: '2027-07-31', day: 1 },
  writtenFor: 'demo-lease-linden',
})

async function openCopy(page: Page, language: Language, kind: Hands['kind'], opens: ('team' | 'money')[]) {
  await page.clock.setFixedTime(new Date(NOW))
  const machine = await browserMachine(page)
  const copy = join(machine.folder, 'copy.porchlight')
  await writeFile(copy, await driverCopy({ today: NOW.slice(0, 10), opens, more: [expected] }))
  const hands = createHands(kind, () => page)
  const words = journeyWords(language)
  const { t } = words
  await page.goto('/')
  await hands.press(page.getByRole('button', { name: LANGUAGE_NAMES[language], exact: true }))
  await hands.press(page.getByRole('button', { name: t('setup.welcome.copy') }))
  await machine.open(() => hands.press(page.getByRole('button', { name: t('lock.copy.choose') })), copy)
  await hands.type(page.getByLabel(t('setup.copy.passphrase'), { exact: true }), PASSPHRASE)
  await hands.press(page.getByRole('button', { name: t('setup.copy.open') }))
  await page.getByRole('heading', { level: 1, name: t('today.title') }).waitFor({ timeout: SEALING_MS })
  return { machine, hands, words, t }
}

for (const [kind, language] of [
  ['keyboard', 'fr'],
  ['mouse', 'en'],
] as const)
  test(`Money is put as the lease says, by ${kind}, in ${language}`, async ({ page }) => {
    const { machine, hands, words, t } = await openCopy(page, language, kind, ['team', 'money'])
    const title = page.getByText(t('today.lease', { home: HOME }), { exact: true })
    await expect(title).toBeVisible()
    const rent = t('today.lease.rent', { lease: words.money(190_000), money: words.money(185_000) })
    expect(plainSpaces(await page.getByRole('main').innerText())).toContain(plainSpaces(rent))
    await expectNothingSerious(page)
    await hands.press(page.getByRole('button', { name: t('today.lease.level'), exact: true }))
    await expect(title).toHaveCount(0)
    await expect(page.getByText(t('today.lease.level-done'), { exact: true })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(title).toBeVisible()
    await hands.press(page.getByRole('button', { name: t('today.lease.show'), exact: true }))
    await expect(page.getByRole('heading', { level: 1, name: HOME, exact: true })).toBeVisible()
    await machine.remove()
  })

test('a laptop without Money is told in the form that the rent stays as Money has it, and nothing on Today', async ({
  page,
}) => {
  const { machine, hands, t } = await openCopy(page, 'en', 'keyboard', ['team'])
  await expect(page.getByText(t('today.lease', { home: HOME }), { exact: true })).toHaveCount(0)
  const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
  await hands.call('g h', main.getByText(t('common.shell.housing'), { exact: true }))
  await hands.press(page.getByRole('link', { name: HOME, exact: true }))
  await hands.press(page.getByRole('button', { name: t('housing.lease.menu'), exact: true }))
  await hands.press(page.getByRole('menuitem', { name: t('housing.edit'), exact: true }))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(t('housing.lease.money-stays'), { exact: true })).toBeVisible()
  await expect(dialog.getByText(t('housing.lease.money-elsewhere'), { exact: true })).toHaveCount(0)
  await expectNothingSerious(page)
  await machine.remove()
})
