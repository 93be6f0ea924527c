/** The steps of the first evening, from an empty laptop to the yearly report, each as a person takes it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { LANGUAGE_NAMES } from '#ui/words/messages.ts'
import type { Hands } from './hands.ts'
import { type JourneyMachine, untilReplaced } from './machine.ts'
import { type JourneyWords, plainSpaces } from './words.ts'

export interface Journey {
  readonly machine: JourneyMachine
  readonly hands: Hands
  readonly words: JourneyWords
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name })

/** A passphrase is hard to try on purpose: on a busy machine making or opening a group takes a while. */
const SEALING_MS = 90_000
const SCREEN_MS = 20_000

const atScreen = (page: Page, title: string, timeout = SCREEN_MS): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeFocused({ timeout })

/** The page follows the system's language; another one is chosen on the first screen. */
export async function chooseLanguage({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  const own = page.getByRole('button', { name: LANGUAGE_NAMES[words.language] })
  await own.waitFor()
  if ((await own.getAttribute('aria-pressed')) !== 'true') await hands.press(own)
  await expect(page.getByRole('heading', { level: 1, name: words.t('setup.welcome.title') })).toBeVisible()
}

/** Gives the five words, which the person has written down. */
export async function startGroup({ machine, hands, words }: Journey): Promise<string> {
  const page = machine.page()
  const { t } = words
  await hands.press(button(page, t('setup.welcome.start')))
  await hands.type(page.getByRole('textbox', { name: t('setup.group.name') }), 'Maple street')
  await hands.press(button(page, t('setup.continue')))
  const shown = page.getByTestId('passphrase-words')
  await expect(shown).toHaveText(/^\p{L}+( \p{L}+){4,5}$/u)
  const passphrase = await shown.innerText()
  const count = passphrase.split(' ').length
  await hands.press(button(page, t('setup.lock.use-words', { count })))
  await atScreen(page, t('setup.sheet.title'), SEALING_MS)
  return passphrase
}

/** Prints the recovery sheet and types its last line from the paper. */
export async function proveRecoverySheet({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  const { t } = words
  await hands.press(button(page, t('setup.sheet.print')))
  await hands.type(page.getByRole('textbox', { name: t('setup.sheet.prove') }), await lastLineOnPaper(page))
  await hands.press(button(page, t('setup.sheet.check')))
  await atScreen(page, t('setup.sponsorship.title'))
}

async function lastLineOnPaper(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByTestId('recovery-sheet')
  await expect(sheet).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  const paper = await sheet.innerText()
  await page.emulateMedia({ media: null })
  const groups = paper.match(/^[A-Z0-9]{4}\s+[A-Z0-9]{4}$/m)
  if (groups === null) throw new Error('the sheet has no last line')
  return groups[0].replace(/\s+/g, ' ')
}

export async function enterSponsorship({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  const { t } = words
  const radio = (name: string): Locator => page.getByRole('radio', { name })
  await hands.mark(radio(t('setup.program-name.sah')))
  await hands.choose(page.getByRole('combobox', { name: t('setup.province') }), t('setup.province.ON'))
  await hands.type(page.getByRole('combobox', { name: t('setup.town') }), 'Ott')
  await hands.press(page.getByRole('option', { name: 'Ottawa', exact: true }))
  await hands.mark(radio(t('setup.arrival-state.landed')))
  await hands.type(page.getByRole('textbox', { name: t('setup.arrival-date.reached') }), '2025-09-27')
  await hands.press(button(page, t('setup.continue')))
  await atScreen(page, t('setup.people.title'))
}

/** One adult and what is proposed for the money. */
export async function acceptBudget({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  const { t } = words
  await hands.press(button(page, t('setup.continue')))
  await atScreen(page, t('setup.money.title'))
  await hands.press(button(page, t('setup.money.show-budget')))
  await atScreen(page, t('setup.budget.title'))
  await hands.press(button(page, t('setup.budget.use')))
  await atScreen(page, t('setup.done.title'))
}

export async function importFirstFile({ machine, hands, words }: Journey, path: string): Promise<void> {
  const page = machine.page()
  const { t } = words
  await hands.press(button(page, t('setup.done.import')))
  await pickBankFile({ machine, hands, words }, path)
  await applyImport({ machine, hands, words })
}

export async function pickBankFile({ machine, hands, words }: Journey, path: string): Promise<void> {
  await machine.open(() => hands.press(button(machine.page(), words.t('import.choose-file'))), path)
}

export async function openImport({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  await hands.call('g m', button(page, words.t('common.shell.money')))
  await hands.press(page.getByRole('button', { name: words.t('money.nav.import'), exact: true }))
}

/** The file changes nothing: not a row of it is new. */
export async function expectNothingNew(journey: Journey, path: string): Promise<void> {
  const { machine, hands, words } = journey
  const page = machine.page()
  await pickBankFile(journey, path)
  await expect(page.getByText(words.t('import.nothing-new'), { exact: true })).toBeVisible({
    timeout: SCREEN_MS,
  })
  await expect(button(page, words.t('import.apply', { count: 0 }))).toBeDisabled()
  await hands.press(button(page, words.t('import.other-file')))
}

/** From the list of imports; afterwards there is nothing to report, and every row would come back. */
export async function undoImport(journey: Journey): Promise<void> {
  const { machine, hands, words } = journey
  const { t } = words
  const page = machine.page()
  await hands.press(button(page, t('import.undo')))
  await expect(page.getByRole('region', { name: t('import.history') })).toHaveCount(0)
  await hands.call('g r', button(page, t('common.shell.reports')))
  await expect(page.getByText(t('reports.empty'))).toBeVisible()
  await openImport(journey)
}

export async function applyImport({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  await hands.call('Control+Enter', button(page, words.t('import.apply', { count: 173 })))
  await expect(page.getByText(words.t('import.done', { count: 173 }))).toBeVisible({ timeout: SCREEN_MS })
}

export async function openReport({ machine, hands, words }: Journey, period: string): Promise<void> {
  const page = machine.page()
  const { t } = words
  await hands.call('g r', button(page, t('common.shell.reports')))
  await atScreen(page, t('reports.title'))
  await hands.choose(page.getByRole('combobox', { name: t('reports.period') }), period)
}

const FIGURES = [
  'figures.opening',
  'figures.in',
  'figures.out',
  'figures.closing',
  'figures.statement',
  'figures.difference',
  'figures.still-to-pay',
  'figures.left-over',
] as const

/** What stands on the screen behind each of the eight lines, with plain spaces. */
export async function eightFigures({ machine, words }: Journey): Promise<readonly string[]> {
  const paper = machine.page().getByRole('article', { name: words.paper('section.box') })
  const table = paper.getByRole('table', { name: words.paper('section.figures') })
  await expect(table.getByRole('rowheader')).toHaveText(FIGURES.map(words.paper))
  return (await table.getByRole('cell').allInnerTexts()).map(plainSpaces)
}

/** Locks, and opens again with the words that were written down. */
export async function lockAndUnlock(journey: Journey, passphrase: string): Promise<void> {
  const { machine, hands, words } = journey
  const { t } = words
  await untilReplaced(hands.call('Control+l', button(machine.page(), t('common.shell.lock'))))
  await machine.afterLock(t('lock.title'))
  const page = machine.page()
  await hands.type(page.getByRole('textbox', { name: t('lock.passphrase') }), passphrase)
  await hands.press(button(page, t('lock.unlock')))
  await page.getByRole('heading', { level: 1, name: t('today.title') }).waitFor({ timeout: SEALING_MS })
}
