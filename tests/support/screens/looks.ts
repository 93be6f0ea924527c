/**
 * One screen at a time, in every look that is wanted: theme and window size. Each look is checked by axe and by
 * `page-faults.ts`, and kept as a picture where SCREENS_TO names a folder. A fault does not end the walk.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Language } from '#ui/words/messages.ts'
import { pageFaults } from './page-faults.ts'

export interface Look {
  readonly theme: 'light' | 'dark'
  readonly size: Size
}

/** 320 is what 1280 is at 400 %. */
const SIZES = {
  '1280': { width: 1280, height: 800 },
  '800': { width: 800, height: 600 },
  '320': { width: 320, height: 640 },
} as const
export type Size = keyof typeof SIZES

const pictures = process.env['SCREENS_TO']

export interface Looker {
  readonly page: Page
  /** `again`: what has to be opened anew in each look, because a window that changes its size closes it. */
  look(name: string, again?: () => Promise<void>): Promise<void>
  /** How many looks were taken, and how many of them found something. */
  readonly counts: { looks: number; faulty: number }
}

export function createLooker(
  page: Page,
  household: string,
  language: Language,
  looks: readonly Look[],
): Looker {
  const folder = pictures && resolve(pictures)
  if (folder) mkdirSync(folder, { recursive: true })
  const counts = { looks: 0, faulty: 0 }
  let count = 0
  return {
    page,
    counts,
    async look(name, again) {
      count += 1
      for (const { theme, size } of looks) {
        await page.setViewportSize(SIZES[size])
        await page.emulateMedia({ colorScheme: theme })
        await again?.()
        // Or what lies under the pointer since the last click looks chosen.
        await page.mouse.move(0, 0)
        await painted(page)
        const called = `${household}-${String(count).padStart(2, '0')}-${name}.${language}-${theme}-${size}`
        if (folder) await takePicture(page, join(folder, called))
        const faults = [...(await page.evaluate(pageFaults)), ...(await seriousOf(page))]
        counts.looks += 1
        if (faults.length > 0) counts.faulty += 1
        expect.soft(faults, called).toEqual([])
      }
    },
  }
}

async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise<void>(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))
    // What is skipped because it is out of view stands still, and would never be finished.
    const isShown = ({ effect }: Animation) =>
      effect instanceof KeyframeEffect && effect.target?.checkVisibility({ contentVisibilityAuto: true })
    const running = document
      .getAnimations()
      .filter(each => each.effect?.getTiming().iterations !== Infinity && isShown(each))
    await Promise.allSettled(running.map(each => each.finished))
  })
}

async function takePicture(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: `${path}.png` })
  const isLonger = await page.evaluate(
    () =>
      document.querySelector('[role=dialog], [role=alertdialog]') === null &&
      document.documentElement.scrollHeight > window.innerHeight,
  )
  if (isLonger) await page.screenshot({ path: `${path}.whole.png`, fullPage: true })
}

async function seriousOf(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  // While a list is open under its field, react-aria hides the rest from screen readers but leaves it focusable.
  const isListOpen = await page.getByRole('listbox').or(page.getByRole('menu')).first().isVisible()
  const { violations } = await (isListOpen ? axe.disableRules('aria-hidden-focus') : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.html.slice(0, 160)}`)
}
