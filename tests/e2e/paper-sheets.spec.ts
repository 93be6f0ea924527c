/**
 * Every sheet about housing, rides and month 13, printed from a group in which each field of each kind holds a word of
 * its own: on a sheet stand the fields that are named for it and no other, none of Care, and no word that tells why
 * somebody is here. What is printed is looked at as a picture in gray: nothing at the edge, pale or small, no page for
 * what was left over.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '#domain/dates.ts'
import { findTellingWords } from '#domain/telling-words.ts'
import { shippedRates } from '#state/shipped-rates.ts'
import type { Language } from '#ui/words/messages.ts'
import { canReadPdf } from '../support/browser/printed.ts'
import { expect, test } from '../support/browser/test.ts'
import { fullGroup } from '../support/paper/full-group.ts'
import { openTold } from '../support/paper/open-told.ts'
import { faultsOf, ownWords, type PaperPage, paperPages, squeezed } from '../support/paper/pages.ts'
import { FULL_SHEETS, printedPaths, SHEETS, type Sheet } from '../support/paper/sheets.ts'
import { type ToldGroup, toldGroup } from '../support/paper/told-group.ts'
import type { Walk } from '../support/screens/walk.ts'
import { diceFor, isFull, reportFigures } from '../support/soak/size.ts'

test.use({ actionTimeout: 15_000, contextOptions: { reducedMotion: 'reduce' } })
test.skip(!canReadPdf, 'poppler is not there')

/** Where every PDF goes, to be looked at; unset: nowhere. */
const folder = process.env['PORCHLIGHT_SHEETS']
const LANGUAGES = ['en', 'fr'] as const
const FEWEST_OF_CARE = 30
/** In points. */
const PAPERS = { letter: [612, 792], a4: [595, 842] } as const
/** As the desktop prints; without the grounds Chromium would darken what is pale. */
const AS_PRINTED = { preferCSSPageSize: true, printBackground: true }
type Paper = keyof typeof PAPERS

/** As the person prints it, on the paper that they chose. */
async function print({ page, dialog, t }: Walk, paper: Paper, name: string): Promise<readonly PaperPage[]> {
  const choice = dialog().getByLabel(t('reports.paper'), { exact: true })
  if (await choice.isVisible()) await choice.selectOption(paper)
  const pdf = await page.pdf(AS_PRINTED)
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.pdf`), pdf)
  }
  return paperPages(pdf)
}

interface Expected {
  readonly walk: Walk
  readonly language: Language
  readonly group: ToldGroup
  readonly paper: Paper
}

function expectSheet(sheet: Sheet, pages: readonly PaperPage[], expected: Expected): void {
  const { walk, language, group, paper } = expected
  const name = `${sheet.name}, ${language}, ${paper}`
  const words = pages.flatMap(each => each.words.map(({ text }) => text))
  const text = squeezed(words.join(''))
  const told = group.words.filter(each => text.includes(each.word)).map(({ path }) => path)
  expect.soft(told.toSorted(), name).toEqual(sheet.holds.toSorted())
  const telling = findTellingWords(shippedRates()['telling-words'], words.join(' '))
  expect.soft(telling, name).toEqual([])
  for (const said of sheet.says(walk, language)) expect.soft(text, name).toContain(squeezed(said))
  expect.soft(pages.length, name).toBeLessThanOrEqual(sheet.mostPages)
  if (sheet.isNumbered) expect.soft(text, name).toContain(squeezed(`${pages.length} / ${pages.length}`))
  const size = PAPERS[sheet.isCard ? 'letter' : paper]
  for (const page of pages) expect.soft([page.width, page.height].map(Math.round), name).toEqual(size)
  if (!sheet.isCut) expect.soft(faultsOf(pages), name).toEqual([])
}

for (const [turn, language] of LANGUAGES.entries())
  test(`hold what is named for them and nothing of Care, in ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())
    const group = toldGroup(diceFor(`paper ${language}`), addDays(today, 2), printedPaths)
    const care = group.words.filter(each => each.compartment === 'care')
    expect(care.length).toBeGreaterThanOrEqual(FEWEST_OF_CARE)
    const told = (path: string): string => {
      const found = group.words.find(each => each.path === path)
      if (found === undefined) throw new Error(`nothing is told in ${path}`)
      return found.word
    }
    const walk = await openTold(page, language, group.ops)
    let printed = 0
    for (const [i, sheet] of SHEETS.entries()) {
      await sheet.open(walk, { language, told })
      await expect(page.getByTestId(sheet.testId)).toBeAttached()
      // By turns, so that both papers and both languages come; a soak prints each on both.
      const papers: readonly Paper[] = isFull ? ['letter', 'a4'] : [(i + turn) % 2 === 0 ? 'letter' : 'a4']
      for (const paper of papers) {
        const pages = await print(walk, paper, `${sheet.name}-${language}-${paper}`)
        expectSheet(sheet, pages, { walk, language, group, paper })
        printed += 1
      }
      while ((await page.getByRole('dialog').count()) > 0) await walk.closeDialog()
    }
    reportFigures({
      kind: 'sheets on paper with nothing of Care',
      cases: printed,
      failures: 0,
      note: `${group.words.length} words told, ${care.length} of Care; ${language}`,
    })
  })

test('say before they are printed what on them would tell', async ({ page }) => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())
  const { ops, words } = toldGroup(diceFor('paper telling'), addDays(today, 2), printedPaths)
  const told = (path: string) => words.find(each => each.path === path)?.word ?? path
  // A member wrote into what everybody reads what only Care may know.
  const name = told('person-private.nameUsed')
  const slips = [
    { op: 'set', id: 'told-appointment', field: 'title', value: `With ${name} to the north side` },
    { op: 'set', id: 'told-home', field: 'reach', value: `Ask at the mosque` },
  ] as const
  const walk = await openTold(page, 'en', [...ops, ...slips])
  const warning = page.getByText(walk.t('common.print.telling'), { exact: true })
  for (const [sheet, hit] of [
    ['viewing', 'mosque'],
    ['rides', name],
    ['condition', null],
  ] as const) {
    await SHEETS.find(each => each.name === sheet)?.open(walk, { language: 'en', told })
    await expect(walk.dialog().getByRole('article')).toBeVisible()
    if (hit === null) await expect(warning).toHaveCount(0)
    else await expect(page.locator('mark').filter({ hasText: hit })).toBeVisible()
    await expect(warning).toHaveCount(hit === null ? 0 : 1)
    while ((await page.getByRole('dialog').count()) > 0) await walk.closeDialog()
  }
})

test('are looked at by eyes that see what is wrong', async ({ page }) => {
  const faults = async (body: string) => {
    await page.setContent(`<style>@page { size: 8.5in 11in; margin: 20mm }</style>${body}`)
    return faultsOf(paperPages(await page.pdf(AS_PRINTED))).join()
  }
  expect(await faults('<p>As it should be</p>')).toBe('')
  expect(await faults('<p style="color: #999999">Pale</p>')).toContain('Pale is pale')
  expect(await faults('<p style="font-size: 7pt">Small</p>')).toContain('Small is small')
  expect(await faults('<style>@page { margin: 5mm }</style><p>Edge</p>')).toContain('too near to the edge')
  expect(await faults('<p style="break-after: page">One</p><p>Two</p>')).toContain('the last page')
  expect(await faults('')).toContain('empty')
  for (const hidden of ['height: 1em; overflow: hidden', 'margin-left: -5mm', 'margin-left: -100mm']) {
    await page.setContent(`<p>Seen</p><p style="${hidden}"><br>Hidden</p>`)
    const pages = paperPages(await page.pdf(AS_PRINTED))
    expect(cutOff(['Seen', 'Hidden'], pages), hidden).toEqual(['Hidden'])
  }
})

/** Every text of the sheet, as the page has it. */
const textsOn = ({ page }: Walk, testId: string): Promise<readonly string[]> =>
  page.getByTestId(testId).evaluate(paper => {
    const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    return texts
  })

/** Those of which some letters are not on the paper. */
const cutOff = (texts: readonly string[], pages: readonly PaperPage[]): readonly string[] => {
  const printed = squeezed(
    pages
      .flatMap(ownWords)
      .map(({ text }) => text)
      .join(''),
  )
  return texts.filter(text => !printed.includes(squeezed(text)))
}

const FULL = [
  ['en', 'letter'],
  ['fr', 'a4'],
] as const
for (const [language, paper] of isFull ? FULL : FULL.slice(0, 1))
  test(`cut nothing off that is long, many or missing, in ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())
    const walk = await openTold(page, language, fullGroup(today))
    for (const { name, testId, open } of FULL_SHEETS) {
      await open(walk)
      await expect(page.getByTestId(testId)).toBeAttached()
      const pages = await print(walk, paper, `full-${name}-${language}-${paper}`)
      expect.soft(cutOff(await textsOn(walk, testId), pages), name).toEqual([])
      expect.soft(faultsOf(pages), name).toEqual([])
      while ((await page.getByRole('dialog').count()) > 0) await walk.closeDialog()
    }
  })
