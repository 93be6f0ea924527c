import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { poMessages } from '../electron/build/po-messages.ts'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [poMessages()],
  test: {
    include: ['tests/{unit,acceptance,stories}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    pool: 'threads',
    setupFiles: [],
  },
})
