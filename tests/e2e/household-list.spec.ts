/** The household list over the demo household: a warning, what a gift is worth in the money, a run and its sheet. */
import type { Language } from '#ui/words/messages.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'
import { journeyWords, plainSpaces } from '../support/journey/words.ts'

test.use({ actionTimeout: 15_000 })

const ROUNDS: readonly (readonly ['keyboard' | 'mouse', Language])[] = [
  ['keyboard', 'en'],
  ['mouse', 'fr'],
]
const SEALING_MS = 60_000

for (const [kind, language] of ROUNDS)
  test(`a gift is entered, valued and fetched, by ${kind}, in ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const { t, money } = journeyWords(language)
    const hands = createHands(kind, () => page)
    const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
    const dialog = page.getByRole('dialog')
    const labelled = (id: string) => dialog.getByLabel(new RegExp(`^${t(id)}( \\(.*\\))?$`)).first()
    const screen = (id: string) => page.locator('nav button').filter({ hasText: new RegExp(`^${t(id)}$`) })
    const row = (key: string) => page.getByRole('listitem').filter({ hasText: t(`things.item.${key}`) })
    await page.goto('/')
    await hands.press(
      page.getByRole('button', { name: language === 'fr' ? 'Français' : 'English', exact: true }),
    )
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
    await main.waitFor({ timeout: SEALING_MS })
    await hands.press(main.getByRole('button', { name: t('common.shell.housing'), exact: true }))
    await hands.press(screen('housing.nav.things'))

    // Somebody promised boots that were worn: the list says so, until they are new ones.
    const warning = row('boots').getByText(t('things.second-hand.footwear'), { exact: true })
    await expect(warning).toBeVisible()
    await expectNothingSerious(page)
    // Fifty things lie before it: a few letters are shorter than fifty keys.
    const search = page.getByRole('searchbox', { name: t('things.search') })
    await hands.type(search, t('things.item.boots'))
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
    await hands.press(row('boots').getByRole('link'))
    await expect(dialog.getByText(t('things.second-hand.text'), { exact: true })).toBeVisible()
    await hands.choose(labelled('things.condition'), t('things.condition.new'))
    await expect(dialog.getByText(t('things.second-hand.text'), { exact: true })).toHaveCount(0)
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(warning).toHaveCount(0)

    // A dresser that was promised is there, and worth something: in kind, and never as money.
    await hands.type(search, t('things.item.dresser'))
    await hands.press(row('dresser').getByRole('link'))
    await expect(dialog.getByText(t('things.value.later'), { exact: true })).toBeVisible()
    await hands.choose(labelled('things.state'), t('things.state.received'))
    await hands.type(labelled('things.value'), '300')
    await hands.type(labelled('things.basis'), 'Shop')
    await expectNothingSerious(page)
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    await expect.poll(async () => plainSpaces(await row('dresser').innerText())).toContain(money(30_000))
    await hands.press(page.getByRole('link', { name: t('things.see-allowance'), exact: true }))
    const furniture = page.getByRole('row').filter({ hasText: t('money.line.furniture') })
    await expect(furniture).toBeVisible()
    const cells = async () => (await furniture.getByRole('cell').allInnerTexts()).map(plainSpaces).slice(1)
    expect(await cells()).toEqual([money(328_430), money(75_000), money(75_000), money(0)])
    await page.keyboard.press('Control+z')
    await expect.poll(cells).toEqual([money(328_430), money(45_000), money(45_000), money(0)])

    // What the driver has to know of it stands on the sheet of its run; a word that would tell is warned of.
    await hands.press(main.getByRole('button', { name: t('common.shell.housing'), exact: true }))
    await hands.press(screen('housing.nav.things'))
    await hands.type(search, t('things.item.vacuum'))
    await hands.press(row('vacuum').getByRole('link'))
    await hands.type(labelled('things.delivery'), 'RRAP closet')
    const telling = t('setup.telling.title', { words: t('setup.telling.quote', { word: 'RRAP' }) })
    await expect(dialog.getByText(telling, { exact: true })).toBeVisible()
    await hands.type(labelled('things.delivery'), 'Buzzer 12')
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)

    // A run of one more stop; the sheet has the places in their order, and what is fetched where.
    await hands.press(main.getByRole('button', { name: t('common.shell.housing'), exact: true }))
    await hands.press(screen('housing.nav.runs'))
    await hands.call('n', page.getByRole('button', { name: t('things.runs.new'), exact: true }))
    await hands.type(labelled('things.runs.name'), 'Evening')
    const places = dialog.getByLabel(t('things.stop.place'), { exact: true })
    await hands.type(places.nth(0), '9 Ash Lane')
    await hands.mark(dialog.getByRole('checkbox', { name: t('things.item.vacuum'), exact: true }))
    await hands.type(places.nth(1), '2 Birch Court')
    await expectNothingSerious(page)
    await hands.press(
      dialog.getByRole('button', { name: t('things.stop.up', { number: 2, place: '2 Birch Court' }) }),
    )
    await hands.press(
      dialog.getByRole('button', { name: t('things.stop.down', { number: 1, place: '2 Birch Court' }) }),
    )
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    const evening = page.getByRole('region', { name: 'Evening', exact: true })
    await hands.press(evening.getByRole('button', { name: t('things.runs.paper'), exact: true }))
    const sheet = page.getByTestId('run-paper')
    const stops = sheet.getByRole('listitem').filter({ has: page.locator('h2') })
    await expect(sheet).toContainText('Evening')
    expect((await sheet.locator('h2').allTextContents()).map(plainSpaces)).toEqual([
      `1. ${plainSpaces(t('things.stop.at', { kind: t('things.stop.pick-up'), place: '9 Ash Lane' }))}`,
      `2. ${plainSpaces(t('things.stop.at', { kind: t('things.stop.drop-off'), place: '2 Birch Court' }))}`,
    ])
    expect(await stops.count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    await expect(stops.first()).toContainText(
      t('things.runs.item', { name: t('things.item.vacuum'), note: 'Buzzer 12' }),
    )
    await expect(page.getByRole('main')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })
