import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { isQuick } from '../../support/soak/size.ts'

const root = resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)

/** Far ahead and far behind; `npm run check` runs the first, whose dates move the most. */
const zones = ['Pacific/Auckland', 'America/St_Johns'].slice(0, isQuick ? 1 : 2)

/** `process.env.TZ` of a test thread changes nothing, so the tests of every shape are run again in a process of their own. */
test.each(zones)(
  'no bank date moves on a laptop in %s',
  async zone => {
    const { stdout } = await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'tests/vitest.config.ts',
        'tests/unit/imports/bank-file.test.ts',
      ],
      { cwd: root, env: { ...process.env, TZ: zone, EXPECT_TZ: zone, NO_COLOR: '1' }, timeout: 240_000 },
    )
    expect(stdout).toMatch(/Tests {2}\d+ passed/)
    expect(stdout).not.toContain('failed')
  },
  300_000,
)
