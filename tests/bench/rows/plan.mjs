/**
 * Three rows from one group with a long plan and a full calendar, in Chromium on the product's own screens: one edit on
 * the board, one edit in the month view, and one letter typed into the search of the list.
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
      await page.close()
      say(`${screen}: done`)
      return ours
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

const row = (name, what, ours, peer) =>
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
    },
  })
