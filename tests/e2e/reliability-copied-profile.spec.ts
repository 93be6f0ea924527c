/**
 * A profile that was copied to a second laptop, and both are written to: one device id, two histories. When they meet
 * again nothing of either is lost, and both laptops notice.
 */
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Laptop, PASSPHRASE } from '../support/soak/laptop.ts'
import { pictureOf, type Tables, tablesAfter } from '../support/soak/plan.ts'
import { count, diceFor, isFull, reportFigures, seed } from '../support/soak/size.ts'
import { expect, test } from '../support/soak/soak-test.ts'

const BEFORE = 6

async function unlock(laptop: Laptop): Promise<{ readonly page: Page; readonly cloneNoticed: boolean }> {
  const page = await laptop.open()
  const { problem, notes } = await page.evaluate(passphrase => window.soak.unlock(passphrase), PASSPHRASE)
  expect(problem).toBeNull()
  return { page, cloneNoticed: notes?.cloneNoticed ?? false }
}

async function write(page: Page, plan: number, from: number, to: number): Promise<void> {
  const written = await page.evaluate(([by, first, last]) => window.soak.write(by, first, last), [
    plan,
    from,
    to,
  ] as const)
  expect(written).toEqual({ done: to, problem: null })
}

const give = async (from: Page, to: Page): Promise<number> => {
  const records = await from.evaluate(() => window.soak.sealedRecords())
  const { clones, waiting } = await to.evaluate(all => window.soak.ingest(all), records)
  expect(waiting).toBe(0)
  return clones
}

const planned = (plan: number, changes: number): Tables => {
  const [made] = tablesAfter(plan, changes, changes)
  if (made === undefined) throw new Error('a plan without tables')
  return made.tables
}

for (const on of isFull ? (['browser', 'desktop'] as const) : (['desktop'] as const))
  test(`a copied profile that is written to on both sides loses nothing and is noticed: ${on}`, async ({
    laptops,
  }) => {
    const rounds = count(1, 10)
    test.setTimeout(120_000 + rounds * 120_000)
    const dice = diceFor(`copied profile ${on}`)
    let kept = 0
    for (let round = 0; round < rounds; round += 1) {
      const site = await laptops.site()
      const first = on === 'browser' ? await laptops.browser({ site }) : await laptops.desktop()
      const started = await first.open()
      await started.evaluate(passphrase => window.soak.startGroup(passphrase), PASSPHRASE)
      await write(started, seed, 0, BEFORE)
      await started.evaluate(() => window.soak.settle())
      await first.close()
      const profile = await mkdtemp(join(tmpdir(), 'porchlight-soak-'))
      await cp(first.profile, profile, { recursive: true })
      const second =
        on === 'browser' ? await laptops.browser({ profile, site }) : await laptops.desktop(profile)

      const [one, two] = [await unlock(first), await unlock(second)]
      const [here, there] = [BEFORE + 1 + dice(12), 1 + dice(12)]
      await write(one.page, seed, BEFORE, here)
      await write(two.page, seed + 1, 0, there)
      expect(await give(one.page, two.page)).toBe(1)
      expect(await give(two.page, one.page)).toBe(1)
      const wanted = pictureOf({ ...planned(seed, here), ...planned(seed + 1, there) })
      for (const { page } of [one, two])
        expect(pictureOf(await page.evaluate(() => window.soak.tables()))).toEqual(wanted)
      kept += here + there

      // Said at the next opening too, on each of them.
      for (const laptop of [first, second]) {
        await laptop.close()
        const again = await unlock(laptop)
        expect(again.cloneNoticed).toBe(true)
        expect(pictureOf(await again.page.evaluate(() => window.soak.tables()))).toEqual(wanted)
        await laptop.remove()
      }
    }
    reportFigures({
      kind: `a copied profile written to on both sides, ${on}`,
      cases: rounds,
      failures: 0,
      note: `${kept} changes kept, noticed on both each time`,
    })
  })
