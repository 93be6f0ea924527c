/**
 * Three rows from one group with a long plan and a full calendar, in Chromium on the product's own screens: one edit on
 * the board, one edit in the month view, and one letter typed into the search of the list. Beside each stands what the
 * same screen costs when nothing of ours runs: its text changed by hand, the letter typed into a field that nobody reads.
 */
import { serveFolder, startChromium } from '../../support/bench/chromium-pages.mjs'
import { figure, summarise } from '../../support/bench/figures.mjs'
import { measureKeys } from '../../support/bench/key-presses.mjs'

const EVENT = '[data-testid="time-grid"] [role="button"]'
const SEARCH = '[data-task-search] input'

/** @param {{ pages: string, tasks: number, appointments: number, presses: number, say: (text: string) => void }} how */
export async function planRows({ pages, tasks, appointments, presses, say }) {
  const server = await serveFolder(pages, new Map())
  const { context, close } = await startChromium()
  try {
    const first = await context.newPage()
    await first.goto(`${server.address}/plan.html`)
    say(`filling a plan with ${tasks} tasks and ${appointments} appointments`)
    await first.evaluate(([some, more]) => window.plan.fill(some, more), [tasks, appointments])
    await first.close()
    const empty = await context.newPage()
    await empty.goto(`${server.address}/one-row.html`)
    await empty.bringToFront()
    const peer = await measureKeys(empty, presses, { keys: ['a'], shown: 'h1' })
    await empty.close()
    const on = async (screen, prepare, gesture) => {
      const page = await context.newPage()
      await page.goto(`${server.address}/plan.html`)
      await page.evaluate(which => window.plan.show(which), screen)
      await page.bringToFront()
      await prepare(page)
      const ours = await measureKeys(page, presses, gesture)
      const byHand = await measureKeys(page, presses, await changeByHand(page, gesture))
      await page.close()
      say(`${screen}: done`)
      return { ours, byHand }
    }
    const size = `${tasks} tasks and ${appointments} appointments`
    const board = await on('board', page => page.waitForSelector('main li'), {
      keys: ['a'],
      shown: 'main li',
    })
    const month = await on('calendar', openMonth, { keys: ['a'], shown: EVENT })
    const search = await on('list', typeFirst, { keys: ['7', 'Backspace'], shown: 'main' })
    return [
      row('board', `one edit on the board with ${size}`, board, peer),
      row('month', `one edit in the month view with ${size}`, month, peer),
      row('search', `one letter in the search of the task list with ${size}`, search, peer),
    ]
  } finally {
    await close()
    await server.close()
  }
}

async function openMonth(page) {
  await page.getByRole('button', { name: 'Month', exact: true }).click()
  await page.waitForSelector(EVENT)
}

async function typeFirst(page) {
  await page.locator(SEARCH).fill('school 1')
}

/** The gesture that changes by hand, on the page as it stands, the text that our edit changed last. */
async function changeByHand(page, gesture) {
  if (gesture.keys.length > 1) {
    await page.locator(SEARCH).evaluate(field => {
      const plain = document.createElement('input')
      const shown = document.createElement('output')
      shown.textContent = 'nothing yet'
      // Told afterwards: what is measured is the letter alone.
      plain.addEventListener('input', () => setTimeout(() => (shown.textContent = plain.value), 100))
      field.after(plain, shown)
      plain.focus()
    })
    return { keys: gesture.keys, shown: '[data-task-search] output' }
  }
  await page
    .locator(gesture.shown)
    .first()
    .evaluate(shown => {
      const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
      let text = texts.nextNode()
      while (text !== null && !/, \d+$/.test(text.data)) text = texts.nextNode()
      if (text === null) throw new Error('our edit is not on the screen')
      let count = 0
      addEventListener('keydown', ({ key }) => {
        if (key === 'b') text.data = `By hand, ${++count}`
      })
    })
  return { keys: ['b'], shown: gesture.shown }
}

const row = (name, what, { ours, byHand }, peer) =>
  figure({
    row: name,
    what: `${what}: main thread from key press to painted`,
    unit: 'ms',
    ours: ours.map(press => press.toPaint),
    peer: { name: 'a React list of one row', samples: peer.map(press => press.toPaint) },
    aim: { atMost: 2 },
    more: {
      steps: {
        'script until painted': summarise(ours.map(press => press.script)),
        'layout until painted': summarise(ours.map(press => press.layout)),
        'main thread afterwards': summarise(ours.map(press => press.after)),
      },
      'the same screen changed by hand': summarise(byHand.map(press => press.toPaint)),
    },
  })
