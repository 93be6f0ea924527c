/** The first evening in the browser edition. The other combinations of machine, hands and language are in the soak. */
import { test } from '../support/browser/test.ts'
import { createHands } from '../support/journey/hands.ts'
import { browserMachine } from '../support/journey/machine.ts'
import { runFirstEvening } from '../support/journey/run-first-evening.ts'
import { journeyWords } from '../support/journey/words.ts'

const timeZone = 'Pacific/Auckland'
test.use({ timezoneId: timeZone, actionTimeout: 15_000 })

const isSoak = process.env['SOAK'] === '1'

for (const kind of ['mouse', 'keyboard'] as const)
  for (const language of ['en', 'fr'] as const) {
    if (!isSoak && !(kind === 'mouse' && language === 'en')) continue
    test(`the first evening in a browser, by ${kind}, in ${language}`, async ({ page, edition }) => {
      test.setTimeout(400_000)
      const machine = await browserMachine(page)
      await page.goto(edition.address)
      const hands = createHands(kind, machine.page)
      await runFirstEvening({ machine, hands, words: journeyWords(language) }, timeZone)
      await machine.remove()
    })
  }
