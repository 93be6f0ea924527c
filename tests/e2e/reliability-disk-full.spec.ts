/**
 * A full disk, for real: what the desktop keeps lies on a small tmpfs, which only root on Linux can mount. Elsewhere the
 * same is shown on the fault-injecting host (`tests/unit/store/faults.test.ts`).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DESKTOP_DATA, PASSPHRASE } from '../support/soak/laptop.ts'
import { judge } from '../support/soak/plan.ts'
import { count, diceFor, reportFigures, seed } from '../support/soak/size.ts'
import { expect, test } from '../support/soak/soak-test.ts'

const canMount = process.platform === 'linux' && process.getuid?.() === 0

function mount(folder: string, bytes: number): boolean {
  mkdirSync(folder, { recursive: true })
  const options = ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder]
  return spawnSync('mount', options, { stdio: 'ignore' }).status === 0
}

/** Leaves `bytes` free; gone when the person makes room. */
function fillBut(folder: string, bytes: number): () => void {
  const ballast = join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  try {
    writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - bytes)))
  } catch (error) {
    // Chromium wrote something meanwhile: the ballast holds what there was, and is to leave as much free all the same.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    truncateSync(ballast, Math.max(0, statSync(ballast).size - bytes))
  }
  return () => rmSync(ballast, { force: true })
}

const rounds = count(2, 20)

/** The log alone on the small disk, then everything: Chromium's own files fill up with it. */
for (const { name, mounted } of [
  { name: 'the log', mounted: DESKTOP_DATA },
  { name: 'the whole profile', mounted: '' },
])
  test(`a full disk under ${name} refuses the write, loses nothing, and work goes on after making room`, async ({
    laptops,
  }) => {
    test.skip(!canMount, 'only root on Linux can mount a small disk')
    test.setTimeout(120_000 + rounds * 40_000)
    const profile = await mkdtemp(join(tmpdir(), 'porchlight-soak-'))
    const disk = join(profile, mounted)
    // Chromium alone takes some 30 MB of a new profile.
    expect(mount(disk, mounted === '' ? 256 * 1024 * 1024 : 48 * 1024 * 1024)).toBe(true)
    try {
      const laptop = await laptops.desktop(profile)
      const dice = diceFor(name)
      let [changes, refused] = [0, 0]
      let page = await laptop.open()
      await page.evaluate(passphrase => window.soak.startGroup(passphrase), PASSPHRASE)
      for (let round = 0; round < rounds; round += 1) {
        const makeRoom = fillBut(disk, 8192 + dice(300_000))
        const full = await page.evaluate(([from, plan]) => window.soak.write(plan, from, from + 500), [
          changes,
          seed,
        ] as const)
        expect(full.problem).toEqual({ kind: 'disk-full' })
        refused += 1
        changes = full.done
        expect(await page.evaluate(() => window.soak.status())).toBe('refused')
        const shown = judge(seed, await page.evaluate(() => window.soak.tables()), changes, 0)
        expect(shown, `what is shown in round ${round}, seed ${seed}`).toEqual({ changes, difference: '' })
        // One round in two ends here, as when the person gives up and closes the laptop.
        const givesUp = dice(2) === 0
        if (givesUp) await laptop.killMain()
        makeRoom()
        if (givesUp) {
          page = await laptop.open()
          const { problem } = await page.evaluate(passphrase => window.soak.unlock(passphrase), PASSPHRASE)
          expect(problem).toBeNull()
        }
        const more = await page.evaluate(([from, plan]) => window.soak.write(plan, from, from + 2), [
          changes,
          seed,
        ] as const)
        expect(more).toEqual({ done: changes + 2, problem: null })
        changes = more.done
        const after = judge(seed, await page.evaluate(() => window.soak.tables()), changes, 0)
        expect(after, `after making room in round ${round}, seed ${seed}`).toEqual({
          changes,
          difference: '',
        })
      }
      await laptop.close()
      page = await laptop.open()
      await page.evaluate(passphrase => window.soak.unlock(passphrase), PASSPHRASE)
      const kept = judge(seed, await page.evaluate(() => window.soak.tables()), changes, 0)
      expect(kept, `at the end, seed ${seed}`).toEqual({ changes, difference: '' })
      await laptop.close()
      reportFigures({
        kind: `a full disk under ${name} (tmpfs, desktop)`,
        cases: rounds,
        failures: 0,
        note: `${refused} writes refused, ${changes} changes kept`,
      })
    } finally {
      spawnSync('umount', ['--lazy', disk], { stdio: 'ignore' })
    }
  })
