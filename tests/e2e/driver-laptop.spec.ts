/**
 * A driver's laptop: a prepared copy of the group that lacks the key of Care opens, shows who is to be driven when, from
 * where and with whom, and neither its memory nor its disk holds a word of Care.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appointment, slot } from '#domain/appointment.ts'
import { task } from '#domain/task.ts'
import { createOp } from '#state/commands/gate.ts'
import { expectNothingSerious } from '../support/browser/demo-money.ts'
import { expect, test } from '../support/browser/test.ts'
import { journeyWords } from '../support/journey/words.ts'
import { tellCare } from '../support/sentinels/care-sentinels.ts'
import { driverCopy } from '../support/sentinels/driver-copy.ts'
import { processesOf, readMemory } from '../support/sentinels/process-memory.ts'
import { createSearch } from '../support/sentinels/search.ts'
import { watchedBrowser } from '../support/sentinels/watched-laptop.ts'
import { diceFor, isFull, reportFigures } from '../support/soak/size.ts'
import { PASSPHRASE } from '../support/vault/fast-vault.ts'

const FEWEST_SENTINELS = 20
const SEALING_MS = 60_000
const PLACE = 'Corner of Threshing Lane and Quill Street'
const RIDE = 'Ride to the north side, afternoon'
const LINKED = 'Bring the papers along'
const { t } = journeyWords('en')

/** The day after tomorrow at two, as the demo's own appointments are near today. */
function soon(today: string): { readonly start: string; readonly end: string } {
  const day = new Date(`${today}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 2)
  const date = day.toISOString().slice(0, 10)
  return { start: `${date}T14:00`, end: `${date}T15:30` }
}

const ride = (today: string) => [
  createOp(appointment, 'ride', {
    sponsorship: 'demo-sponsorship',
    kind: 'health',
    title: RIDE,
    time: { ...soon(today), zone: 'America/Toronto', allDay: false },
    place: PLACE,
    attending: ['demo-person-A1'],
    travelMinutes: 25,
  }),
  createOp(slot, 'ride-driver', {
    appointment: 'ride',
    role: 'driver',
    filledBy: { kind: 'member', id: 'demo-member-heron' },
    order: 'm',
  }),
]

/** Linked to what this laptop cannot read, in part or at all. */
const linked = createOp(task, 'linked-task', {
  sponsorship: 'demo-sponsorship',
  title: LINKED,
  links: [
    { kind: 'person', id: 'demo-person-A1' },
    { kind: 'entry', id: 'an-entry' },
    { kind: 'document', id: 'a-paper' },
  ],
  order: 'm',
})

const LAPTOPS = isFull ? ([['team'], ['team', 'money']] as const) : ([['team']] as const)

for (const opens of LAPTOPS)
  test(`a laptop that opens ${opens.join(' and ')} has what a driver needs and nothing of Care`, async () => {
    test.setTimeout(300_000)
    const laptop = await watchedBrowser()
    const page = laptop.machine.page()
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())
    const told = tellCare(['ride', 'demo-appointment-north'], 3, diceFor('driver')(2 ** 30))
    expect(told.silentKinds).toEqual([])
    expect(told.sentinels.length).toBeGreaterThanOrEqual(FEWEST_SENTINELS)
    const copy = join(laptop.machine.folder, 'copy.porchlight')
    await writeFile(copy, await driverCopy({ today, opens, more: [...ride(today), linked, ...told.ops] }))

    await page.getByRole('button', { name: t('setup.welcome.copy') }).click()
    await laptop.machine.open(() => page.getByRole('button', { name: t('lock.copy.choose') }).click(), copy)
    await page.getByRole('textbox', { name: t('setup.copy.passphrase') }).fill(PASSPHRASE)
    await page.getByRole('button', { name: t('setup.copy.open') }).click()
    await page.getByRole('heading', { level: 1, name: t('today.title') }).waitFor({ timeout: SEALING_MS })
    await expect(page.getByText(RIDE).first()).toBeVisible()

    // Every area opens, whole or saying what is kept elsewhere.
    const areas = page.getByRole('navigation', { name: t('common.shell.navigation') }).getByRole('button')
    expect(await areas.count()).toBeGreaterThan(4)
    for (const area of await areas.all()) {
      await area.click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(0)
      await expectNothingSerious(page)
    }

    // A person's page says what is kept in Care, and their copy what is not on it.
    await page.getByRole('button', { name: t('common.shell.people') }).click()
    await page.getByRole('link', { name: 'A1', exact: true }).click()
    await expect(page.getByText(t('papers.in-care'))).toBeVisible()
    await expect(page.getByText(t('papers.consent.in-care'))).toBeVisible()
    await page.getByRole('button', { name: t('papers.held.button') }).click()
    await expect(page.getByRole('article')).toContainText(t('papers.held.unread.care'))
    await expect(page.getByRole('article')).toContainText(RIDE)
    await page.keyboard.press('Escape')

    // A task says of what it is about as much as is read here.
    await page.getByRole('button', { name: t('common.shell.plan'), exact: true }).click()
    await page.getByRole('link', { name: LINKED }).click()
    const about = page.getByRole('dialog').getByRole('group', { name: t('plan.task.links'), exact: true })
    await expect(about.getByRole('link', { name: 'A1', exact: true })).toBeVisible()
    await expect(about.getByText(t('plan.link.in-care'))).toBeVisible()
    const money = opens.some(each => each === 'money') ? 'plan.link.not-here' : 'plan.link.in-money'
    await expect(about.getByText(t(money))).toBeVisible()
    await expect(about.getByText(t('plan.link.add-hint-part'))).toBeVisible()
    await page.keyboard.press('Escape')

    // The ride in full, and its sheet.
    await page.getByRole('button', { name: t('common.shell.calendar') }).click()
    await page.getByRole('main').getByRole('button').filter({ hasText: RIDE }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(t('calendar.where'))).toHaveValue(PLACE)
    await expect(dialog.getByText(t('calendar.care.elsewhere'))).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: t('calendar.rides') }).click()
    await expect(dialog).toContainText(PLACE)
    await expect(dialog).toContainText('Heron')

    // All of its memory while it is open; what Team has is there, else looking would show nothing.
    const search = createSearch([...told.sentinels, { name: 'the drop-off point', forms: [PLACE] }])
    const found = new Set<string>()
    let bytes = 0
    for (const pid of processesOf(laptop.folders[0] ?? ''))
      bytes += readMemory(pid, part => {
        for (const { sentinel } of search.inBytes(part)) found.add(sentinel)
      })
    expect([...found]).toEqual(['the drop-off point'])
    await laptop.close()
    const onDisk = search.inFiles([...laptop.folders, laptop.machine.folder])
    expect(onDisk.map(({ sentinel }) => sentinel)).toEqual([])
    await laptop.remove()
    reportFigures({
      kind: 'words of Care on a laptop without its key',
      cases: told.sentinels.length,
      failures: 0,
      note: `${opens.join(', ')}; ${Math.round(bytes / 2 ** 20)} MiB of memory`,
    })
  })
