/** The yearly report over the demo household: on the screen, on paper and in files. */
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Download, Page } from '@playwright/test'
import { canReadPdf, readPrinted } from '../support/browser/printed.ts'
import { expect, test } from '../support/browser/test.ts'

const SEALING_MS = 45_000
const LETTER = ['612 x 792', '792 x 612']
const A4 = ['594.96 x 841.92', '841.92 x 594.96']

test.setTimeout(120_000)

interface Names {
  readonly demo: string
  readonly reports: string
  readonly title: string
}
const ENGLISH: Names = { demo: 'Try the demo household', reports: 'Reports', title: 'Yearly report' }
const FRENCH: Names = {
  demo: 'Essayer le ménage de démonstration',
  reports: 'Rapports',
  title: 'Rapport annuel',
}

/** Files are downloaded, and printing only notes the title that the printer would get. */
async function openReport(page: Page, names: Names = ENGLISH) {
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: undefined,
      print: () => document.body.setAttribute('data-printed-as', document.title),
    })
  })
  // The demo is made for the day on which it is opened; in January its year would be nearly empty.
  await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
  await page.goto('/')
  await page.getByRole('button', { name: names.demo }).click()
  const reports = page.getByRole('navigation').getByText(names.reports)
  await reports.click({ timeout: SEALING_MS })
  await expect(page.getByRole('heading', { level: 1, name: names.title })).toBeVisible()
}

const paper = (page: Page) => page.locator('[data-report-paper]')
const audience = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) })
const print = (page: Page) => page.pdf({ preferCSSPageSize: true, printBackground: true })

/** The eight lines as the screen shows them. */
async function eightFigures(page: Page, title = 'Money at a glance'): Promise<readonly string[]> {
  const cells = page.getByRole('table', { name: title }).getByRole('cell')
  await expect(cells).toHaveCount(8)
  return cells.allTextContents()
}

/** Every name that the group would have to agree to. */
async function payeeNames(page: Page): Promise<readonly string[]> {
  await page.getByLabel('Include payee names').check()
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const names = await page.getByRole('dialog').getByRole('listitem').allTextContents()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.getByLabel('Include payee names').uncheck()
  return names
}

async function contents(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8')
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '')

test('it prints as one page that stands alone, then numbered sections, without a payee’s name', async ({
  page,
}) => {
  test.skip(!canReadPdf, 'pdftotext is not installed')
  await openReport(page)
  const figures = await eightFigures(page)
  const names = await payeeNames(page)
  expect(names.length).toBeGreaterThan(20)
  await page.getByLabel('With the entry list').check()
  for (const [size, points] of [
    ['letter', LETTER],
    ['a4', A4],
  ] as const) {
    await page.getByLabel('Paper', { exact: true }).selectOption(size)
    const pages = readPrinted(await print(page))
    const all = pages.map(each => each.text).join('\n')
    expect([...new Set(pages.map(each => each.size))].sort()).toEqual([...points].sort())
    expect(pages[0]?.size).toBe(points[0])
    const first = pages[0]?.text ?? ''
    expect(figures.filter(figure => !first.includes(figure))).toEqual([])
    for (const words of ['Four questions', 'Prepared by', 'Reviewed by (not the treasurer)', 'Signature'])
      expect(first).toContain(words)
    expect(pages[1]?.text).toContain('Accounts')
    expect(names.filter(name => all.includes(name))).toEqual([])
    pages.forEach(({ text }, i) => {
      expect(text).toContain('DRAFT')
      expect(text).toContain(`Page ${i + 1} of ${pages.length}`)
    })
    expect(pages.length).toBeGreaterThan(8)
    expect(pages.length).toBeLessThan(18)
    const list = pages.slice(pages.findIndex(({ text }) => text.includes('Entries by number')))
    expect(list.length).toBeGreaterThan(2)
    // Its head is on each of its landscape pages.
    for (const each of list) {
      expect(each.text).toMatch(/Number\s+Receipt number\s+Date/)
      expect(each.size).toBe(points[1])
    }
    for (const words of [
      'Include payee names',
      'Notes to write',
      'Save PDF',
      'Demo household',
      'Hide amounts',
    ])
      expect(all).not.toContain(words)
  }
})

test('a final report has no draft mark, and undo brings it back', async ({ page }) => {
  test.skip(!canReadPdf, 'pdftotext is not installed')
  await openReport(page)
  await page.getByLabel('State', { exact: true }).selectOption('final')
  await expect(paper(page).getByText('DRAFT')).toHaveCount(0)
  const printed = readPrinted(await print(page)).map(({ text }) => text)
  expect(printed.join('\n')).not.toContain('DRAFT')
  expect(printed[0]).toContain('Final')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(paper(page).getByText('DRAFT').first()).toBeVisible()
})

test('the files hold the figures of the screen, under names that tell nothing', async ({ page }) => {
  await openReport(page)
  await audience(page, 'The SAH').check()
  const plain = (await eightFigures(page)).map(figure => figure.replace(/[$,]/g, '').replace('\u2212', '-'))
  const save = async (press: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()])
    return download
  }
  const fromMenu = (name: string) => async () => {
    await page.getByRole('button', { name: 'More formats' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const csv = await save(() => page.getByRole('button', { name: 'CSV', exact: true }).click())
  expect(csv.suggestedFilename()).toMatch(/^Report-\d{4}-Tamarack\.csv$/)
  const csvText = await contents(csv)
  expect(plain.filter(figure => !csvText.includes(figure))).toEqual([])

  const row = await save(fromMenu('Row for the SAH (CSV)'))
  const rowText = await contents(row)
  expect(plain.filter(figure => !rowText.includes(figure))).toEqual([])
  expect(rowText.trim().split('\r\n')).toHaveLength(2)

  const french = await contents(await save(fromMenu('CSV for Excel in French')))
  expect(plain.filter(figure => !french.includes(figure.replace('.', ',')))).toEqual([])

  const journal = await save(fromMenu('Plain-text journal (hledger)'))
  expect(journal.suggestedFilename()).toMatch(/^Journal-\d{4}-Tamarack\.journal$/)
  expect(await contents(journal)).toContain('equity:opening balances')

  const sheet = await save(() => page.getByRole('button', { name: 'Spreadsheet' }).click())
  expect((await readFile(await sheet.path())).subarray(0, 2).toString()).toBe('PK')
  await expect(page.getByText(/Saved as Report-\d{4}-Tamarack\.xlsx/)).toBeVisible()
})

test('names are listed each time before they are saved, and are off again afterwards', async ({ page }) => {
  await openReport(page)
  await page.getByLabel('Include payee names').check()
  await expect(paper(page).getByRole('columnheader', { name: 'Payee' })).toBeVisible()
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const names = await dialog.getByRole('listitem').allTextContents()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save with these names' }).click(),
  ])
  const text = await contents(download)
  expect(names.filter(name => !text.includes(name))).toEqual([])
  await expect(page.getByLabel('Include payee names')).not.toBeChecked()
  await expect(paper(page).getByRole('columnheader', { name: 'Payee' })).toHaveCount(0)
})

test('donors are offered no names, no entries and no dates of people', async ({ page }) => {
  await openReport(page)
  await page.getByLabel('Include payee names').check()
  const arrived = await paper(page).locator('dt', { hasText: 'Arrived' }).locator('+ dd').textContent()
  await audience(page, 'Donors').check()
  await expect(page.getByLabel('Include payee names')).toHaveCount(0)
  await expect(page.getByLabel('With the entry list')).toHaveCount(0)
  const text = (await paper(page).textContent()) ?? ''
  for (const telling of ['Support by month', 'Toronto', 'Entries by number', 'Figures used', arrived ?? ''])
    expect(text).not.toContain(telling)
  await audience(page, 'The group').check()
  await expect(page.getByLabel('Include payee names')).not.toBeChecked()
})

test('printing uses a neutral title and says how to finish', async ({ page }) => {
  await openReport(page)
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByText('Choose “Save as PDF” as the printer')).toBeVisible()
  expect(await page.locator('body').getAttribute('data-printed-as')).toBe('Report')
  await expect(page).toHaveTitle('Porchlight')
})

test('a note is saved as one leaves it, stands on the paper, and can be taken back', async ({ page }) => {
  await openReport(page)
  const field = page.getByLabel('What happens to the balance')
  const before = await field.inputValue()
  await field.fill('Kept for the next household in the spring.')
  await field.press('Tab')
  const onPaper = paper(page).locator('p', { hasText: 'Kept for the next household in the spring.' })
  await expect(onPaper).toBeVisible()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(onPaper).toHaveCount(0)
  await expect(field).toHaveValue(before)
})

test('why a line went over is printed in its row, and a note being typed outlives its screen', async ({
  page,
}) => {
  await openReport(page)
  const why = page.getByLabel('Why more was spent on “Furniture”')
  await why.fill('A second bed was needed.')
  await why.press('Tab')
  const row = page.getByRole('table', { name: /Budget and spent/ }).getByRole('row', { name: /^Furniture/ })
  await expect(row).toContainText('A second bed was needed.')
  await page.getByLabel('Prepared by').fill('R. H.')
  await page.getByLabel('Prepared by').press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('Today')
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByText('Reports').click()
  await expect(paper(page).locator('strong', { hasText: 'R. H.' })).toBeVisible()
})

test('a figure leads to the entries behind it', async ({ page }) => {
  await openReport(page)
  const income = page.getByRole('table', { name: /Income by source/ })
  await income
    .getByRole('row', { name: /^Gifts from people/ })
    .getByRole('link')
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Yearly report' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Line' }).locator('option:checked')).toHaveText(
    'Gifts from people',
  )
})

test('while amounts are hidden there is no report to see or save', async ({ page }) => {
  await openReport(page)
  await page.keyboard.press('Control+h')
  await expect(page.getByText('The report is shown and saved when amounts may be seen.')).toBeVisible()
  await expect(paper(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Save PDF' })).toHaveCount(0)
  await page.getByRole('main').getByRole('button', { name: 'Show amounts' }).click()
  await expect(paper(page)).toBeVisible()
})

test.describe('in French', () => {
  test.use({ locale: 'fr-CA' })

  test('the screen is French, and the report’s language is chosen apart from it', async ({ page }) => {
    await openReport(page, FRENCH)
    await expect(paper(page)).toHaveAttribute('lang', 'fr-CA')
    const french = await eightFigures(page, 'L’argent en bref')
    await page.getByLabel('Langue du rapport').selectOption('en')
    await expect(paper(page)).toHaveAttribute('lang', 'en-CA')
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA')
    const english = await eightFigures(page)
    const digits = (figure: string) => withoutSpaces(figure).replace(/[$,.\u2212]/g, '')
    expect(english.map(digits)).toEqual(french.map(digits))
  })
})

for (const [theme, names] of [
  ['light', ENGLISH],
  ['dark', ENGLISH],
] as const)
  test(`nothing serious is in the way of anybody, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await openReport(page, names)
    await page.getByLabel('With the entry list').check()
    // It is shown as it will print: paper is white by night too.
    await expect(paper(page).locator('> div').first()).toHaveCSS('background-color', 'rgb(255, 253, 249)')
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })
