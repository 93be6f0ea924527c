/**
 * From navigation to a locked screen that can be typed into, on the real build as `npm start -- --browser` serves it,
 * against an empty page of a loopback server in the same browser; and what is loaded until then.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { serveFolder, startChromium } from '../../support/bench/chromium-pages.mjs'
import { figure } from '../../support/bench/figures.mjs'

const root = resolve(import.meta.dirname, '../../..')
const EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Ready</p></html>'
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const LIMIT_KIB = 250

async function startEdition() {
  const args = [join(root, 'electron/start.mjs'), '--browser', '--no-open', '--no-build', '--port', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Porchlight is at (\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    return {
      address,
      async stop() {
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      },
    }
  }
  throw new Error('the browser edition did not start')
}

/** Notes in the page when a frame has been made with what is looked for. */
const watch = selector => {
  const look = () => {
    if (document.querySelector(selector) === null) return false
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        window.readyMs = performance.now()
      }
      channel.port2.postMessage(null)
    })
    return true
  }
  if (look()) return
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}

async function readyMs(context, address, selector, onResponse) {
  const page = await context.newPage()
  if (onResponse) page.on('response', onResponse)
  await page.addInitScript(watch, selector)
  await page.goto(address)
  await page.waitForFunction(() => window.readyMs !== undefined, undefined, { timeout: 30_000 })
  const ms = await page.evaluate(() => window.readyMs)
  await page.close()
  return ms
}

/** Founds a group on the product's origin, with the bench's page answered in the server's place, workers included. */
async function foundGroup(context, address, pages) {
  const all = `${address}/**`
  await context.route(all, route => {
    const path = new URL(route.request().url()).pathname
    return route.fulfill({
      body: readFileSync(join(pages, path)),
      contentType: TYPES[extname(path)] ?? 'application/octet-stream',
    })
  })
  const page = await context.newPage()
  await page.goto(`${address}/found.html`)
  await page.waitForFunction(() => window.founded !== undefined)
  await page.evaluate(() => window.founded)
  await page.close()
  // Answering in a server's place costs time: not while anything is measured.
  await context.unroute(all)
}

export async function readyRow({ pages, runs, say }) {
  say('page ready: the locked screen of the built app')
  const edition = await startEdition()
  const plain = await serveFolder(pages, new Map([['/empty', EMPTY]]))
  const { context, close } = await startChromium()
  try {
    const address = edition.address.replace(/\/$/, '')
    await foundGroup(context, address, pages)
    const loaded = new Map()
    const keep = response =>
      loaded.set(
        response.url(),
        response.body().catch(() => null),
      )
    const ours = []
    const empty = []
    for (let run = 0; run < runs; run += 1) {
      empty.push(await readyMs(context, `${plain.address}/empty`, 'p'))
      ours.push(await readyMs(context, address, 'input[type=password]', run === 0 ? keep : undefined))
    }
    const sizes = await sizesOf(loaded)
    return figure({
      row: 'ready',
      what: 'from navigation to the painted locked screen, built app in the browser',
      unit: 'ms',
      ours,
      peer: { name: 'an empty page in the same browser', samples: empty },
      aim: { atMost: 3 },
      more: {
        loadedBeforeUnlock: {
          gzKiB: sizes.total,
          limitKiB: LIMIT_KIB,
          met: sizes.total <= LIMIT_KIB,
          files: sizes.files,
        },
      },
    })
  } finally {
    await close()
    await plain.close()
    await edition.stop()
  }
}

async function sizesOf(loaded) {
  const files = []
  for (const [url, body] of loaded) {
    const bytes = await body
    if (bytes === null) continue
    const packed = /\.(woff2|png|webp)$/.test(url) ? bytes.length : gzipSync(bytes, { level: 9 }).length
    files.push({ file: new URL(url).pathname, gzKiB: Number((packed / 1024).toFixed(1)) })
  }
  files.sort((a, b) => b.gzKiB - a.gzKiB)
  return { files, total: Number(files.reduce((sum, { gzKiB }) => sum + gzKiB, 0).toFixed(1)) }
}
