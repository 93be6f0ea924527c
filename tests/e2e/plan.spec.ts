/** The Plan: the arrival slips, on a fresh group by keyboard and by mouse; and the lists, boards and forms of the demo. */
import type { Page } from '@playwright/test'
import type { Language } from '#ui/words/messages.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { openDemoPlan } from '../support/browser/demo-plan.ts'
import { expect, test } from '../support/browser/test.ts'
import { FIRST_DAY, planOf, setUpWaiting } from '../support/journey/arrival-slips.ts'
import { ROUNDS } from '../support/journey/combinations.ts'
import { chooseLanguage, proveRecoverySheet, startGroup } from '../support/journey/first-evening.ts'
import { createHands } from '../support/journey/hands.ts'
import { browserMachine, wasPointed } from '../support/journey/machine.ts'
import { journeyWords } from '../support/journey/words.ts'

test.use({ actionTimeout: 15_000 })

for (const { kind, language } of ROUNDS)
  test(`the arrival slips, by ${kind}, in ${language}`, async ({ page }) => {
    test.setTimeout(300_000)
    await page.clock.setFixedTime(new Date(FIRST_DAY))
    const machine = await browserMachine(page)
    await page.goto('/')
    const hands = createHands(kind, machine.page)
    const words = journeyWords(language)
    const journey = { machine, hands, words }
    const { t } = words
    const main = page.getByRole('navigation', { name: t('common.shell.navigation'), exact: true })
    const plan = planOf(journey)
    const openPlan = () =>
      hands.call('g p', main.getByRole('button', { name: t('common.shell.plan'), exact: true }))
    const shown = (date: string, style: 'long' | 'short' = 'short') => dateIn(language, date, style)
    await chooseLanguage(journey)
    await startGroup(journey)
    await proveRecoverySheet(journey)
    await setUpWaiting(journey)

    // The settlement plan, with words for dates that nobody knows yet.
    await openPlan()
    await hands.press(page.getByRole('button', { name: t('plan.offer'), exact: true }))
    const dialog = page.getByRole('dialog')
    await hands.call('Control+Enter', dialog.getByRole('button', { name: addsSome(language) }))
    await expect(dialog).toHaveCount(0)
    await expect(plan.row('check-flight')).toContainText(
      t('plan.due.before', {
        span: t('plan.span.days', { count: 3 }),
        anchor: t('plan.anchor.arrival'),
      }),
    )
    // One of the group's own, due on the arrival's day whatever that will be, is added in one line first.
    const quick = page.getByRole('textbox', { name: t('plan.quick') })
    await hands.type(
      quick,
      language === 'en' ? 'Borrow a van #arrival fri' : 'Emprunter un camion #arrivée vendredi',
    )
    await expect(page.getByRole('status').filter({ hasText: t('plan.area.arrival') })).toContainText(
      /November 27, 2026|27 novembre 2026/,
    )
    await hands.press(page.getByRole('button', { name: t('plan.quick.add'), exact: true }))
    await expect(quick).toHaveValue('')

    // A window gives windows, the notice gives dates.
    await plan.go('arrival')
    await plan.step('unknown')
    await plan.change('window', { from: '2026-12-01', to: '2026-12-31' })
    await plan.apply()
    await plan.step('window')
    await plan.change('notified', { expected: '2026-12-11' })
    expect((await plan.totals()).join('\n')).toContain(t('plan.move-stays.fixed', { count: 1 }))
    await plan.apply()
    await plan.step('notified')
    // Three days before Friday 11 December; five working days before it.
    await expect(plan.row('check-flight')).toContainText(shown('2026-12-08'))
    await expect(plan.row('airport-team')).toContainText(shown('2026-12-04'))

    // It slips by a week; one date is held.
    const preview = await plan.change('notified', { expected: '2026-12-18' })
    const held = preview.getByRole('listitem').filter({ hasText: t('plan.item.check-flight') })
    await expect(held).toContainText(shown('2026-12-15'))
    const before = (await plan.totals())[0]
    await hands.mark(held.getByRole('checkbox'))
    await expect
      .poll(async () => (await plan.totals()).join('\n'))
      .toContain(t('plan.move-stays.pinned', { count: 1 }))
    expect((await plan.totals())[0]).not.toBe(before)
    await plan.apply()
    await expect(plan.row('check-flight')).toContainText(shown('2026-12-08'))
    await expect(plan.row('check-flight')).toContainText(t('plan.due-note.held'))
    await expect(plan.row('airport-team')).toContainText(shown('2026-12-11'))

    // One undo takes it all back, also the hold.
    const toast = page
      .getByRole('region', { name: t('common.toasts') })
      .locator('div')
      .last()
    await hands.call('Control+z', toast.getByRole('button', { name: t('common.undo') }))
    await expect(page.getByText(shown('2026-12-11', 'long')).first()).toBeVisible()
    await expect(plan.row('check-flight')).not.toContainText(t('plan.due-note.held'))
    await expect(plan.row('airport-team')).toContainText(shown('2026-12-04'))

    // The flight is missed: the new day is asked for.
    await hands.press(page.getByRole('button', { name: t('plan.arrival.missed-open') }))
    await hands.type(dialog.getByRole('textbox', { name: t('setup.arrival-date.expected') }), '2026-12-18')
    await expect(dialog.locator('[data-move-totals]')).toBeVisible()
    await plan.apply()
    await expect(plan.row('check-flight')).toContainText(shown('2026-12-15'))

    // It was another household’s flight: they have been here since Saturday. Nobody can land in the future.
    await plan.change('landed', { reached: '2026-11-21', landed: '2026-11-20' })
    await plan.apply()
    await plan.step('reached')
    await plan.go('list')
    // A week after Saturday 21 November is a Saturday too: the working day before it is the 27th.
    await expect(plan.row('bank-account')).toContainText(shown('2026-11-27'))
    if (kind === 'keyboard') expect(await wasPointed(page)).toBe(false)
    await machine.remove()
  })

const dateIn = (language: Language, date: string, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
    timeZone: 'UTC',
    day: 'numeric',
    month: style,
    year: 'numeric',
  }).format(new Date(`${date}T12:00:00Z`))

const addsSome = (language: Language): RegExp =>
  language === 'en' ? /^Add [4-9]\d tasks$/ : /^Ajouter [4-9]\d tâches$/

const rowOf = (page: Page, text: string) => page.locator('[data-task-row]').filter({ hasText: text })
const group = (page: Page, name: RegExp) => page.getByRole('region', { name })

test('tasks are gone through, done, moved and opened with the keys of the list', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  await expectNothingSerious(page)
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'New task' })).toBeFocused()
  for (const text of ['Water the plants', 'Feed the cat @wren']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'New task' })).toHaveValue('')
  }
  const undated = group(page, /^No date yet/)
  const titles = () => undated.getByRole('link').allTextContents()
  expect((await titles()).slice(-2)).toEqual(['Water the plants', 'Feed the cat'])
  await expect(rowOf(page, 'Feed the cat')).toContainText('Wren')

  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await link('Water the plants').focus()
  await page.keyboard.press('ArrowDown')
  await expect(link('Feed the cat')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await titles()).slice(-2)).toEqual(['Feed the cat', 'Water the plants'])
  await expect(link('Feed the cat')).toBeFocused()
  await page.keyboard.press('Space')
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText('Done: Feed the cat')
  await expect(link('Water the plants')).toBeFocused()
  expect(await titles()).not.toContain('Feed the cat')
  await page.keyboard.press('Control+z')
  await expect.poll(titles).toContain('Feed the cat')
  // What was taken back is not said to be done any longer.
  await expect(messages).toContainText('Undone')
  await expect(messages).not.toContainText('Done: Feed the cat')

  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Water the plants' })
  await expect(dialog).toBeVisible()
  await expectNothingSerious(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('/')
  await page.keyboard.type('wren plant')
  await expect(page.getByText('No task is like that.')).toBeVisible()
})

test('a task that repeats comes again with its checklist, and one undo takes that back', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  const passes = rowOf(page, 'transit passes')
  await page.getByRole('link', { name: /transit passes/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add an item' }).click()
  await page.keyboard.type('Adults')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Child')
  await dialog.getByRole('checkbox', { name: 'Done: Adults' }).check()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(passes).toContainText('1 of 2')
  await passes.getByRole('checkbox').click()
  await expect(page.getByText(/The next one was added/)).toBeVisible()
  await expect(passes).toHaveCount(2)
  const next = group(page, /^Later/)
    .locator('[data-task-row]')
    .filter({ hasText: 'transit passes' })
  await expect(next).toContainText('Dec 27, 2026')
  await expect(next).toContainText('0 of 2')
  await page.keyboard.press('Control+z')
  await expect(passes).toHaveCount(1)
})

test('a date hangs on the arrival, is held, and says what it comes to', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  await page.getByRole('link', { name: /larger table/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Before or after/ }).check()
  await dialog.getByRole('spinbutton', { name: 'How many' }).fill('20')
  await dialog.getByLabel('Days or weeks').selectOption('weeks')
  // The first arrival was on Thursday 9 July 2026.
  await expect(dialog.getByText('That is Thursday, November 26, 2026.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Hold this date' }).check()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rowOf(page, 'larger table')).toContainText('Nov 26, 2026 · held')
})

test('what is mine, what nobody has and what is overdue each take one press', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  const rows = page.locator('[data-task-row]')
  const press = (name: string) => page.getByRole('button', { name, exact: true })
  const all = await rows.count()
  await page.keyboard.press('m')
  await expect(press('Mine')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => rows.count()).toBeLessThan(all)
  await expect(rows.filter({ hasNotText: 'Robin' })).toHaveCount(0)
  await expect(rows.first()).toBeVisible()
  await expectNothingSerious(page)
  await page.keyboard.press('m')
  await expect(rows).toHaveCount(all)

  // Kept under a name it is whoever looks at it, also on the board.
  await press('Mine').click()
  await press('Saved filters').click()
  await page.getByRole('menuitem', { name: /^Save this filter/ }).click()
  await page.getByRole('textbox', { name: 'Name of the filter' }).fill('My own')
  await page.keyboard.press('Enter')
  await press('Mine').click()
  await press('Nobody has it').click()
  await expect(rows.filter({ hasNotText: 'Nobody yet' })).toHaveCount(0)
  await press('Overdue').click()
  await expect(page.getByLabel('State', { exact: true })).toHaveValue('overdue')
  await page.getByRole('navigation', { name: 'Plan' }).getByRole('button', { name: 'Board' }).click()
  await press('Saved filters').click()
  await page.getByRole('menuitem', { name: 'My own', exact: true }).click()
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue('me')
  await expect(press('Mine')).toHaveAttribute('aria-pressed', 'true')
})

test('a filter is kept under a name, and the board moves cards without dragging', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Otter' })
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: /^Save this filter/ }).click()
  await page.getByRole('textbox', { name: 'Name of the filter' }).fill('Otter’s')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('navigation', { name: 'Plan' }).getByRole('button', { name: 'Board' }).click()
  const column = (name: RegExp) => page.getByRole('region', { name })
  await expect(column(/^Open/).getByText('Buy next month')).toBeVisible()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Otter’s', exact: true }).click()
  await expect(column(/^Open/).getByText('Buy next month')).toHaveCount(0)
  await expectNothingSerious(page)
  await page.getByRole('button', { name: 'To “In progress”: Return the borrowed car seat' }).focus()
  await page.keyboard.press('Enter')
  const card = column(/^In progress/).getByRole('link', { name: 'Return the borrowed car seat' })
  await expect(card).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(column(/^Open/).getByText('Return the borrowed car seat')).toBeVisible()

  await page.getByRole('navigation', { name: 'Plan' }).getByRole('button', { name: 'Who does what' }).click()
  await expectNothingSerious(page)
  await page.getByRole('link', { name: 'Otter', exact: true }).click()
  await expect(page.getByLabel('Who', { exact: true })).toHaveValue('demo-member-otter')
})

test('an arrival that is changed in the settings shows the same preview first', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  const reached = page.getByRole('textbox', { name: 'Reached us on' }).first()
  const settings = async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
    await page.getByRole('tab', { name: 'Sponsorship' }).click()
  }
  await settings()
  await reached.fill('2026-07-10')
  const form = page.getByRole('region', { name: 'The arrival', exact: true })
  await form.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'Before the arrival is changed' })
  await expect(dialog.getByText(/dates move .* later/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText(/^Arrival changed\. \d+ dates/)).toBeVisible()
  await expect(reached).toHaveValue('2026-07-10')
  await page.keyboard.press('Control+z')
  await expect(reached).toHaveValue('2026-07-09')
})

test('other months of support show the same preview first, and one undo takes them back', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  await page.getByRole('navigation', { name: 'Main' }).getByText('Settings').click()
  await page.getByRole('tab', { name: 'Sponsorship' }).click()
  const form = page.getByRole('region', { name: 'The sponsorship', exact: true })
  const months = form.getByRole('spinbutton', { name: 'Months of support' })
  await months.fill('10')
  await months.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Before the sponsorship is changed' })
  await expect(dialog.getByText(/dates? moves? .* earlier/)).toBeVisible()
  await expectNothingSerious(page)
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await dialog.getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(page.getByText(/^Sponsorship changed\. \d+ date/)).toBeVisible()
  await expect(months).toHaveValue('10')
  await page.keyboard.press('Control+z')
  await expect(months).toHaveValue('12')

  // What no date hangs on is saved at once.
  await form.getByRole('textbox', { name: /Reference/ }).fill('R-7')
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Saved', { exact: true }).last()).toBeVisible()
})
