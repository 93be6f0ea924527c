/** How a walk moves through the app: by the words of its language, always until the title of the next screen is there. */
import { expect, type Locator, type Page } from '@playwright/test'
import { LANGUAGE_NAMES, type Language } from '#ui/words/messages.ts'
import { type JourneyWords, journeyWords } from '../journey/words.ts'
import { createLooker, type Look, type Looker } from './looks.ts'

/** Making a passphrase's key takes a second or two on a fast laptop and many on a slow one. */
export const SEALING_MS = 60_000

export interface Walk extends Looker {
  readonly t: JourneyWords['t']
  readonly button: (id: string, values?: Readonly<Record<string, string | number>>) => Locator
  readonly link: (id: string) => Locator
  readonly field: (id: string) => Locator
  readonly dialog: () => Locator
  /** Until the screen with this title stands there. */
  title(id: string, timeout?: number): Promise<void>
  /** A screen of Money, from anywhere in the open group. */
  money(
    screen: 'entries' | 'coming' | 'accounts' | 'budget' | 'support' | 'allowance' | 'import',
    titleId?: string,
  ): Promise<void>
  /** A screen of the Plan, from anywhere in the open group. */
  plan(screen: 'list' | 'board' | 'arrival' | 'load' | 'month-13', titleId: string): Promise<void>
  /** A screen of People, from anywhere in the open group. */
  people(screen: 'household' | 'members' | 'contacts'): Promise<void>
  /** A screen of Housing, from anywhere in the open group. */
  housing(screen: 'board' | 'list' | 'compare', titleId: string): Promise<void>
  area(name: 'today' | 'reports' | 'settings'): Promise<void>
  tab(id: string): Promise<void>
  closeDialog(): Promise<void>
}

/** A label that may say behind it that the field can stay empty. */
const labelled = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\(.*\\))?$`)

export async function startWalk(
  page: Page,
  household: string,
  language: Language,
  looks: readonly Look[],
): Promise<Walk> {
  const { t } = journeyWords(language)
  const main = () => page.getByRole('navigation', { name: t('common.shell.navigation') })
  const dialog = () => page.getByRole('dialog').last()
  const title = (id: string, timeout = 15_000) =>
    expect(page.getByRole('heading', { level: 1, name: t(id), exact: true })).toBeVisible({ timeout })
  await page.goto('/')
  await page.getByRole('button', { name: LANGUAGE_NAMES[language] }).click()
  return {
    ...createLooker(page, household, language, looks),
    t,
    button: (id, values) => page.getByRole('button', { name: t(id, values), exact: true }),
    link: id => page.getByRole('link', { name: t(id), exact: true }),
    field: id => page.getByLabel(labelled(t(id))),
    dialog,
    title,
    async money(screen, titleId = `money.${screen}.title`) {
      await main().getByText(t('common.shell.money')).click()
      const neighbours = page.getByRole('navigation', { name: t('money.nav'), exact: true })
      await neighbours.getByRole('button', { name: t(`money.nav.${screen}`), exact: true }).click()
      await title(titleId)
    },
    async plan(screen, titleId) {
      await main().getByText(t('common.shell.plan'), { exact: true }).click()
      const neighbours = page.getByRole('navigation', { name: t('plan.nav'), exact: true })
      await neighbours.getByRole('button', { name: t(`plan.nav.${screen}`), exact: true }).click()
      await title(titleId)
    },
    async people(screen) {
      await main().getByText(t('common.shell.people'), { exact: true }).click()
      const neighbours = page.getByRole('navigation', { name: t('people.nav'), exact: true })
      await neighbours.getByRole('button', { name: t(`people.nav.${screen}`), exact: true }).click()
      await title(`people.${screen}.title`)
    },
    async housing(screen, titleId) {
      await main().getByText(t('common.shell.housing'), { exact: true }).click()
      const neighbours = page.getByRole('navigation', { name: t('housing.nav'), exact: true })
      await neighbours.getByRole('button', { name: t(`housing.nav.${screen}`), exact: true }).click()
      await title(titleId)
    },
    async area(name) {
      await main()
        .getByText(t(`common.shell.${name}`))
        .click()
      await title(`${name}.title`)
    },
    async tab(id) {
      await page.getByRole('tab', { name: t(id) }).click()
      await expect(page.getByRole('tab', { name: t(id) })).toHaveAttribute('aria-selected', 'true')
    },
    async closeDialog() {
      const open = await page.getByRole('dialog').count()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(open - 1)
    },
  }
}
