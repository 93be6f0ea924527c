/** What a task is about: linked and unlinked by keyboard alone, opened, and found again from the thing itself. */
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { openDemoPlan } from '../support/browser/demo-plan.ts'
import { expect, test } from '../support/browser/test.ts'

test.use({ actionTimeout: 15_000 })

test('a task is linked to a home, a person and an entry by keyboard, and found from each', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  const task = page.getByRole('link', { name: /larger table/ })
  const dialog = page.getByRole('dialog', { name: /larger table/ })
  const find = dialog.getByRole('combobox', { name: 'Link to' })
  const link = async (typed: string, option: RegExp) => {
    await find.focus()
    await page.keyboard.type(typed)
    const wanted = page.getByRole('option', { name: option })
    await expect(wanted).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(find).toHaveValue('')
  }
  await task.focus()
  await page.keyboard.press('Enter')
  await link('118 lind', /Three bedrooms on Linden/)
  await link('a1', /^A1/)
  const about = dialog.getByRole('group', { name: 'About', exact: true })
  await expect(about.getByRole('listitem')).toHaveCount(2)
  // What is linked is offered no second time.
  await find.focus()
  await page.keyboard.type('118 lind')
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.keyboard.press('Escape')
  await find.fill('')
  await link('furniture start', /Furniture/)
  await expectNothingSerious(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)

  // Opened again, and from there the home, which lists the task; what was typed is asked for first.
  await task.focus()
  await page.keyboard.press('Enter')
  await expect(about.getByRole('listitem')).toHaveCount(3)
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Measure the kitchen first.')
  await about.getByRole('link', { name: 'Three bedrooms on Linden' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await task.click()
  await about.getByRole('link', { name: 'Three bedrooms on Linden' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Three bedrooms on Linden' })).toBeVisible()
  const tasks = page.getByRole('region', { name: 'Tasks', exact: true })
  await expect(tasks.getByRole('link', { name: /larger table/ })).toBeVisible()

  // One more about the home, made there; one undo takes it away again.
  await tasks.getByRole('button', { name: 'New task' }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox', { name: 'New task' }).fill('Ask about the shed @otter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(tasks.getByRole('listitem').filter({ hasText: 'Ask about the shed' })).toContainText('Otter')
  await page.keyboard.press('Control+z')
  await expect(tasks.getByText('Ask about the shed')).toHaveCount(0)

  // From the home back to the task, and on to the person.
  await tasks.getByRole('link', { name: /larger table/ }).press('Enter')
  await about.getByRole('link', { name: 'A1', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'A1' })).toBeVisible()
  await tasks.getByRole('link', { name: /larger table/ }).press('Enter')

  // The history tells what it was about before.
  await dialog.getByText('History', { exact: true }).click()
  await expect(dialog.getByText('About:').first()).toBeVisible()
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'About: Three bedrooms on Linden, A1 and Furniture' }),
  ).toBeVisible()

  // Taken away again.
  await about.getByRole('button', { name: 'Remove the link: A1' }).press('Enter')
  await expect(about.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
})

test('a link to what was deleted says so', async ({ page }) => {
  test.setTimeout(120_000)
  await openDemoPlan(page)
  await page.getByRole('link', { name: 'Look for the missing receipt' }).click()
  const about = page.getByRole('dialog').getByRole('group', { name: 'About', exact: true })
  await about.getByRole('link').click()
  const entry = page.getByRole('dialog')
  await expect(entry.getByRole('link', { name: 'Look for the missing receipt' })).toBeVisible()
  await entry.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(entry).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Main' }).getByText('Plan').click()
  await page.getByRole('link', { name: 'Look for the missing receipt' }).click()
  await expect(about.getByText('An entry that was deleted')).toBeVisible()
})
