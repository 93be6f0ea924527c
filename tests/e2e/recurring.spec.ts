/** What recurs, over the demo household: missed ones posted, one skipped and moved, an entry made recurring, a bank row that posts. */
import type { Locator, Page } from '@playwright/test'
import type { Language } from '#ui/words/messages.ts'
import { dropBankFile, expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'
import { journeyWords, plainSpaces } from '../support/journey/words.ts'

test.use({ actionTimeout: 15_000 })

const ROUNDS: readonly (readonly ['keyboard' | 'mouse', Language])[] = [
  ['mouse', 'en'],
  ['keyboard', 'fr'],
]
const SEALING_MS = 60_000

const pressed = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

for (const [kind, language] of ROUNDS)
  test(`what recurs is posted, skipped, moved and imported, by ${kind}, in ${language}`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const { t, money } = journeyWords(language)
    const hands = createHands(kind, () => page)
    const menuItem = (id: string) => page.getByRole('menuitem', { name: t(id), exact: true })
    const dialog = page.getByRole('dialog')
    const saves = () => dialog.getByRole('button', { name: t('common.save'), exact: true })
    // By its words: a list that opens on the way there hides what is around it from roles.
    const screen = (id: string) =>
      page.locator('nav button').filter({ hasText: new RegExp(`^${t(`money.nav.${id}`)}$`) })
    const part = (id: 'missed' | 'due' | 'upcoming', count: number) =>
      page.getByRole('list', { name: t(`recurring.section.${id}`, { count }), exact: true })
    await page.goto('/')
    await hands.press(pressed(page, language === 'fr' ? 'Français' : 'English'))
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))

    // Today says that a pledge did not come, twice, and leads to it.
    const missedToday = page.getByText(t('today.task.missed', { count: 2 }), { exact: true })
    await expect(missedToday).toBeVisible({ timeout: SEALING_MS })
    await hands.press(missedToday.locator('xpath=ancestor::li').getByRole('button'))
    await expect(part('missed', 2).getByRole('listitem')).toHaveCount(2)
    await expectNothingSerious(page)

    // All missed in one go, and taken back in one.
    await hands.press(pressed(page, t('recurring.post-all', { count: 2 })))
    await expect(page.getByText(t('recurring.posted', { count: 2 }), { exact: true })).toBeVisible()
    await expect(part('missed', 2)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(part('missed', 2).getByRole('listitem')).toHaveCount(2)

    // The first one is posted with another amount on another day, the second skipped.
    await hands.press(part('missed', 2).getByRole('button').first())
    await hands.type(dialog.getByLabel(t('money.amount'), { exact: true }), '50')
    await hands.type(dialog.getByLabel(t('money.date'), { exact: true }), '2026-10-20')
    await expectNothingSerious(page)
    await hands.press(dialog.getByRole('button', { name: t('recurring.post'), exact: true }))
    await expect(dialog).toHaveCount(0)
    await hands.press(part('missed', 1).getByRole('button').last())
    await hands.press(menuItem('recurring.skip'))
    await expect(part('missed', 1)).toHaveCount(0)
    // The row went with the focus in it: the next one has it.
    await expect(part('upcoming', 8).getByRole('button').first()).toBeFocused()
    await hands.press(page.locator('summary').filter({ hasText: t('recurring.done') }))
    const done = page.getByRole('list', { name: t('recurring.done'), exact: true })
    await expect(done.getByRole('listitem').first()).toContainText(t('recurring.status.skipped'))
    await expect(done.getByText(t('recurring.status.skipped'), { exact: true })).toHaveCount(1)
    const fifty = done.getByRole('listitem').filter({ hasText: 'T. Tern' }).nth(1)
    await expect.poll(async () => plainSpaces(await fifty.innerText())).toContain(money(5_000))

    // The next one that comes is moved into reach, where it is due.
    await hands.press(part('upcoming', 8).getByRole('button').nth(1))
    await hands.press(menuItem('recurring.move'))
    await hands.type(dialog.getByLabel(t('recurring.move-to'), { exact: true }), '2026-11-25')
    await hands.press(dialog.getByRole('button', { name: t('recurring.move-do'), exact: true }))
    await expect(part('due', 1).getByRole('listitem')).toHaveCount(1)

    // An entry of the books becomes the first of something recurring.
    await hands.press(screen('entries'))
    await page.getByRole('searchbox').fill('FINCH MOBILE')
    const row = page.getByRole('row').filter({ hasText: 'FINCH MOBILE' }).first()
    await hands.mark(row.getByRole('checkbox'))
    // On the way lies a list that opens when the focus enters it, and hides what is around it from roles.
    await hands.press(
      page
        .locator('button')
        .filter({ hasText: t('money.more') })
        .last(),
    )
    await hands.press(menuItem('recurring.make'))
    await expect(dialog.getByLabel(t('recurring.start'), { exact: true })).toHaveValue('2026-11-10')
    await expect(dialog.getByText(t('recurring.booked', { count: 1 }), { exact: true })).toBeVisible()
    await expectNothingSerious(page)
    // Enter in any field saves.
    await (kind === 'keyboard' ? page.keyboard.press('Enter') : saves().click())
    await expect(dialog).toHaveCount(0)

    // A row of the bank is what was expected; applying posts it, and undoing the import opens it again.
    await hands.press(screen('import'))
    await dropBankFile(
      page,
      'accountactivity.csv',
      ['11/24/2026,PRE-AUTH FINCH,118.65,,9000.00', '11/25/2026,RENT LINDEN ST,1900.00,,7100.00', ''].join(
        '\r\n',
      ),
    )
    const states = page.getByLabel(t('import.state.expected'), { exact: true })
    await expect(states).toHaveCount(1)
    await expect(states).toHaveValue('post')
    await expectNothingSerious(page)
    await hands.press(page.getByRole('button', { name: t('import.apply', { count: 2 }), exact: true }))
    await expect(page.getByText(t('import.done', { count: 2 }), { exact: true })).toBeVisible()
    await hands.press(screen('coming'))
    await expect(part('due', 1)).toHaveCount(0)
    await hands.press(page.locator('summary').filter({ hasText: t('recurring.done') }))
    await expect(done.getByRole('listitem').filter({ hasText: /Linden|Tilleuls/i })).toHaveCount(4)
    await page.keyboard.press('Control+z')
    await expect(part('due', 1).getByRole('listitem')).toHaveCount(1)
  })

for (const [kind, language] of ROUNDS)
  test(`a bill of another amount is asked about and posted as the bank has it, by ${kind}, in ${language}`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const { t, money } = journeyWords(language)
    const hands = createHands(kind, () => page)
    const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
    const screen = (id: string) =>
      page.locator('nav button').filter({ hasText: new RegExp(`^${t(`money.nav.${id}`)}$`) })
    await page.goto('/')
    await hands.press(pressed(page, language === 'fr' ? 'Français' : 'English'))
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
    await page
      .getByRole('heading', { level: 1, name: t('today.title'), exact: true })
      .waitFor({ timeout: SEALING_MS })
    await hands.call('g m', main.getByText(t('common.shell.money'), { exact: true }))
    await hands.press(screen('import'))
    // The rent that is expected on 1 December is 1,900.00; a grocer’s row of that day is nothing of the kind.
    await dropBankFile(
      page,
      'accountactivity.csv',
      ['11/30/2026,RENT LINDEN ST,1925.50,,9000.00', '11/30/2026,GROCER 12,64.10,,8935.90', ''].join('\r\n'),
    )
    const asked = page.getByRole('list', { name: t('import.near', { count: 1 }), exact: true })
    await expect(asked.getByRole('listitem')).toHaveCount(1)
    expect(plainSpaces(await asked.innerText())).toContain(money(2_550))
    const states = page.getByLabel(t('import.state.question'), { exact: true })
    await expect(states).toHaveValue('add')
    await expectNothingSerious(page)
    await hands.press(asked.getByRole('button', { name: t('import.near.yes'), exact: true }))
    await expect(states).toHaveValue('post')
    const no = asked.getByRole('button', { name: t('import.near.no'), exact: true })
    if (kind === 'keyboard') await expect(no).toBeFocused()
    await hands.press(no)
    await expect(states).toHaveValue('add')
    await hands.press(asked.getByRole('button', { name: t('import.near.yes'), exact: true }))
    await hands.call(
      'Control+Enter',
      page.getByRole('button', { name: t('import.apply', { count: 2 }), exact: true }),
    )
    await expect(page.getByText(t('import.done', { count: 2 }), { exact: true })).toBeVisible()
    await hands.press(screen('coming'))
    await hands.press(page.locator('summary').filter({ hasText: t('recurring.done') }))
    const done = page.getByRole('list', { name: t('recurring.done'), exact: true })
    const linden = done.getByRole('listitem').filter({ hasText: /Linden|Tilleuls/i })
    await expect
      .poll(async () => plainSpaces((await linden.allInnerTexts()).join(' ')))
      .toContain(money(192_550))
    await page.keyboard.press('Control+z')
    await expect
      .poll(async () => plainSpaces((await linden.allInnerTexts()).join(' ')))
      .not.toContain(money(192_550))
  })
