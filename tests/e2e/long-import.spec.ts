/** A bank file of thousands of rows: the bar moves, and a cancel works while it is compared and while it is applied. */
import type { Page } from '@playwright/test'
import { dropBankFile, goTo, openDemoMoney } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { accountTable } from '../support/imports/account-table.ts'

test.setTimeout(180_000)

const ROWS = 20_000

/** The table over and over, in the shape of TD. */
function longFile(): string {
  let balance = 0
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const [date, cents, name, memo] = accountTable[Math.floor((i * accountTable.length) / ROWS)] ?? [
      '',
      0,
      '',
      '',
    ]
    const [year, month, day] = date.split('-')
    balance += cents
    const amount = (Math.abs(cents) / 100).toFixed(2)
    const columns = [cents < 0 ? amount : '', cents < 0 ? '' : amount, (balance / 100).toFixed(2)]
    return [`${month}/${day}/${year}`, `${name} ${memo}`.replace(/[",]/g, ''), ...columns].join(',')
  })
  return `${lines.join('\n')}\n`
}

/**
 * Notes what every bar says, and presses Cancel as soon as the wanted one has moved on: the page itself looks, since
 * what is quick on a fast machine would be over before a test could.
 */
async function cancelWhen(page: Page, label: string): Promise<void> {
  await page.evaluate(wanted => {
    const said: string[] = []
    document.body.dataset['said'] = ''
    const watch = new MutationObserver(() => {
      const bar = document.querySelector('[role=progressbar]')
      const name = document.getElementById(bar?.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''
      if (!bar || !name.startsWith(wanted)) return
      const value = bar.getAttribute('aria-valuenow') ?? ''
      if (said.at(-1) !== value) said.push(value)
      document.body.dataset['said'] = said.join(' ')
      if (said.length < 2) return
      watch.disconnect()
      bar.parentElement?.querySelector('button')?.click()
    })
    watch.observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] })
  }, label)
}

async function expectMoved(page: Page): Promise<void> {
  await expect(page.locator('body[data-said*=" "]')).toHaveCount(1, { timeout: 60_000 })
  const said = ((await page.locator('body').getAttribute('data-said')) ?? '').split(' ').map(Number)
  expect(said).toHaveLength(2)
  expect(said[1]).toBeGreaterThan(said[0] ?? 0)
}

test('is cancelled while it is compared and while it is applied, and leaves nothing until it is written', async ({
  page,
}) => {
  await openDemoMoney(page, 'Entries')
  const entries = page.getByText(/^[\d,]+ entries$/)
  const before = await entries.textContent()
  await goTo(page, 'Import')
  const bytes = longFile()
  const drop = page.getByTestId('drop-bank-file')

  await cancelWhen(page, 'Reading')
  await dropBankFile(page, 'accountactivity.csv', bytes)
  await expectMoved(page)
  await expect(drop).toBeVisible({ timeout: 60_000 })

  await cancelWhen(page, 'Comparing')
  await dropBankFile(page, 'accountactivity.csv', bytes)
  await expectMoved(page)
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
  await expect(drop).toBeVisible()

  await dropBankFile(page, 'accountactivity.csv', bytes)
  const button = page.getByRole('button', { name: /^Import [\d,]+ rows$/ })
  await expect(button).toBeEnabled({ timeout: 60_000 })
  await cancelWhen(page, 'Preparing')
  await button.click()
  await expectMoved(page)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(button).toBeEnabled()
  await goTo(page, 'Entries')
  await expect(entries).toHaveText(before ?? '')

  await goTo(page, 'Import')
  await dropBankFile(page, 'accountactivity.csv', bytes)
  await button.click({ timeout: 60_000 })
  await expect(page.getByText(/^[\d,]+ rows were added/)).toBeVisible({ timeout: 60_000 })
  await goTo(page, 'Entries')
  await expect(entries).not.toHaveText(before ?? '')
})
