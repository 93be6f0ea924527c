/** The first evening in the desktop app. The other combinations of hands and language are in the soak. */
import { test } from '../support/electron/desktop.ts'
import { combinationsOn, reportJourney } from '../support/journey/combinations.ts'
import { createHands } from '../support/journey/hands.ts'
import { desktopMachine } from '../support/journey/machine.ts'
import { runFirstEvening } from '../support/journey/run-first-evening.ts'
import { journeyWords } from '../support/journey/words.ts'

const timeZone = 'America/St_Johns'

for (const combination of combinationsOn('desktop')) {
  const { kind, language } = combination
  test(`the first evening on the desktop, by ${kind}, in ${language}`, async ({ desktop }) => {
    test.setTimeout(400_000)
    const machine = await desktopMachine(desktop, timeZone)
    const hands = createHands(kind, machine.page)
    const actions = await runFirstEvening({ machine, hands, words: journeyWords(language) }, timeZone)
    await machine.remove()
    reportJourney('desktop', combination, actions)
  })
}
