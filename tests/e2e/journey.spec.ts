/** The first evening in the browser edition. The other combinations of machine, hands and language are in the soak. */
import { test } from '../support/browser/test.ts'
import { combinationsOn, reportJourney } from '../support/journey/combinations.ts'
import { createHands } from '../support/journey/hands.ts'
import { browserMachine } from '../support/journey/machine.ts'
import { runFirstEvening } from '../support/journey/run-first-evening.ts'
import { journeyWords } from '../support/journey/words.ts'

const timeZone = 'Pacific/Auckland'
test.use({ timezoneId: timeZone, actionTimeout: 15_000 })

for (const combination of combinationsOn('browser')) {
  const { kind, language } = combination
  test(`the first evening in a browser, by ${kind}, in ${language}`, async ({ page, edition }) => {
    test.setTimeout(400_000)
    const machine = await browserMachine(page)
    await page.goto(edition.address)
    const hands = createHands(kind, machine.page)
    const actions = await runFirstEvening({ machine, hands, words: journeyWords(language) }, timeZone)
    await machine.remove()
    reportJourney('browser', combination, actions)
  })
}
