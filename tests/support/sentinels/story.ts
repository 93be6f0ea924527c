/** An evening in which everything that may be typed is typed, and a bank file and two exports come with it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { TableRow } from '../imports/account-table.ts'
import { bankBytes } from '../imports/write-bank-files.ts'
import type { JourneyMachine, SavedFile } from '../journey/machine.ts'
import type { JourneyWords } from '../journey/words.ts'
import { type SheetText, typed, type Written } from './sentinels.ts'

export interface Evening {
  readonly machine: JourneyMachine
  readonly words: JourneyWords
  readonly written: Written
}

export interface Told {
  readonly passphrase: string
  readonly sheet: SheetText
  /** Files with what was typed, which the person has from elsewhere or asked for. */
  readonly bankFile: string
  readonly paper: string
  readonly withNames: SavedFile
  readonly sealedCopy: SavedFile
}

const SEALING_MS = 90_000
const SCREEN_MS = 20_000
/** Where a bank writes what sentinels stand for in the fixture. */
const FIXTURE_ACCOUNT = '012345678901'
const FIXTURE_ID = '92025100100000'

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

export async function tellEverything(evening: Evening): Promise<Told> {
  const { passphrase, sheet } = await startGroup(evening)
  await answerSetUp(evening)
  const bankFile = await importBankFile(evening)
  const paper = await recordByHand(evening)
  await addMember(evening)
  const withNames = await saveReportWithNames(evening)
  const sealedCopy = await saveSealedCopy(evening)
  return { passphrase, sheet, bankFile, paper, withNames, sealedCopy }
}

async function startGroup({
  machine,
  words: { t },
  written,
}: Evening): Promise<Pick<Told, 'passphrase' | 'sheet'>> {
  const page = machine.page()
  await page.getByRole('button', { name: t('setup.welcome.start') }).click()
  await page.getByLabel(t('setup.group.name')).fill(written.groupName)
  await page.getByLabel(t('setup.group.paper')).fill(written.nameOnPaper)
  await page.getByLabel(t('setup.group.me')).fill(written.myName)
  await button(page, t('setup.continue')).click()
  const shown = page.getByTestId('passphrase-words')
  await expect(shown).toHaveText(/^\p{L}+( \p{L}+){4,5}$/u)
  const passphrase = await shown.innerText()
  // Typed by hand as an own passphrase, so that it passes through a field too.
  await page.getByRole('link', { name: t('setup.passphrase.use-own') }).click()
  await page.getByLabel(t('setup.passphrase.own')).pressSequentially(passphrase)
  await button(page, t('setup.lock.use-own')).click()
  const paper = page.getByTestId('recovery-sheet').getByTestId('secret')
  await expect(paper).toBeAttached({ timeout: SEALING_MS })
  const last = await paper.getByTestId('last-line').locator('span').allTextContents()
  const all = await paper.locator('span').allTextContents()
  await page.getByLabel(t('setup.sheet.prove')).pressSequentially(last.join(' '))
  await button(page, t('setup.sheet.check')).click()
  return { passphrase, sheet: { groups: all.slice(0, -last.length), last } }
}

async function answerSetUp({ machine, words: { t }, written }: Evening): Promise<void> {
  const page = machine.page()
  await page.getByLabel(t('setup.town')).fill(written.town, { timeout: SCREEN_MS })
  await page.getByLabel(t('setup.town')).press('Tab')
  await button(page, t('setup.continue')).click()
  await page.getByLabel(t('setup.code-name')).fill(written.codeName)
  await button(page, t('setup.continue')).click()
  await page.getByLabel(t('setup.account.name')).fill(written.accountName)
  await page.getByLabel(t('setup.balance'), { exact: true }).fill(typed(written.openingCents))
  await page.getByLabel(t('setup.balance.date'), { exact: true }).fill('2025-01-01')
  await page.getByLabel(t('setup.rent')).fill(typed(written.rentCents))
  await button(page, t('setup.money.show-budget')).click()
  await button(page, t('setup.budget.use')).click()
}

async function importBankFile({ machine, words: { t }, written }: Evening): Promise<string> {
  const page = machine.page()
  const rows: readonly TableRow[] = [
    ['2025-10-01', written.receivedCents, written.accentedPayee, ''],
    ['2025-10-03', -written.paidCents, written.bankPayee, written.bankMemo],
  ]
  const bytes = Buffer.from(bankBytes('statement-v2.ofx', rows)).toString()
  const path = join(machine.folder, 'from-the-bank.ofx')
  await writeFile(
    path,
    bytes.replace(FIXTURE_ACCOUNT, written.bankAccount).replace(FIXTURE_ID, written.bankId),
  )
  await button(page, t('setup.done.import')).click()
  await machine.open(() => button(page, t('import.choose-file')).click(), path)
  await button(page, t('import.apply', { count: rows.length })).click()
  await expect(page.getByText(t('import.done', { count: rows.length }))).toBeVisible({ timeout: SCREEN_MS })
  return path
}

/** A receipt as a PDF whose words are not compressed: in clear they would be found. */
function plainPdf(text: string): Buffer {
  const drawn = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n`, 'latin1')
}

async function recordByHand({ machine, words: { t }, written }: Evening): Promise<string> {
  const page = machine.page()
  await button(page, t('common.shell.money')).click()
  await button(page, t('money.entry.new')).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel(t('money.date'), { exact: true }).fill('2025-11-04')
  await form.getByLabel(t('money.amount'), { exact: true }).fill(typed(written.typedCents))
  await form.getByLabel(t('money.payee'), { exact: true }).fill(written.typedPayee)
  await form.getByLabel(t('money.payee'), { exact: true }).press('Tab')
  const paper = join(machine.folder, written.paperName)
  await writeFile(paper, plainPdf(written.paperText))
  await machine.open(() => form.getByText(t('common.paper.attach')).click(), paper)
  await form.getByRole('link', { name: written.paperName }).click()
  await expect(page.locator('figure[data-drawn]')).toBeVisible()
  await expect(page.locator('figure canvas')).toContainText(written.paperText)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await form.getByText(t('money.more-fields')).click()
  await form.getByRole('textbox', { name: t('money.tags') }).fill(written.tag)
  await form.getByRole('textbox', { name: t('money.note') }).fill(written.note)
  await button(page, t('money.entry.save-close')).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('row').filter({ hasText: written.typedPayee })).toBeVisible()
  return paper
}

async function addMember({ machine, words: { t }, written }: Evening): Promise<void> {
  const page = machine.page()
  await button(page, t('common.shell.people')).click()
  await button(page, t('people.nav.members')).click()
  await button(page, t('people.member.add')).click()
  await page.getByLabel(t('setup.group.me-other')).fill(written.otherMember)
  await button(page, t('common.save')).last().click()
  await expect(page.getByText(written.otherMember)).toBeVisible()
}

/** Asked for once: the one file in which names stand. */
async function saveReportWithNames({ machine, words: { t } }: Evening): Promise<SavedFile> {
  const page = machine.page()
  await button(page, t('common.shell.reports')).click()
  await page.getByLabel(t('reports.period')).selectOption('2025')
  await page.getByRole('checkbox', { name: t('reports.entries') }).check()
  await page.getByRole('checkbox', { name: t('reports.names') }).check()
  return machine.save(async () => {
    await button(page, t('reports.save.csv')).click()
    await button(page, t('reports.names.confirm')).click()
  })
}

async function saveSealedCopy({ machine, words: { t } }: Evening): Promise<SavedFile> {
  const page = machine.page()
  await button(page, t('common.shell.settings')).click()
  await page.getByRole('tab', { name: t('settings.tab.safety') }).click()
  return machine.save(() => button(page, t('settings.copy.save')).click())
}
