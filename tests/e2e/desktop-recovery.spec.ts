/**
 * A second, empty laptop opens a sealed copy with the printed sheet; and what a locked laptop says when it is not opened:
 * a sentence of its own for each reason, in both languages.
 */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANGUAGE_NAMES } from '#ui/words/messages.ts'
import { expect, test } from '../support/electron/desktop.ts'
import { openReport } from '../support/journey/first-evening.ts'
import { createHands } from '../support/journey/hands.ts'
import { desktopMachine, type JourneyMachine } from '../support/journey/machine.ts'
import { journeyWords, plainSpaces } from '../support/journey/words.ts'
import { writtenBy } from '../support/sentinels/sentinels.ts'
import { tellEverything } from '../support/sentinels/story.ts'
import { watchedBrowser } from '../support/sentinels/watched-laptop.ts'
import { diceFor } from '../support/soak/size.ts'
import { canRunAge, opensWithAge } from '../support/vault/age-tool.ts'

const ZONE = 'America/St_Johns'
const SEALING_MS = 90_000
const words = journeyWords('en')
const { t } = words

/** The eight lines of the report of 2025, as they stand on the screen. */
async function figuresOn(machine: JourneyMachine, openingCents: number): Promise<string> {
  await openReport({ machine, hands: createHands('mouse', machine.page), words }, '2025')
  const paper = machine.page().getByRole('article', { name: words.paper('section.box') })
  const table = paper.getByRole('table', { name: words.paper('section.figures') })
  await expect(table).toContainText(words.money(openingCents))
  return plainSpaces(await table.innerText())
}

test('the printed sheet and a sealed copy from a browser open the group on an empty laptop', async ({
  desktop,
}) => {
  test.setTimeout(400_000)
  const old = await watchedBrowser()
  const written = writtenBy(diceFor('recovery'))
  const { sheet, sealedCopy } = await tellEverything({ machine: old.machine, words, written })
  const figures = await figuresOn(old.machine, written.openingCents)

  const machine = await desktopMachine(desktop, ZONE)
  const page = machine.page()
  await page.getByRole('button', { name: t('setup.welcome.copy') }).click()
  await machine.open(() => page.getByRole('button', { name: t('lock.copy.choose') }).click(), sealedCopy.path)
  await createHands('mouse', machine.page).mark(page.getByRole('radio', { name: t('setup.copy.by-sheet') }))
  await page
    .getByLabel(t('lock.recover.secret'))
    .fill([...sheet.groups, ...sheet.last].join(' ').toLowerCase())
  const shown = page.getByTestId('passphrase-words')
  await expect(shown).toHaveText(/^\p{L}+( \p{L}+){4,5}$/u)
  const passphrase = await shown.innerText()
  await page.getByRole('button', { name: t('lock.recover.open') }).click()
  const today = page.getByRole('heading', { level: 1, name: t('today.title') })
  await today.waitFor({ timeout: SEALING_MS })
  expect(await figuresOn(machine, written.openingCents)).toBe(figures)
  await old.close()
  await old.remove()

  if (!canRunAge)
    console.log('left out: opening device.age with age, because age or python3 is not installed')
  else {
    const plain = join(machine.folder, 'device.json')
    expect(opensWithAge(join(desktop.profile, 'group/keys/device.age'), plain, passphrase)).toBe(true)
    expect(JSON.parse(await readFile(plain, 'utf8'))).toMatchObject({
      format: 'porchlight-device',
      age: expect.stringMatching(/^AGE-SECRET-KEY-PQ-1/),
    })
  }
  await machine.remove()
})

/** A group of which no question was answered but the passphrase, locked. */
async function lockedGroup(machine: JourneyMachine): Promise<string> {
  const page = machine.page()
  await page.getByRole('button', { name: t('setup.welcome.start') }).click()
  await page.getByRole('button', { name: t('setup.continue') }).click()
  const shown = page.getByTestId('passphrase-words')
  await expect(shown).toHaveText(/^\p{L}+( \p{L}+){4,5}$/u)
  const passphrase = await shown.innerText()
  const count = passphrase.split(' ').length
  await page.getByRole('button', { name: t('setup.lock.use-words', { count }) }).click()
  await page.getByLabel(t('setup.sheet.prove')).waitFor({ timeout: SEALING_MS })
  return passphrase
}

/** Tries, and expects one sentence of its own, in English and in French, with the field still filled in. */
async function expectRefused(page: Page, passphrase: string, kind: string): Promise<void> {
  await page.getByLabel(t('lock.passphrase'), { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: t('lock.unlock') }).click()
  for (const language of ['en', 'fr', 'en'] as const) {
    const here = journeyWords(language)
    await page.getByRole('button', { name: LANGUAGE_NAMES[language] }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(here.t(`lock.problem-title.${kind}`), { timeout: SEALING_MS })
    await expect(alert).toContainText(here.t(`lock.problem-text.${kind}`))
    await expect(page.getByLabel(here.t('lock.passphrase'), { exact: true })).toHaveValue(passphrase)
  }
}

test('a locked laptop says why it did not open, and opens again once that is put right', async ({
  desktop,
}) => {
  test.setTimeout(400_000)
  const machine = await desktopMachine(desktop, ZONE)
  const passphrase = await lockedGroup(machine)
  await machine.quit()
  const { app, page } = await desktop.start({ timeZone: ZONE })
  const keys = join(desktop.profile, 'group/keys')
  const device = join(keys, 'device.age')
  const whole = await readFile(device)

  await expectRefused(page, 'not these words', 'wrong-passphrase')
  const flipped = Buffer.from(whole)
  flipped[flipped.length - 20] = (flipped.at(-20) ?? 0) ^ 1
  await writeFile(device, flipped)
  await expectRefused(page, passphrase, 'damaged')
  await writeFile(device, whole.toString('latin1').replace(/^(-> scrypt \S+) 18$/m, '$1 30'), 'latin1')
  await expectRefused(page, passphrase, 'absurd-work-factor')
  await writeFile(device, whole)
  const epoch = (await readdir(keys)).find(name => name.startsWith('epoch-')) ?? ''
  await rename(join(keys, epoch), join(desktop.profile, epoch))
  await expectRefused(page, passphrase, 'missing-key-file')
  await rename(join(desktop.profile, epoch), join(keys, epoch))

  await page.getByRole('button', { name: t('lock.unlock') }).click()
  await page.getByRole('heading', { level: 1, name: t('today.title') }).waitFor({ timeout: SEALING_MS })
  await app.close()

  // Without its device key it is still a group: no new one is begun over it.
  await rename(device, join(desktop.profile, 'device.age'))
  const again = await desktop.start({ timeZone: ZONE })
  const alert = again.page.getByRole('alert')
  await expect(alert).toContainText(t('lock.problem-title.missing-key-file'))
  await expect(alert).toContainText('device.age')
  await again.page.getByRole('link', { name: t('setup.welcome.copy') }).click()
  await expect(again.page.getByRole('heading', { level: 1, name: t('setup.copy.title') })).toBeFocused()
  await machine.remove()
})
