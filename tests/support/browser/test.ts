/** `test` for specs of the browser edition: `page.goto('/')` is Porchlight, with nothing kept from any other test. */
import { test as base, expect } from '@playwright/test'
import { type Edition, startEdition } from './edition.ts'

export const test = base.extend<{ edition: Edition; onlyLocal: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
  edition: async ({}, use) => {
    const edition = await startEdition()
    await use(edition)
    await edition.stop()
  },
  baseURL: async ({ edition }, use) => use(edition.address),
  // For every test: the app never talks to a network, whatever is done with it.
  onlyLocal: [
    async ({ context, edition }, use) => {
      const outside: string[] = []
      const own = [edition.address, `blob:${edition.address}`, 'data:']
      context.on('request', request => {
        if (!own.some(start => request.url().startsWith(start))) outside.push(request.url())
      })
      await use(undefined)
      expect(outside, 'requests that left the app').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
