/** The screens of the Plan: with nothing in it, and with a household's tasks. */
import type { Walk } from './walk.ts'

export async function lookAtEmptyPlan({ look, plan }: Walk, called: string): Promise<void> {
  await plan('list', 'plan.title')
  await look(`plan-${called}`)
  await plan('board', 'plan.board')
  await look(`board-${called}`)
  await plan('arrival', 'plan.arrival.title')
  await look(`arrival-${called}`)
  await plan('load', 'plan.load.title')
  await look(`load-${called}`)
  await plan('month-13', 'after.title')
  await look(`month-13-${called}`)
}

/** Of a group whose sponsorship was set up a moment ago: all of it would be added. */
export async function lookAtOfferedPlan({ look, plan, button, dialog, t, closeDialog }: Walk): Promise<void> {
  await plan('list', 'plan.title')
  await button('plan.offer').click()
  await dialog().getByRole('checkbox').first().waitFor()
  await look('plan-offer')
  await dialog()
    .getByText(t('plan.offer.others', { count: await othersIn(dialog()) }))
    .click()
  await look('plan-offer-others')
  await closeDialog()
}

async function othersIn(dialog: ReturnType<Walk['dialog']>): Promise<number> {
  const text = await dialog.locator('summary').innerText()
  return Number(/\d+/.exec(text)?.[0])
}

export async function lookAtPlan(walk: Walk): Promise<void> {
  const { page, look, t, button, dialog, plan, closeDialog } = walk
  await plan('list', 'plan.title')
  await look('plan')
  await page.getByRole('textbox', { name: t('plan.quick') }).fill('Vitres @robin #logement #xyz demain')
  await look('plan-quick')
  await page.getByRole('button', { name: t('plan.quick.add'), exact: true }).click()
  await page.getByRole('searchbox').fill('zzz')
  await page.getByText(t('plan.none-found')).waitFor()
  await look('plan-none-found')
  await button('plan.show-all').click()
  const menu = page.getByRole('menuitem', { name: t('plan.do.open'), exact: true })
  await look('plan-menu', async () => {
    if (!(await menu.isVisible()))
      await page.locator('[data-task-row]').first().getByRole('button').last().click()
  })
  await page.keyboard.press('Escape')
  await page.locator('[data-task]').first().click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('task-dialog')
  await dialog()
    .getByRole('radio', { name: t('plan.due-kind.anchor') })
    .check()
  await dialog()
    .getByLabel(t('plan.task.repeat'), { exact: true })
    .selectOption({ label: t('plan.repeat.yes') })
  await button('plan.check.add').click()
  await look('task-dialog-more')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  await button('plan.task.discard-yes').click()
  await page
    .getByRole('link', { name: t('plan.item.pr-address') })
    .first()
    .click()
  await dialog().getByText(t('plan.history'), { exact: true }).click()
  await look('task-dialog-planned')
  await closeDialog()
  await button('plan.more').click()
  await page.getByRole('menuitem', { name: t('plan.trash') }).click()
  await look('task-trash')
  await closeDialog()
  await plan('board', 'plan.board')
  await look('board')
  await lookAtArrival(walk)
  await plan('load', 'plan.load.title')
  await look('load')
  await button('plan.away.add').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('absence-dialog')
  await closeDialog()
}

async function lookAtArrival({ page, look, t, dialog, plan, closeDialog }: Walk): Promise<void> {
  await plan('arrival', 'plan.arrival.title')
  await look('arrival')
  await page
    .getByRole('button', { name: t('plan.arrival.change-open') })
    .first()
    .click()
  await dialog()
    .getByRole('radio', { name: t('setup.arrival-state.notified') })
    .check()
  await dialog()
    .getByRole('textbox', { name: t('setup.arrival-date.expected') })
    .fill('2026-12-15')
  await dialog().getByText(t('plan.move.each'), { exact: true }).waitFor()
  await look('move-arrival')
  await dialog()
    .getByRole('button', { name: t('plan.move.apply'), exact: true })
    .click()
  await page.getByText(t('plan.arrival.notice'), { exact: true }).waitFor()
  await look('arrival-notified')
  await page.getByRole('button', { name: t('plan.arrival.missed-open') }).click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('missed-flight')
  await closeDialog()
  await page.keyboard.press('Control+z')
  await page.getByText(t('plan.arrival.notice'), { exact: true }).waitFor({ state: 'detached' })
}

export async function lookAtMonthThirteen({ look, plan, button, dialog, closeDialog }: Walk): Promise<void> {
  await plan('month-13', 'after.title')
  await look('month-13')
  await button('after.add.cost').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('month-13-line')
  await closeDialog()
  await button('after.print').click()
  await dialog().getByRole('article').waitFor()
  await look('month-13-sheet')
  await closeDialog()
}
