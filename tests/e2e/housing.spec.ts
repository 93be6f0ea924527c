/** Looking for a home, on a fresh group: by keyboard alone in English, by mouse in French. */
import applicationPapers from '#resources/housing/application-papers.json' with { type: 'json' }
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { FIRST_DAY, setUpWaiting } from '../support/journey/arrival-slips.ts'
import { ROUNDS } from '../support/journey/combinations.ts'
import { chooseLanguage, proveRecoverySheet, startGroup } from '../support/journey/first-evening.ts'
import { createHands } from '../support/journey/hands.ts'
import { addAccount, expectComing, housingOf, labelled } from '../support/journey/housing.ts'
import { browserMachine, wasPointed } from '../support/journey/machine.ts'
import { journeyWords, plainSpaces } from '../support/journey/words.ts'

test.use({ actionTimeout: 15_000 })

const LEADS = ['Elm', 'Oak', 'Pine', 'Cedar', 'Lake', 'Mill', 'Birch', 'Aspen']

for (const { kind, language } of ROUNDS)
  test(`from eight leads on, by ${kind}, in ${language}`, async ({ page }) => {
    test.setTimeout(300_000)
    await page.clock.setFixedTime(new Date(FIRST_DAY))
    const machine = await browserMachine(page)
    await page.goto('/')
    const hands = createHands(kind, machine.page)
    const words = journeyWords(language)
    const journey = { machine, hands, words }
    const { t } = words
    const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
    const dialog = page.getByRole('dialog')
    const homes = housingOf(journey)
    const toHousing = () =>
      hands.call('g h', main.getByRole('button', { name: t('common.shell.housing'), exact: true }))
    await chooseLanguage(journey)
    await startGroup(journey)
    await proveRecoverySheet(journey)
    await setUpWaiting(journey)
    await addAccount(journey)
    await toHousing()
    await expect(page.getByText(t('housing.empty'), { exact: true })).toBeVisible()

    for (const name of LEADS)
      await homes.add({ name, ...(name === 'Elm' ? { rent: '1450', bedrooms: 1 } : {}) })
    await expect(homes.column('lead').getByRole('listitem')).toHaveCount(8)
    await expect(homes.card('Elm')).toContainText(words.money(145_000).slice(0, 5))
    await expectNothingSerious(page)

    // Moved along the board, the focus with it; one undo takes it back.
    await homes.moveOn('Elm', 'called')
    if (kind === 'keyboard')
      await expect(homes.card('Elm').getByRole('link', { name: 'Elm', exact: true })).toBeFocused()
    await homes.undo(t('housing.moved', { name: 'Elm', stage: t('housing.stage.called') }))
    await expect(homes.column('lead').getByRole('listitem')).toHaveCount(8)
    await homes.moveOn('Elm', 'called')
    await homes.choose('Oak', 'housing.do.to-stage.viewed')
    await expect(homes.column('viewed').getByText('Oak', { exact: true })).toBeVisible()

    // Why it is not taken has to be said, and stays.
    await homes.choose('Pine', 'housing.do.reject')
    await hands.press(dialog.getByRole('button', { name: t('housing.reject.confirm') }))
    await expect(dialog.getByText(t('housing.reject.missing'))).toBeVisible()
    await hands.type(dialog.getByRole('textbox', { name: t('housing.reject.reason') }), 'No heat')
    await hands.press(dialog.getByRole('button', { name: t('housing.reject.confirm') }))
    await expect(homes.column('rejected').getByText(t('housing.why', { reason: 'No heat' }))).toBeVisible()

    // Who was not there sees on its page what became of it: the newest first, with what stood there before.
    await homes.open('Pine')
    await hands.press(page.getByRole('button', { name: t('housing.history.show'), exact: true }))
    const changes = page.getByRole('list', { name: t('today.changes'), exact: true })
    await expect(changes.locator(':scope > li')).toHaveCount(2)
    const newest = plainSpaces(await changes.locator(':scope > li').first().innerText())
    for (const said of [
      t('today.did.moveHome'),
      t('housing.history.field-before', {
        field: t('housing.stage'),
        value: t('housing.stage.rejected'),
        before: t('housing.stage.lead'),
      }),
      t('housing.history.field', { field: t('housing.reject.reason'), value: 'No heat' }),
    ])
      expect(newest).toContain(plainSpaces(said))
    await expect(changes.locator(':scope > li').last()).toContainText(t('today.did.addHome'))
    await expectNothingSerious(page)
    await hands.press(page.getByRole('button', { name: t('housing.history.hide'), exact: true }))
    await expect(changes).toHaveCount(0)
    await hands.press(page.getByRole('button', { name: t('housing.to-board'), exact: true }))

    // A word with the landlord, and what comes next with its day.
    await homes.open('Elm')
    await hands.call('n', page.getByRole('button', { name: t('housing.log'), exact: true }).first())
    await hands.type(dialog.getByRole('textbox', { name: t('housing.contact.text') }), 'Still free, quiet')
    await hands.type(dialog.getByRole('textbox', { name: labelled(t('housing.next')) }), 'Ask about heat')
    await hands.type(dialog.getByRole('textbox', { name: labelled(t('housing.next.by')) }), '2026-11-25')
    await hands.call('Control+Enter', dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('Still free, quiet', { exact: true })).toBeVisible()
    await expectNothingSerious(page)
    await homes.undo(t('housing.contact.saved'))
    await expect(page.getByText(t('housing.next.none'))).toBeVisible()
    await expect(page.getByText(t('housing.contacts.none'))).toBeVisible()

    // Seen: an appointment with its places, a list that is filled in.
    const booked = page.getByRole('region', { name: t('housing.viewing'), exact: true })
    await hands.press(page.getByRole('button', { name: t('housing.viewing.book'), exact: true }))
    await hands.type(dialog.getByRole('textbox', { name: t('calendar.date') }), '2026-11-25')
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    await expect(booked.getByText(t('calendar.open-places', { count: 2 }))).toBeVisible()
    await homes.undo(t('calendar.saved'))
    await expect(booked.getByText(t('housing.viewing.none'))).toBeVisible()
    const list = (done: number) =>
      page.getByRole('button', { name: t('housing.checks.open', { done, of: 20 }), exact: true })
    await hands.press(list(0))
    await hands.choose(
      dialog.getByRole('combobox', { name: t('housing.check.heat') }),
      t('housing.check-answer.good'),
    )
    await expectNothingSerious(page)
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(list(1)).toBeVisible()
    await homes.undo(t('housing.checks.saved'))
    await expect(list(0)).toBeVisible()

    // Side by side: what is not known is named, and a rule says where it is from and how sure it is.
    await hands.press(page.getByRole('button', { name: t('housing.to-board'), exact: true }))
    await homes.go('compare')
    const money = (cents: number) => words.money(cents)
    const cell = async (row: string) => plainSpaces(await (await homes.compared(row, 'Elm')).innerText())
    await expect(page.getByRole('columnheader')).toHaveText(['Elm'])
    expect(await cell('monthly')).toContain(`${t('housing.at-least')} ${money(145_000)}`)
    expect(await cell('first-month')).toContain(`${t('housing.at-least')} ${money(290_000)}`)
    const first = await homes.compared('first-month', 'Elm')
    await hands.press(first.locator('summary'))
    await expect(first.getByText(t('common.figure.second-hand'), { exact: true }).first()).toBeVisible()
    await expect(first.getByText('support.propra.tech').first()).toBeVisible()
    // There are no rates for the town: it is asked, and not guessed.
    expect(await cell('gap')).toContain(plainSpaces(t('setup.ask-figures.not-known')))
    expect(await cell('after')).toContain(plainSpaces(t('housing.income.missing')))
    await hands.press(page.getByRole('button', { name: t('housing.edit'), exact: true }))
    await hands.type(dialog.getByRole('textbox', { name: labelled(t('housing.shelter')) }), '900')
    await hands.type(dialog.getByRole('textbox', { name: labelled(t('housing.income')) }), '2900')
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    expect(await cell('gap')).toContain(money(55_000))
    expect(await cell('after')).toContain(
      plainSpaces(t('housing.after', { share: language === 'en' ? '50%' : '50 %' })),
    )
    await expectNothingSerious(page)
    await homes.undo(t('housing.search-for.saved'))
    await expect(page.locator('[data-compare="gap"]')).toContainText(t('setup.ask-figures.not-known'))

    // Signed: the lease, its days and its money come and go together.
    await homes.go('board')
    await homes.choose('Elm', 'housing.do.to-stage.applied')
    await homes.open('Elm')

    // What goes to the landlord: beside a proof of identity stands what would tell, and the letter is ticked as sent.
    const sending = page.getByRole('region', { name: t('housing.send'), exact: true })
    const sent = sending.getByRole('listitem').filter({ hasText: t('housing.send.sent') })
    const paper = (key: string) => dialog.getByRole('group', { name: t(`housing.paper.${key}`), exact: true })
    await hands.press(page.getByRole('button', { name: t('housing.send.open'), exact: true }))
    await expect(paper('identity').getByText(t('housing.tells.landing'))).toBeVisible()
    await expect(paper('identity').getByText(t('common.figure.to-check'), { exact: true })).toHaveCount(2)
    // Where it was read stands beside it; what is only our own reading is marked, the warnings first of all.
    const { sources } = applicationPapers.data
    await expect(paper('letter')).toContainText(sources['lease-support'].text[language])
    await expect(paper('letter')).toContainText(t('common.figure.checked'))
    for (const key of ['letter', 'identity', 'references', 'guarantor', 'bank'])
      await expect(paper(key)).toContainText(sources.pressed.text[language])
    await expect(paper('letter').getByText(t('housing.send.ours'), { exact: true })).toHaveCount(1)
    await expect(paper('bank').getByText(t('housing.send.ours'), { exact: true })).toHaveCount(2)
    await hands.mark(paper('letter').getByRole('checkbox', { name: t('housing.send.sent') }))
    await expectNothingSerious(page)
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    await expect(sent).toHaveCount(1)
    await expect(sent).toContainText(t('housing.paper.letter'))
    await homes.undo(t('housing.send.saved'))
    await expect(sent).toHaveCount(0)
    const days = page.getByRole('list', { name: t('housing.lease.days') })
    const record = async () => {
      await hands.press(page.getByRole('button', { name: t('housing.lease.record'), exact: true }))
      await homes.fillLease({
        'housing.lease.from': '2026-12-01',
        'housing.lease.to': '2027-11-30',
        'housing.part.last-month': '1450',
        'housing.lease.notice': '60',
        'housing.lease.payee': 'BIRCH RENTALS',
      })
      await expect(days.getByRole('listitem').filter({ hasText: t('plan.item.lease-notice') })).toContainText(
        language === 'en' ? 'Oct 1, 2027' : '1er oct. 2027',
      )
    }
    await record()
    await expect(page.getByText(t('housing.stage.lease'), { exact: true }).first()).toBeVisible()
    await expectNothingSerious(page)
    await homes.undo(t('housing.lease.recorded'))
    await expect(days).toHaveCount(0)
    await expect(page.getByText(t('housing.stage.applied'), { exact: true }).first()).toBeVisible()
    await expectComing(journey, { payments: 0, rules: 0 })
    await toHousing()
    await homes.open('Elm')

    // In the middle of a month: the part of it is reckoned by days, and whoever reads the lease can say otherwise.
    await hands.press(page.getByRole('button', { name: t('housing.lease.record'), exact: true }))
    const field = (id: string) => dialog.getByRole('textbox', { name: labelled(t(id)) })
    await hands.type(field('housing.lease.from'), '2026-12-15')
    await hands.type(field('housing.lease.to'), '2027-11-30')
    await expect(field('housing.lease.first-month')).toHaveValue(language === 'en' ? '795.16' : '795,16')
    await expect(dialog).toContainText('× 17 ÷ 31')
    const said = async () => plainSpaces(await dialog.innerText())
    const rent = (count: number, first: string) =>
      plainSpaces(
        t('housing.lease.payments', {
          count,
          amount: words.money(145_000),
          first,
          last: language === 'en' ? 'Nov 1, 2027' : '1er nov. 2027',
        }),
      )
    await expect.poll(said).toContain(rent(11, language === 'en' ? 'Jan 1, 2027' : '1er janv. 2027'))
    await hands.type(field('housing.lease.first-month'), '700')
    await expectNothingSerious(page)
    const reckoned = dialog.getByRole('button', {
      name: new RegExp(`^${t('housing.lease.first-month.use', { amount: '' })}`),
    })
    await hands.press(reckoned)
    await expect(reckoned).toHaveCount(0)
    await hands.type(field('housing.lease.first-month'), '700')
    await hands.type(field('housing.lease.payee'), 'BIRCH RENTALS')
    await hands.press(dialog.getByRole('button', { name: t('common.save'), exact: true }))
    await expect(dialog).toHaveCount(0)
    const lease = page.getByRole('region', { name: t('housing.lease'), exact: true })
    await expect.poll(async () => plainSpaces(await lease.innerText())).toContain(words.money(70_000))
    // The part of December and January's rent.
    await expectComing(journey, { payments: 2, rules: 2 })
    await page.keyboard.press('Control+z')
    await toHousing()
    await homes.open('Elm')
    await record()
    // Last month's rent today, the first rent in December, January's after it.
    await expectComing(journey, { payments: 3, rules: 2 })
    await hands.call('g p', main.getByRole('button', { name: t('common.shell.plan'), exact: true }))
    await expect(page.getByRole('link', { name: t('plan.item.address-changes'), exact: true })).toBeVisible()

    // Six days on, what nobody has followed is on Today, and what was to be done is late.
    await page.clock.setFixedTime(new Date('2026-11-29T12:00:00-05:00'))
    await hands.call('g t', main.getByRole('button', { name: t('common.shell.today'), exact: true }))
    const card = page.getByRole('region', { name: t('today.homes'), exact: true })
    await expect(card.getByRole('listitem').filter({ hasText: 'Oak' })).toContainText(
      t('housing.stale', { count: 6 }),
    )
    await expect(card.getByText('Pine')).toHaveCount(0)
    if (kind === 'keyboard') expect(await wasPointed(page)).toBe(false)
    await machine.remove()
  })
