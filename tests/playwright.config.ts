/**
 * Two ways to run the same page: `browser` is the browser edition in the system's Chromium, `desktop` is the built
 * desktop app in the real Electron where its runtime is installed and in the stand-in where it is not.
 */
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './support/browser/chromium.ts'

/** A failure leaves the page as text in any case. A trace of every test costs almost as much again as the tests. */
const trace = process.env['PORCHLIGHT_TRACE'] === undefined ? 'off' : 'retain-on-failure'
const jsonReport = process.env['PORCHLIGHT_E2E_REPORT']

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(jsonReport ? [['json', { outputFile: jsonReport }] as const] : [])],
  use: { locale: 'en-CA', timezoneId: 'America/Toronto', trace },
  projects: [
    { name: 'browser', testIgnore: 'desktop*.spec.ts', use: { launchOptions: chromiumLaunch() } },
    { name: 'desktop', testMatch: 'desktop*.spec.ts' },
  ],
})
