/**
 * Harm to what lies on the disk while the app is closed. Either copy alone, or both with different places damaged,
 * gives the same tables after unlocking, and the app says that it repaired something.
 */
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenNotes } from '#state/session.ts'
import { DATABASE_HARMS, harmBoth, harmDatabase, harmLog, LOG_HARMS } from '../support/soak/damage.ts'
import type { Dice } from '../support/soak/dice.ts'
import { type Laptop, PASSPHRASE, type Site } from '../support/soak/laptop.ts'
import { judge } from '../support/soak/plan.ts'
import { count, diceFor, reportFigures, seed } from '../support/soak/size.ts'
import { expect, type Laptops, test } from '../support/soak/soak-test.ts'

const CHANGES = 60

interface Grown {
  readonly laptop: Laptop
  readonly site: Site
}

/** A closed laptop with a group of some size, to be copied for each case. */
async function grow(laptops: Laptops, on: Laptop['kind']): Promise<Grown> {
  const site = await laptops.site()
  const laptop = on === 'browser' ? await laptops.browser({ site }) : await laptops.desktop()
  const page = await laptop.open()
  const started = await page.evaluate(passphrase => window.soak.startGroup(passphrase), PASSPHRASE)
  expect(started.problem).toBeNull()
  // In two sittings: a snapshot, records after it, and two sessions.
  for (const [from, to] of [
    [0, CHANGES / 2],
    [CHANGES / 2, CHANGES],
  ] as const) {
    const written = await page.evaluate(([first, last, plan]) => window.soak.write(plan, first, last), [
      from,
      to,
      seed,
    ] as const)
    expect(written).toEqual({ done: to, problem: null })
    await page.evaluate(() => window.soak.settle())
  }
  await laptop.close()
  return { laptop, site }
}

async function copyOf(laptops: Laptops, { laptop, site }: Grown): Promise<Laptop> {
  const profile = await mkdtemp(join(tmpdir(), 'porchlight-soak-'))
  await cp(laptop.profile, profile, { recursive: true })
  return laptop.kind === 'browser' ? laptops.browser({ profile, site }) : laptops.desktop(profile)
}

/** Unlocks, and gives what was found wrong; the tables must be whole. */
async function unlockWhole(laptop: Laptop, what: string): Promise<OpenNotes | null> {
  const page = await laptop.open()
  const { problem, notes } = await page.evaluate(passphrase => window.soak.unlock(passphrase), PASSPHRASE)
  expect(problem, what).toBeNull()
  const verdict = judge(seed, await page.evaluate(() => window.soak.tables()), CHANGES, 0)
  expect(verdict, `${what}, seed ${seed}, ${JSON.stringify(notes)}`).toEqual({
    changes: CHANGES,
    difference: '',
  })
  await page.evaluate(() => window.soak.settle())
  await laptop.close()
  return notes
}

/**
 * When LevelDB's `CURRENT` names a file that is not there, Chromium begins an empty database at every start and keeps none
 * of them; a page cannot remove the file. The log fills the second copy at each opening then.
 */
const LOST_FOR_GOOD = '/CURRENT'

/**
 * Healed means healed: the next opening finds nothing to do. Where nothing was found at first, the damage may lie where
 * only a later write of the browser meets it; then that opening heals, and the one after finds nothing to do.
 */
async function staysHealed(laptop: Laptop, what: string, first: OpenNotes | null): Promise<void> {
  let before = first?.healed ?? 0
  for (const opening of before > 0 ? ['second'] : ['second', 'third']) {
    const healed = (await unlockWhole(laptop, `${what}, ${opening} opening`))?.healed
    if (before > 0 || opening === 'third') expect(healed, `${what}, ${opening} opening`).toBe(0)
    before = healed ?? 0
    if (before === 0) return
  }
}

interface Kind {
  readonly name: string
  readonly on: Laptop['kind']
  readonly full: number
  readonly harm: (profile: string, round: number, dice: Dice) => string
  /** Harm that cannot go unnoticed. */
  readonly mustHeal?: (what: string) => boolean
}

const pick = <T>(all: readonly T[], round: number): T => all[round % all.length] as T

const KINDS: readonly Kind[] = [
  ...(['browser', 'desktop'] as const).map(on => ({
    name: `IndexedDB of the ${on} edition deleted, emptied, flipped, cut`,
    on,
    full: 50,
    harm: (profile: string, round: number, dice: Dice) =>
      harmDatabase(profile, pick(DATABASE_HARMS, round), dice),
    mustHeal: (what: string) => /^(deleted|emptied)/.test(what),
  })),
  ...(['browser', 'desktop'] as const).map(on => ({
    name: `the record log of the ${on} edition deleted, flipped, cut`,
    on,
    full: 25,
    harm: (profile: string, round: number, dice: Dice) => harmLog(profile, pick(LOG_HARMS, round), dice),
    mustHeal: (what: string) => what.startsWith('deleted'),
  })),
  {
    name: 'both copies of the desktop edition flipped in different records',
    on: 'desktop',
    full: 25,
    harm: (profile, _round, dice) => harmBoth(profile, dice),
    mustHeal: () => true,
  },
]

for (const { name, on, full, harm, mustHeal } of KINDS) {
  const cases = count(2, full)
  test(`the same tables come back after harm: ${name}`, async ({ laptops }) => {
    test.setTimeout(120_000 + cases * 40_000)
    const dice = diceFor(name)
    const grown = await grow(laptops, on)
    let healed = 0
    for (let round = 0; round < cases; round += 1) {
      const laptop = await copyOf(laptops, grown)
      const what = harm(laptop.profile, round, dice)
      const notes = await unlockWhole(laptop, what)
      if (mustHeal?.(what)) expect(notes?.healed, what).toBeGreaterThan(0)
      healed += (notes?.healed ?? 0) > 0 ? 1 : 0
      if (round % 5 === 0 && !what.endsWith(LOST_FOR_GOOD)) await staysHealed(laptop, what, notes)
      await laptop.remove()
    }
    reportFigures({ kind: name, cases, failures: 0, note: `${healed} times one copy healed the other` })
  })
}
