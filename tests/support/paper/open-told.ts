/** A group of a test's own, opened from its sealed copy as a member who reads everything. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { DraftOp } from '#store/store.ts'
import type { Language } from '#ui/words/messages.ts'
import { browserMachine } from '../journey/machine.ts'
import { SEALING_MS, startWalk, type Walk } from '../screens/walk.ts'
import { founderCopy } from '../sentinels/driver-copy.ts'
import { PASSPHRASE } from '../vault/fast-vault.ts'

export async function openTold(page: Page, language: Language, ops: readonly DraftOp[]): Promise<Walk> {
  const machine = await browserMachine(page)
  const copy = join(machine.folder, 'copy.porchlight')
  writeFileSync(copy, await founderCopy([ops]))
  const walk = await startWalk(page, 'none', language, [])
  await page.getByRole('button', { name: walk.t('setup.welcome.copy') }).click()
  await machine.open(() => page.getByRole('button', { name: walk.t('lock.copy.choose') }).click(), copy)
  await page.getByRole('textbox', { name: walk.t('setup.copy.passphrase') }).fill(PASSPHRASE)
  await walk.button('setup.copy.open').click()
  await walk.title('today.title', SEALING_MS)
  await machine.remove()
  return walk
}
