/** Month 13 of the demo household: figures with their sources, the difference in words, one page for the household. */
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { canReadPdf, readPrinted } from '../support/browser/printed.ts'
import { expect, test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'
import { journeyWords, plainSpaces } from '../support/journey/words.ts'
import { SEALING_MS, startWalk } from '../support/screens/walk.ts'

test.setTimeout(180_000)
test.use({ contextOptions: { reducedMotion: 'reduce' } })

const ROUNDS = [
  ['mouse', 'en', 'fr'],
  ['keyboard', 'fr', 'en'],
] as const

for (const [kind, language, onPaper] of ROUNDS)
  test(`what comes after support is entered and printed, by ${kind} in ${language}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const walk = await startWalk(page, 'none', language, [])
    const { t, button, dialog, field } = walk
    const { money } = journeyWords(language)
    const hands = createHands(kind, () => page)
    await hands.press(page.getByRole('button', { name: t('setup.welcome.demo') }))
    await walk.title('today.title', SEALING_MS)
    await hands.call('g p', page.getByRole('button', { name: t('common.shell.plan'), exact: true }))
    await hands.press(page.getByRole('button', { name: t('plan.nav.month-13'), exact: true }))
    await walk.title('after.title')
    // Month 5: it begins later, and can be begun.
    await expect(page.getByText(t('after.track', { month: 9, date: '' }).slice(0, 20))).toBeVisible()

    const sums = page.getByRole('region', { name: t('after.difference') })
    const says = async (id: string, cents: number) =>
      expect
        .poll(async () => plainSpaces(await sums.innerText()))
        .toContain(plainSpaces(t(id, { amount: money(cents) })))
    // 1,720.00 in; 1,900.00 and 312.00 ÷ 12 = 26.00 out.
    await says('after.short', 20_600)

    await hands.press(button('after.add.income'))
    await hands.choose(field('after.what'), t('after.subject.child-benefit'))
    await hands.press(button('common.save'))
    await expect(dialog().getByText(t('money.problem.amount-missing'))).toBeVisible()
    await hands.type(field('money.amount'), '7200')
    await hands.choose(field('after.per'), t('after.per.year'))
    await hands.type(field('money.source'), 'Letter')
    await expectNothingSerious(page)
    await hands.press(button('common.save'))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // 600.00 a month more.
    await says('after.left', 39_400)
    const incomes = page.getByRole('table', { name: t('after.income') })
    const row = incomes.getByRole('row').filter({ hasText: t('after.subject.child-benefit') })
    await expect(row).toContainText('÷ 12')
    await expect(row).toContainText('Letter')
    await expect(row).toContainText(t('common.figure.to-check'))

    // What the budget has for the last month, at once and at once back.
    await hands.press(button('after.take-over'))
    const costs = page.getByRole('table', { name: t('after.cost') })
    await expect(costs.getByRole('row').filter({ hasText: t('after.subject.transit') })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(costs.getByRole('row').filter({ hasText: t('after.subject.transit') })).toHaveCount(0)
    await says('after.left', 39_400)
    // No figure of the table holds in July 2027, and none is made up.
    const benefit = page
      .getByRole('list', { name: t('after.benefits-list') })
      .getByRole('listitem')
      .filter({ hasText: t('after.subject.groceries-benefit') })
    await expect(benefit).toContainText('U2')
    await expect(benefit).toContainText(t('after.benefit-none'))
    // Somebody of the group's contacts, put on the page.
    await hands.press(button('after.call-add'))
    await hands.press(button('common.save'))
    await expect(dialog().getByText(t('after.call-about-missing'))).toBeVisible()
    await hands.type(field('after.call-about'), 'Heating')
    await hands.choose(field('after.call-who'), await dialog().locator('option').last().innerText())
    await hands.press(button('common.save'))
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const calls = page.getByRole('table', { name: t('after.call') })
    await expect(calls.getByRole('row').filter({ hasText: 'Heating' })).toBeVisible()

    // Of each arrival its own.
    await expect(page.getByRole('link', { name: t('plan.item.rent-goes-on') })).toHaveCount(2)
    await expectNothingSerious(page)

    await hands.press(button('after.print'))
    await hands.choose(field('after.language'), onPaper === 'fr' ? 'Français' : 'English')
    const paper = journeyWords(onPaper)
    const sheet = dialog().getByRole('article')
    await expect(sheet).toHaveAttribute('lang', onPaper)
    await expect(sheet).toContainText(paper.t('after.subject.rent'))
    await expect(sheet).toContainText(paper.t('after.never-repay'))
    await expect(sheet).toContainText('Heating – ')
    await expect(sheet).toContainText('416-555-0171')
    await expectNothingSerious(page)
    if (!canReadPdf) return
    const pages = readPrinted(await page.pdf({ format: 'Letter' }))
    expect(pages).toHaveLength(1)
    expect(plainSpaces(pages[0]?.text ?? '')).toContain(paper.t('after.subject.rent'))
    expect(pages[0]?.text).not.toContain(t('after.tasks'))
  })
