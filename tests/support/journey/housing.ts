/** The steps of "looking for a home": leads on the board, moved, spoken about, put aside – on a fresh group. */
import { expect, type Locator } from '@playwright/test'
import type { Journey } from './first-evening.ts'

export interface Lead {
  readonly name: string
  readonly rent?: string
  readonly bedrooms?: number
}

export interface HousingHere {
  add(lead: Lead): Promise<void>
  column(stage: string): Locator
  card(name: string): Locator
  /** One stage on, by the arrow of its card. */
  moveOn(name: string, to: string): Promise<void>
  /** By an entry of the card's menu. */
  choose(name: string, entry: string): Promise<void>
  open(name: string): Promise<void>
  /** Fields of the open lease by the ids of their labels; then it is saved. */
  fillLease(fields: Readonly<Record<string, string>>): Promise<void>
  /** What was done last, of which the toast says so. */
  undo(said: string): Promise<void>
  go(screen: 'board' | 'list' | 'compare'): Promise<void>
  /** Of a home that is compared, what stands in a row. */
  compared(row: string, name: string): Promise<Locator>
}

export function housingOf({ machine, hands, words }: Journey): HousingHere {
  const page = machine.page()
  const { t } = words
  const dialog = page.getByRole('dialog')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const card = (name: string) =>
    page.locator('li').filter({ has: page.locator('[data-card]').getByRole('link', { name, exact: true }) })
  return {
    card,
    column: stage =>
      page.getByRole('region', { name: new RegExp(`^${t(`housing.stage.${stage}`)} \\(\\d+\\)$`) }),
    async add({ name, rent, bedrooms }) {
      await hands.call('n', button(t('housing.new')))
      await hands.type(dialog.getByRole('textbox', { name: t('housing.name'), exact: true }), name)
      if (rent !== undefined)
        await hands.type(dialog.getByRole('textbox', { name: labelled(t('housing.rent')) }), rent)
      if (bedrooms !== undefined)
        await hands.choose(
          dialog.getByRole('combobox', { name: t('housing.bedrooms') }),
          t('housing.bedrooms.count', { count: bedrooms }),
        )
      await hands.call('Control+Enter', dialog.getByRole('button', { name: t('common.save'), exact: true }))
      await expect(dialog).toHaveCount(0)
      await expect(card(name)).toBeVisible()
    },
    async moveOn(name, to) {
      await hands.press(button(t('plan.board.move', { column: t(`housing.stage.${to}`), title: name })))
      await expect(this.column(to).getByRole('link', { name, exact: true })).toBeVisible()
    },
    async choose(name, entry) {
      await hands.press(button(t('plan.menu', { title: name })))
      await hands.press(page.getByRole('menuitem', { name: t(entry), exact: true }))
    },
    async open(name) {
      await hands.press(card(name).getByRole('link', { name, exact: true }))
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    },
    async fillLease(fields) {
      for (const [label, text] of Object.entries(fields))
        await hands.type(dialog.getByRole('textbox', { name: labelled(t(label)) }), text)
      await hands.call('Control+Enter', dialog.getByRole('button', { name: t('common.save'), exact: true }))
      await expect(dialog).toHaveCount(0)
    },
    async go(screen) {
      const nav = page.getByRole('navigation', { name: t('housing.nav'), exact: true })
      await hands.press(nav.getByRole('button', { name: t(`housing.nav.${screen}`), exact: true }))
    },
    async compared(row, name) {
      const heads = await page.getByRole('columnheader').allInnerTexts()
      return page.locator(`[data-compare="${row}"] td`).nth(heads.indexOf(name))
    },
    async undo(said) {
      const toast = page
        .getByRole('region', { name: t('common.toasts') })
        .locator('div')
        .filter({ hasText: said })
        .last()
      await expect(toast).toBeVisible()
      await hands.call('Control+z', toast.getByRole('button', { name: t('common.undo') }))
    },
  }
}

/** A label that may say behind it that the field can stay empty. */
export const labelled = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\(.*\\))?$`)

const openMoney = async ({ machine, hands, words }: Journey, screen: 'accounts' | 'coming') => {
  const page = machine.page()
  const { t } = words
  const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
  await hands.call('g m', main.getByRole('button', { name: t('common.shell.money'), exact: true }))
  const nav = page.getByRole('navigation', { name: t('money.nav'), exact: true })
  await hands.press(nav.getByRole('button', { name: t(`money.nav.${screen}`), exact: true }))
}

/** Money that is to pay the rent. */
export async function addAccount(journey: Journey): Promise<void> {
  const { machine, hands, words } = journey
  const page = machine.page()
  const { t } = words
  await openMoney(journey, 'accounts')
  await hands.press(page.getByRole('button', { name: t('money.account.add'), exact: true }).first())
  const dialog = page.getByRole('dialog')
  await hands.type(dialog.getByRole('textbox', { name: t('money.account.name') }), 'Bank')
  await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
  await expect(dialog).toHaveCount(0)
}

/** How many payments of the lease come up, and how many rules say so, among them those for what is paid once. */
export async function expectComing(
  journey: Journey,
  { payments, rules }: { readonly payments: number; readonly rules: number },
): Promise<void> {
  await openMoney(journey, 'coming')
  const page = journey.machine.page()
  const { t } = journey.words
  await expect(page.getByRole('heading', { level: 1, name: t('money.coming.title') })).toBeVisible()
  const rows = page.getByRole('main').getByRole('listitem').filter({ hasText: 'BIRCH RENTALS' })
  const all = page.getByRole('list', { name: t('recurring.all') })
  await expect(all.getByRole('listitem')).toHaveCount(rules)
  await expect(rows).toHaveCount(payments + rules)
}
