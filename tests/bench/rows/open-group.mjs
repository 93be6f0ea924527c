/**
 * Three rows from one group in Chromium, opened anew in each load of the page: unlocking, memory, and one edit. The
 * real vault worker, Dexie on IndexedDB, the record log in the origin private file system.
 */

import { reachedBytes, serveFolder, startChromium } from '../../support/bench/chromium-pages.mjs'
import { figure, summarise } from '../../support/bench/figures.mjs'
import { gestures, measureKeys } from '../../support/bench/key-presses.mjs'

const mebibytes = bytes => bytes / 2 ** 20

/** @param {{ pages: string, records: number, runs: number, presses: number, say: (text: string) => void }} how */
export async function openGroupRows({ pages, records, runs, presses, say }) {
  const texts = new Map()
  const server = await serveFolder(pages, texts)
  const { context, close } = await startChromium()
  try {
    const first = await context.newPage()
    await first.goto(`${server.address}/group.html`)
    say(`filling a group with ${records} entries`)
    texts.set('/rows.json', await first.evaluate(count => window.bench.fill(count), records))
    await first.close()
    const opening = await measureOpening({ context, address: server.address, runs, say })
    say('pressing keys')
    const edits = await measureEdits({ context, address: server.address, presses })
    return [unlockRow(records, opening), memoryRow(records, opening), editRow(records, edits)]
  } finally {
    await close()
    await server.close()
  }
}

async function measureOpening({ context, address, runs, say }) {
  const samples = { open: [], list: [], typed: [], screens: [], parse: [] }
  const heaps = { tables: [], typed: [], parsed: [] }
  for (let run = 0; run < runs; run += 1) {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(`${address}/group.html`)
    await page.evaluate(() => window.bench.unlock())
    // The order changes, so that neither always finds the fresher heap.
    if (run % 2 === 1) await parseIn(page, session, samples, heaps)
    const before = await reachedBytes(session)
    const { open, list } = await page.evaluate(() => window.bench.open())
    samples.open.push(open)
    samples.list.push(list)
    heaps.tables.push((await reachedBytes(session)) - before)
    const typed = await page.evaluate(() => window.bench.typed())
    samples.typed.push(typed)
    heaps.typed.push((await reachedBytes(session)) - before)
    const { screens } = await page.evaluate(() => window.bench.first())
    samples.screens.push(list + typed + screens)
    if (run % 2 === 0) await parseIn(page, session, samples, heaps)
    const held = await page.evaluate(() => window.bench.held())
    if (held.listed === 0) throw new Error('the tables are gone')
    await page.close()
    say(`opening, run ${run + 1} of ${runs}`)
  }
  return { samples, heaps }
}

async function parseIn(page, session, samples, heaps) {
  await page.evaluate(() => window.bench.fetchRows())
  const before = await reachedBytes(session)
  samples.parse.push(await page.evaluate(() => window.bench.parse()))
  heaps.parsed.push((await reachedBytes(session)) - before)
  await page.evaluate(() => window.bench.forgetParsed())
}

async function measureEdits({ context, address, presses }) {
  const empty = await context.newPage()
  await empty.goto(`${address}/one-row.html`)
  await empty.bringToFront()
  const peer = await measureKeys(empty, presses, { keys: ['a'], shown: 'h1' })
  await empty.close()
  const page = await context.newPage()
  await page.goto(`${address}/group.html`)
  await page.evaluate(() => window.bench.unlock())
  await page.evaluate(() => window.bench.open())
  await page.evaluate(() => window.bench.typed())
  await page.evaluate(() => window.bench.show())
  const ours = await measureKeys(page, presses, gestures.edit)
  await page.evaluate(() => window.bench.settled())
  await page.close()
  return { ours, peer }
}

const unlockRow = (records, { samples }) =>
  figure({
    row: 'unlock',
    what: `${records} records from the sealed snapshot into listed tables, after scrypt, in Chromium`,
    unit: 'ms',
    ours: samples.list,
    peer: { name: 'JSON.parse of the same rows', samples: samples.parse },
    aim: { atMost: 0.8 },
    more: {
      steps: {
        'opened, rows still in their pages': summarise(samples.open),
        'and listed': summarise(samples.list),
        'then every value read through the schemas': summarise(samples.typed),
        'all of it, until Today and the first of all entries can be drawn': summarise(samples.screens),
      },
    },
  })

const memoryRow = (records, { heaps }) =>
  figure({
    row: 'memory',
    what: `heap after collection with ${records} records unlocked and listed, in Chromium`,
    unit: 'MiB',
    ours: heaps.tables.map(mebibytes),
    peer: { name: 'the parsed JSON in memory', samples: heaps.parsed.map(mebibytes) },
    aim: { atMost: 1.2 },
    more: { steps: { 'and read through the schemas': summarise(heaps.typed.map(mebibytes)) } },
  })

const editRow = (records, { ours, peer }) =>
  figure({
    row: 'edit',
    what: `one edit on the Entries screen with ${records} entries: main thread from key press to painted`,
    unit: 'ms',
    ours: ours.map(press => press.toPaint),
    peer: { name: 'a React list of one row', samples: peer.map(press => press.toPaint) },
    aim: { atMost: 2 },
    more: {
      steps: {
        'script until painted': summarise(ours.map(press => press.script)),
        'layout until painted': summarise(ours.map(press => press.layout)),
        'paint until painted': summarise(ours.map(press => press.paint)),
        'main thread afterwards': summarise(ours.map(press => press.after)),
        'peer: script until painted': summarise(peer.map(press => press.script)),
        'peer: main thread afterwards': summarise(peer.map(press => press.after)),
      },
    },
  })
