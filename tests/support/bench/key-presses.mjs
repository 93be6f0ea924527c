/**
 * What one key press costs the page's main thread, read from a trace: the tasks from the key's event to the end of the
 * first frame that was painted after it, and what of it was script, layout and paint. Frames are not counted: they
 * measure the screen's rhythm, not the work.
 */
const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
]
const LAYOUT = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'RecalculateStyles'])
const PAINT = new Set(['Paint', 'Layerize', 'Commit', 'CompositeLayers'])
const SCRIPT = new Set(['EventDispatch', 'FunctionCall', 'RunMicrotasks', 'FireAnimationFrame', 'TimerFire'])

/**
 * @typedef {{ readonly keys: readonly string[], readonly shown: string }} Gesture
 * What is pressed in turn, and the element whose text (or value) is another once the change is on the screen.
 */

/** The bench's own key, and what stands under the list of entries: its sums. */
export const gestures = {
  edit: { keys: ['a'], shown: '[role="status"]:has(strong)' },
}

/** @param {import('@playwright/test').Page} page @param {number} presses @param {Gesture} gesture */
export async function measureKeys(page, presses, gesture) {
  await page.waitForSelector(gesture.shown)
  // The first presses compile; they are not what a person feels in the second minute.
  for (let warm = 0; warm < 10; warm += 1) await pressOnce(page, gesture, warm)
  const session = await page.context().newCDPSession(page)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const finished = new Promise(done => session.once('Tracing.tracingComplete', done))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  for (let press = 0; press < presses; press += 1) await pressOnce(page, gesture, press)
  await session.send('Tracing.end')
  await finished
  await session.detach()
  return readPresses(events)
}

/** Presses, waits until the change is on the screen, and lets what follows (saving) come to rest. */
async function pressOnce(page, { keys, shown }, press) {
  const before = await page.textContent(shown)
  await page.keyboard.press(keys[press % keys.length])
  await page.waitForFunction(
    ([selector, text]) => document.querySelector(selector)?.textContent !== text,
    [shown, before],
    { polling: 'raf' },
  )
  await page.evaluate(
    () =>
      new Promise(done =>
        requestAnimationFrame(() =>
          requestIdleCallback(() => setTimeout(() => done(undefined), 20), { timeout: 1000 }),
        ),
      ),
  )
}

/** @param {readonly any[]} events */
function readPresses(events) {
  const keys = events
    .filter(event => event.name === 'EventDispatch' && event.args?.data?.type === 'keydown')
    .sort((a, b) => a.ts - b.ts)
  const thread = keys[0]
  if (thread === undefined) throw new Error('no key press in the trace')
  const own = events.filter(event => event.pid === thread.pid && event.tid === thread.tid && event.ph === 'X')
  const tasks = own.filter(
    event => event.name === 'ThreadControllerImpl::RunTask' || event.name === 'RunTask',
  )
  return keys.map((key, index) => {
    const until = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY
    const painted = own
      .filter(event => event.name === 'Commit' && event.ts >= key.ts && event.ts < until)
      .sort((a, b) => a.ts - b.ts)[0]
    const end = painted === undefined ? until : painted.ts + painted.dur
    const within = names =>
      spent(
        own.filter(event => names.has(event.name)),
        key.ts,
        end,
      )
    return {
      toPaint: spent(tasks, key.ts, end),
      script: within(SCRIPT),
      layout: within(LAYOUT),
      paint: within(PAINT),
      after: spent(tasks, end, until),
    }
  })
}

/** Milliseconds that the events cover between two moments, nested ones once. */
function spent(events, from, to) {
  let total = 0
  let reached = from
  for (const { ts, dur } of [...events].sort((a, b) => a.ts - b.ts)) {
    const start = Math.max(ts, reached)
    const end = Math.min(ts + dur, to)
    if (end > start) {
      total += end - start
      reached = end
    }
  }
  return total / 1000
}
