/** The screens of People: the household, a person's page, the members. */
import type { Walk } from './walk.ts'

export async function lookAtEmptyPeople(walk: Walk, called: string): Promise<void> {
  await walk.people('household')
  await walk.look(`people-household-${called}`)
  await walk.people('members')
  await walk.look(`people-members-${called}`)
}

export async function lookAtPeople(walk: Walk): Promise<void> {
  const { page, look, button, dialog, people, closeDialog } = walk
  await people('household')
  await look('people-household')
  await page.getByRole('link', { name: 'A1', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'A1', exact: true }).waitFor()
  await look('person')
  await people('members')
  await look('people-members')
  await button('settings.members.add').click()
  await dialog().getByRole('textbox').first().waitFor()
  await look('people-member-new')
  await closeDialog()
}
