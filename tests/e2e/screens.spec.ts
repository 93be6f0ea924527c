/**
 * Every screen, looked at: by axe, and for words that are cut off, pages that scroll sideways and messages that are
 * missing. `npm test` sees each household in one language, theme and size; with SOAK_FULL=1 in all of them.
 *
 *   SCREENS_TO=folder   also keeps a picture of each, for people to look at
 */
import type { Language } from '#ui/words/messages.ts'
import { test } from '../support/browser/test.ts'
import {
  lookAtAlreadyOpen,
  lookAtFirstRun,
  lookAtLocked,
  lookAtProtecting,
  lookAtQuestions,
} from '../support/screens/before-open.ts'
import { lookAtCalendar, lookAtEmptyCalendar } from '../support/screens/calendar-screens.ts'
import { lookAtComing } from '../support/screens/coming-screens.ts'
import { lookAtEmptyHousing, lookAtHousing } from '../support/screens/housing-screens.ts'
import { lookAtImport } from '../support/screens/import-screens.ts'
import type { Look } from '../support/screens/looks.ts'
import {
  lookAtAccounts,
  lookAtBudget,
  lookAtEmpty,
  lookAtEntries,
  lookAtOwnSettings,
  lookAtPapers,
  lookAtReports,
  lookAtSettings,
  lookAtShell,
} from '../support/screens/open-group.ts'
import { lookAtEmptyPeople, lookAtPeople } from '../support/screens/people-screens.ts'
import { lookAtConsents, lookAtHeld, lookAtPersonPapers } from '../support/screens/person-screens.ts'
import {
  lookAtEmptyPlan,
  lookAtMonthThirteen,
  lookAtOfferedPlan,
  lookAtPlan,
} from '../support/screens/plan-screens.ts'
import { lookAtOfferedThings, lookAtThings } from '../support/screens/things-screens.ts'
import { SEALING_MS, startWalk, type Walk } from '../support/screens/walk.ts'
import { isFull, reportFigures } from '../support/soak/size.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' }, trace: 'off', actionTimeout: 15_000 })

const EVERY_LOOK: readonly Look[] = (['light', 'dark'] as const).flatMap(theme =>
  (['1280', '800', '320'] as const).map(size => ({ theme, size })),
)

interface Round {
  readonly language: Language
  readonly looks: readonly Look[]
}

const rounds = (few: Round): readonly Round[] =>
  isFull ? (['en', 'fr'] as const).map(language => ({ language, looks: EVERY_LOOK })) : [few]

function report(household: string, language: Language, ...walks: readonly Walk[]): void {
  reportFigures({
    kind: 'every screen, by axe and for what is cut off, scrolls sideways or has no words',
    cases: walks.reduce((sum, { counts }) => sum + counts.looks, 0),
    failures: walks.reduce((sum, { counts }) => sum + counts.faulty, 0),
    note: `${household}, ${language}`,
  })
}

for (const { language, looks } of rounds({ language: 'en', looks: [{ theme: 'light', size: '1280' }] }))
  test(`the screens of a group that begins, in ${language}`, async ({ page, context }) => {
    test.setTimeout(isFull ? 3_000_000 : 300_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const walk = await startWalk(page, 'empty', language, looks)
    await lookAtFirstRun(walk)
    await lookAtProtecting(walk)
    await walk.button('setup.leave').click()
    await lookAtEmpty(walk, 'bare')
    await lookAtEmptyPlan(walk, 'bare')
    await lookAtEmptyPeople(walk, 'bare')
    await lookAtEmptyHousing(walk, 'bare')
    await lookAtEmptyCalendar(walk, 'bare')
    await walk.area('today')
    await walk.button('today.action.go-on').click()
    await lookAtQuestions(walk)
    await lookAtEmpty(walk, 'set-up')
    await lookAtEmptyPlan(walk, 'set-up')
    await lookAtOfferedPlan(walk)
    await lookAtOfferedThings(walk)
    await lookAtSettings(walk)
    await lookAtOwnSettings(walk)
    const second = await context.newPage()
    const besides = await startWalk(second, 'second', language, looks)
    await lookAtAlreadyOpen(besides, second)
    await lookAtLocked(walk)
    report('a group that begins', language, walk, besides)
  })

for (const { language, looks } of rounds({ language: 'fr', looks: [{ theme: 'dark', size: '800' }] }))
  test(`the screens of the demo household, in ${language}`, async ({ page }) => {
    test.setTimeout(isFull ? 3_000_000 : 600_000)
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00-05:00'))
    const walk = await startWalk(page, 'demo', language, looks)
    await page.getByRole('button', { name: walk.t('setup.welcome.demo') }).click()
    await walk.title('today.title', SEALING_MS)
    await lookAtShell(walk)
    await lookAtPlan(walk)
    await lookAtMonthThirteen(walk)
    await lookAtEntries(walk)
    await lookAtPapers(walk)
    await lookAtCalendar(walk)
    await lookAtHousing(walk)
    await lookAtThings(walk)
    await lookAtPeople(walk)
    await lookAtPersonPapers(walk)
    await lookAtConsents(walk)
    await lookAtHeld(walk)
    await lookAtComing(walk)
    await lookAtAccounts(walk)
    await lookAtBudget(walk)
    await lookAtReports(walk)
    await lookAtSettings(walk)
    await lookAtImport(walk)
    report('the demo household', language, walk)
  })
