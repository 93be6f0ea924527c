/** The steps of "the arrival slips": unknown, window, notified, slipped and taken back, missed, landed – on a fresh group. */
import { expect, type Locator } from '@playwright/test'
import type { Journey } from './first-evening.ts'

const SCREEN_MS = 20_000
/** A Monday; the specs stop the clock on it. */
export const FIRST_DAY = '2026-11-23T12:00:00-05:00'

/** From the first question about the sponsorship to an open group that waits, with as little as one may answer. */
export async function setUpWaiting({ machine, hands, words }: Journey): Promise<void> {
  const page = machine.page()
  const { t } = words
  const button = (id: string): Locator => page.getByRole('button', { name: t(id), exact: true })
  const at = (id: string) =>
    expect(page.getByRole('heading', { level: 1, name: t(id), exact: true })).toBeVisible({
      timeout: SCREEN_MS,
    })
  await hands.mark(page.getByRole('radio', { name: t('setup.program-name.sah') }))
  await hands.choose(page.getByRole('combobox', { name: t('setup.province') }), t('setup.province.ON'))
  // A list that opens under the field of the town hides the rest until something of it is chosen.
  await hands.type(page.getByRole('combobox', { name: t('setup.town') }), 'Ott')
  await hands.press(page.getByRole('option', { name: 'Ottawa', exact: true }))
  await hands.press(button('setup.continue'))
  await at('setup.people.title')
  await hands.press(button('setup.continue'))
  await at('setup.money.title')
  await hands.press(button('setup.leave'))
  await at('today.title')
}

export interface PlanHere {
  row(seedKey: string): Locator
  go(screen: 'list' | 'board' | 'arrival' | 'load'): Promise<void>
  /** Opens the dialog, sets the state and its day, and gives the dialog with the preview. */
  change(state: 'window' | 'notified' | 'landed', days: Readonly<Record<string, string>>): Promise<Locator>
  apply(): Promise<void>
  /** What the preview counts, one sentence each. */
  totals(): Promise<readonly string[]>
  step(id: string): Promise<void>
}

export function planOf({ machine, hands, words }: Journey): PlanHere {
  const page = machine.page()
  const { t } = words
  const dialog = page.getByRole('dialog')
  return {
    row: seedKey =>
      page
        .locator('[data-task-row]')
        .filter({ has: page.getByRole('link', { name: t(`plan.item.${seedKey}`) }) }),
    async go(screen) {
      const nav = page.getByRole('navigation', { name: t('plan.nav'), exact: true })
      await hands.press(nav.getByRole('button', { name: t(`plan.nav.${screen}`), exact: true }))
    },
    async change(state, days) {
      await hands.press(page.getByRole('button', { name: t('plan.arrival.change-open') }))
      await hands.mark(dialog.getByRole('radio', { name: t(`setup.arrival-state.${state}`) }))
      for (const [field, day] of Object.entries(days))
        await hands.type(dialog.getByRole('textbox', { name: t(`setup.arrival-date.${field}`) }), day)
      await expect(dialog.locator('[data-move-totals]')).toBeVisible()
      return dialog
    },
    async apply() {
      await hands.call(
        'Control+Enter',
        dialog.getByRole('button', { name: t('plan.move.apply'), exact: true }),
      )
      await expect(dialog).toHaveCount(0)
    },
    totals: () => dialog.locator('[data-move-totals] li').allInnerTexts(),
    step: id => expect(page.locator('[aria-current=step]')).toContainText(t(`plan.arrival-step.${id}`)),
  }
}
