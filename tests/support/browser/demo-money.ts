/** The demo household's Money in a browser, and bank files dropped on it. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Making the demo's keys takes a second or two on a fast laptop and many on a slow one. */
const SEALING_MS = 45_000

export type MoneyScreen = 'Entries' | 'Accounts' | 'Budget' | 'Support' | 'Import'

/** On the day for which the demo's story is told in the specs. */
export async function openDemoMoney(page: Page, screen: MoneyScreen): Promise<void> {
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  await page.goto('/')
  await page.getByRole('button', { name: 'Try the demo household' }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByText('Money').click({ timeout: SEALING_MS })
  await goTo(page, screen)
}

export async function goTo(page: Page, screen: MoneyScreen): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Money' })
    .getByRole('button', { name: screen, exact: true })
    .click()
}

/** As a file that is let go over the field; the demo cannot open the system's window. */
export async function dropBankFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64')
  const dataTransfer = await page.evaluateHandle(
    ([text, fileName]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(text), char => char.charCodeAt(0))], fileName))
      return transfer
    },
    [base64, name] as const,
  )
  await page.getByTestId('drop-bank-file').dispatchEvent('drop', { dataTransfer })
}

/** What a line of figures says under this name. */
export const figure = (page: Page, name: string | RegExp) =>
  page.getByText(name, { exact: true }).locator('..')

/** What is still fading in is paler than it will be, and would be taken for too pale. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = (each: Animation) => Number.isFinite(Number(each.effect?.getComputedTiming().endTime))
    // What is skipped because it is out of view stands still.
    const isShown = ({ effect }: Animation) =>
      effect instanceof KeyframeEffect && effect.target?.checkVisibility({ contentVisibilityAuto: true })
    const moving = document
      .getAnimations()
      .filter(each => each.playState === 'running' && ends(each) && isShown(each))
    await Promise.all(moving.map(each => each.finished.catch(() => undefined)))
  })
}

export async function expectNothingSerious(page: Page): Promise<void> {
  await untilStill(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}
