/** `test` for specs of the browser edition: `page.goto('/')` is Porchlight, with nothing kept from any other test. */
import { test as base } from '@playwright/test'
import { type Edition, startEdition } from './edition.ts'

export const test = base.extend<{ edition: Edition }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
  edition: async ({}, use) => {
    const edition = await startEdition()
    await use(edition)
    await edition.stop()
  },
  baseURL: async ({ edition }, use) => use(edition.address),
})

export { expect } from '@playwright/test'
