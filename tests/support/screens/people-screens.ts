/** The screens of People: the household, a person's page, the members. */
import type { Walk } from './walk.ts'

export async function lookAtEmptyPeople(walk: Walk, called: string): Promise<void> {
  await walk.people('household')
  await walk.look(`people-household-${called}`)
  await walk.people('members')
  await walk.look(`people-members-${called}`)
}

export async function lookAtPeople(walk: Walk): Promise<void> {
  const { page, look, t, button, field, dialog, people, closeDialog } = walk
  await people('household')
  await look('people-household')
  await page.getByRole('link', { name: 'A1', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'A1', exact: true }).waitFor()
  await look('person')
  await button('people.private.show').click()
  await look('person-shown')
  await button('people.private.edit').click()
  await field('people.private.born').fill('someday')
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await look('person-form-refused')
  await page.keyboard.press('Escape')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('money.entry.discard-yes') })
    .click()
  await people('members')
  await look('people-members')
  await page.getByRole('link', { name: 'Heron', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Heron', exact: true }).waitFor()
  await look('member')
  await button('people.member.change').click()
  await dialog().getByLabel(t('people.member.left')).check()
  await look('member-leaving')
  await page.keyboard.press('Escape')
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('money.entry.discard-yes') })
    .click()
  await button('plan.away.add').click()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await look('member-away-refused')
  await closeDialog()
  await people('members')
  await button('people.member.add').click()
  await dialog().getByRole('textbox').first().waitFor()
  await dialog()
    .getByRole('button', { name: t('common.save') })
    .click()
  await look('people-member-refused')
  await closeDialog()
}
