/**
 * SIGKILL in the middle of imports: of the processes that run the page, of the whole browser, of the desktop's main
 * process. What was acknowledged before the kill is there afterwards, and what was not is there whole or not at all.
 */
import type { Page } from '@playwright/test'
import { type Laptop, PASSPHRASE } from '../support/soak/laptop.ts'
import { judge } from '../support/soak/plan.ts'
import { count, diceFor, reportFigures, seed } from '../support/soak/size.ts'
import { expect, test } from '../support/soak/soak-test.ts'

/** Changes that may be on their way when the kill comes. */
const AHEAD = 400
/** A group is begun anew after so many kills, so that a soak meets small groups as well as grown ones. */
const KILLS_A_GROUP = 25

type Kill = (laptop: Laptop) => Promise<void>

const KINDS: readonly { name: string; on: 'browser' | 'desktop'; kill: Kill }[] = [
  { name: 'the page in a browser', on: 'browser', kill: laptop => laptop.killPage() },
  { name: 'the whole browser', on: 'browser', kill: laptop => laptop.killMain() },
  { name: 'the desktop’s main process', on: 'desktop', kill: laptop => laptop.killMain() },
]

async function unlock(page: Page): Promise<void> {
  const { problem } = await page.evaluate(passphrase => window.soak.unlock(passphrase), PASSPHRASE)
  expect(problem).toBeNull()
}

async function startGroup(page: Page): Promise<void> {
  const { problem } = await page.evaluate(passphrase => window.soak.startGroup(passphrase), PASSPHRASE)
  expect(problem).toBeNull()
}

for (const { name, on, kill } of KINDS) {
  const kills = count(2, 50)
  test(`no acknowledged change is lost when ${name} is killed in the middle of imports`, async ({
    laptops,
  }) => {
    test.setTimeout(60_000 + kills * 30_000)
    const dice = diceFor(name)
    let [changes, unacknowledged, plan] = [0, 0, seed]
    let laptop: Laptop | null = null
    let page: Page | null = null
    for (let done = 0; done < kills; done += 1) {
      if (laptop === null || page === null || done % KILLS_A_GROUP === 0) {
        await laptop?.remove()
        laptop = on === 'browser' ? await laptops.browser() : await laptops.desktop()
        page = await laptop.open()
        await startGroup(page)
        changes = 0
        plan += 1
      }
      await page.evaluate(([from, by]) => window.soak.begin(by, from), [changes, plan] as const)
      const wanted = changes + 1 + dice(12)
      const acknowledged = await page.evaluate(target => window.soak.untilAcknowledged(target), wanted)
      await kill(laptop)
      page = await laptop.open()
      await unlock(page)
      const verdict = judge(plan, await page.evaluate(() => window.soak.tables()), acknowledged, AHEAD)
      expect(verdict, `after kill ${done + 1}, seed ${seed}`).toMatchObject({ difference: '' })
      unacknowledged += (verdict.changes ?? 0) - acknowledged
      changes = verdict.changes ?? 0
    }
    reportFigures({
      kind: `SIGKILL of ${name}`,
      cases: kills,
      failures: 0,
      note: `${unacknowledged} changes were there whole though not yet acknowledged`,
    })
  })
}
