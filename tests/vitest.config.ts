import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { poMessages } from '../electron/build/po-messages.ts'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [poMessages()],
  test: {
    include: ['tests/{unit,acceptance,stories}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A guard against what never ends, and no measure: the machine may be busy with other things.
    testTimeout: 120_000,
    pool: 'threads',
    // Files of one worker share what they import, which is a third of the work; no test changes what another sees.
    isolate: false,
    // By itself a run leaves one core idle, which of two is half.
    maxWorkers: '100%',
    setupFiles: ['tests/support/soak/fixed-seeds.ts'],
  },
})
