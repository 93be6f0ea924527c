/** The start-up sheet over the demo household: a gift in kind above its cap is said, and money stays what it was. */
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
  test(`a gift counts up to its cap and never as money, by ${kind}, in ${language}`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const { t, money } = journeyWords(language)
    const hands = createHands(kind, () => page)
    const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
    const screen = (id: string) =>
      page.locator('nav button').filter({ hasText: new RegExp(`^${t(`money.nav.${id}`)}$`) })
    const furniture = page.getByRole('row').filter({ hasText: t('money.line.furniture') })
    const cells = async () => (await furniture.getByRole('cell').allInnerTexts()).map(plainSpaces)
    await page.goto('/')
    await hands.press(
      page.getByRole('button', { name: language === 'fr' ? 'Français' : 'English', exact: true }),
    )
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: t('today.title') })
      .waitFor({ timeout: SEALING_MS })
    await hands.call('g m', main.getByText(t('common.shell.money'), { exact: true }))

    await hands.press(screen('allowance'))
    await expect(furniture).toBeVisible()
    await expectNothingSerious(page)
    const before = await cells()
    expect(before.slice(1)).toEqual([money(328_430), money(45_000), money(45_000), money(0)])

    // A bedroom set worth more than what is left of the cap for four people.
    await hands.press(screen('entries'))
    await hands.call('n', page.getByRole('button', { name: t('money.entry.new'), exact: true }))
    const dialog = page.getByRole('dialog')
    await hands.choose(dialog.getByLabel(t('money.type'), { exact: true }), t('money.type.in-kind'))
    await hands.type(dialog.getByLabel(t('money.amount'), { exact: true }), '2000')
    // By place, not by role: the list under the field before it opens on the way and hides what is around it.
    const line = page.locator('[role=dialog] input[role=combobox]').nth(1)
    await hands.type(line, t('money.line.furniture'))
    await page
      .locator('div[role=option]')
      .filter({ hasText: t('money.line.furniture') })
      .waitFor()
    // The first of what fits; the list is the component's, not the system's.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(line).toHaveValue(t('money.line.furniture'))
    await hands.press(dialog.getByRole('button', { name: t('money.entry.save-close'), exact: true }))
    await expect(dialog).toHaveCount(0)

    await hands.press(screen('allowance'))
    await expect(furniture).toBeVisible()
    // The table of May 2018 has $2,310 for four people.
    expect(plainSpaces(await furniture.innerText())).toContain(
      plainSpaces(t('allowance.above-cap', { cap: money(231_000), amount: money(14_000) })),
    )
    expect((await cells()).slice(1)).toEqual([money(328_430), money(245_000), money(231_000), money(0)])
    await expectNothingSerious(page)
    await page.keyboard.press('Control+z')
    await expect.poll(cells).toEqual(before)
  })

for (const [kind, language] of ROUNDS)
  test(`says that no caps are known for seven people, by ${kind}, in ${language}`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const { t } = journeyWords(language)
    const hands = createHands(kind, () => page)
    const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
    const title = (id: string) => page.getByRole('heading', { level: 1, name: t(id), exact: true })
    const toSheet = async () => {
      await hands.call('g m', main.getByText(t('common.shell.money'), { exact: true }))
      await hands.press(page.locator('nav button').filter({ hasText: t('money.nav.allowance') }))
      await expect(title('money.allowance.title')).toBeVisible()
    }
    await page.goto('/')
    await hands.press(
      page.getByRole('button', { name: language === 'fr' ? 'Français' : 'English', exact: true }),
    )
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
    await expect(title('today.title')).toBeVisible({ timeout: SEALING_MS })
    await toSheet()
    const notKnown = page.getByText(t('allowance.too-many'), { exact: true })
    await expect(notKnown).toHaveCount(0)

    // Four arrived first; three more of them make seven, for whom the table has no row.
    await hands.press(main.getByRole('button', { name: t('common.shell.settings'), exact: true }))
    const tab = page.getByRole('tab', { name: t('settings.tab.sponsorship'), exact: true })
    if (kind === 'mouse') await hands.press(tab)
    else {
      await expect(title('settings.title')).toBeFocused()
      // Tab enters the row of tabs at the one that is open; the arrows open the others.
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowRight')
    }
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await hands.press(page.locator('summary').filter({ hasText: t('settings.add-people') }))
    await hands.choose(page.getByLabel(t('settings.add-people.to')), t('settings.arrival.first'))
    await hands.type(page.getByRole('spinbutton', { name: t('setup.count.children6to17') }), '3')
    const add = page.getByRole('button', { name: t('settings.add-people.add'), exact: true })
    await hands.press(add)
    await expect(page.getByText(t('settings.people.count', { count: 8 }), { exact: true })).toBeVisible()
    await toSheet()
    await expect(notKnown).toBeVisible()
    await expect(page.getByText(t('allowance.too-many.title', { count: 7 }), { exact: true })).toBeVisible()
    // The gift that is there counts nothing any more, and says so on its line.
    await expect(page.getByRole('row').filter({ hasText: t('money.line.furniture') })).toContainText(
      t('allowance.no-cap.unknown', { amount: journeyWords(language).money(45_000) }),
    )
    await expectNothingSerious(page)
  })
