/** `test` for soaks: the page is built once for a run, and every laptop that a test makes is removed at its end. */
import { test as base, expect } from '@playwright/test'
import { type BuiltPage, buildSoakPage } from './build-page.ts'
import { createBrowserLaptop, createDesktopLaptop, type Laptop, type Site, serveSite } from './laptop.ts'

export interface Laptops {
  /** `profile`: one that was copied; a new one else. `site`: laptops of one port share an origin. */
  browser(options?: { readonly profile?: string; readonly site?: Site }): Promise<Laptop>
  desktop(profile?: string): Promise<Laptop>
  site(): Promise<Site>
}

export const test = base.extend<{ laptops: Laptops }, { builtPage: BuiltPage }>({
  builtPage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern
    async ({}, use) => {
      const built = await buildSoakPage()
      await use(built)
      await built.remove()
    },
    { scope: 'worker' },
  ],
  laptops: async ({ builtPage }, use) => {
    const made: Laptop[] = []
    const sites: Site[] = []
    const site = async (): Promise<Site> => {
      const served = await serveSite(builtPage.folder)
      sites.push(served)
      return served
    }
    const kept = (laptop: Laptop): Laptop => {
      made.push(laptop)
      return laptop
    }
    await use({
      site,
      browser: async ({ profile, site: given } = {}) =>
        kept(await createBrowserLaptop(given ?? (await site()), profile)),
      desktop: async profile => kept(await createDesktopLaptop(builtPage, profile)),
    })
    for (const laptop of made) await laptop.remove()
    for (const served of sites) await served.stop()
  },
})

export { expect }
