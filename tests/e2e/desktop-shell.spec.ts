/** The desktop shell as an attacker in the page meets it: what it can reach, where it can go, what it can send. */
import { ARGUMENT_PARSERS } from '#host/contract.ts'
import { expect, test } from '../support/electron/desktop.ts'
import { POLICY_PROBES } from '../support/electron/policy-probes.ts'

/** And one to listen for the wish to lock. */
const CHANNELS = Object.keys(ARGUMENT_PARSERS).length

declare global {
  interface Window {
    probeResults: Promise<Record<string, string>>
  }
}

test('the page sees one frozen bridge and nothing of Node or Electron', async ({ desktop }) => {
  const { page } = await desktop.startShell()
  const seen = await page.evaluate(() => ({
    isSecure: isSecureContext,
    nodes: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
    bridge: Object.keys(window.porchlight ?? {}).length,
    isFrozen: Object.isFrozen(window.porchlight),
    others: Object.keys(window).filter(name => /electron|ipc/i.test(name)),
  }))
  expect(seen).toEqual({ isSecure: true, nodes: [], bridge: CHANNELS + 1, isFrozen: true, others: [] })
})

test('fourteen ways to run foreign script or reach a network are refused', async ({ desktop }) => {
  const { page } = await desktop.startShell({ 'probes.js': POLICY_PROBES })
  const results = await page.evaluate(() => window.probeResults)
  expect(Object.keys(results)).toHaveLength(14)
  expect(Object.entries(results).filter(([, result]) => result !== 'refused')).toEqual([])
})

test('one policy makes worker addresses trusted, and there can be no other', async ({ desktop }) => {
  const { page } = await desktop.startShell({
    'echo.worker.js': 'self.onmessage = ({ data }) => postMessage(data + 1)',
    'page.js': `
      const policy = trustedTypes.createPolicy('app', { createScriptURL: url => url })
      window.probeResults = new Promise(resolve => {
        const worker = new Worker(policy.createScriptURL('./echo.worker.js'))
        worker.onmessage = ({ data }) => resolve({ worker: String(data), ...refusals() })
        worker.postMessage(41)
      })
      const refused = attempt => { try { attempt(); return 'worked' } catch { return 'refused' } }
      const refusals = () => ({
        text: refused(() => new Worker('./echo.worker.js')),
        again: refused(() => trustedTypes.createPolicy('app', {})),
        other: refused(() => trustedTypes.createPolicy('other', {})),
        fallback: refused(() => trustedTypes.createPolicy('default', {})),
        html: refused(() => { document.body.innerHTML = '<b>x</b>' }),
      })`,
  })
  expect(await page.evaluate(() => window.probeResults)).toEqual({
    worker: '42',
    text: 'refused',
    again: 'refused',
    other: 'refused',
    fallback: 'refused',
    html: 'refused',
  })
})

test('the page goes nowhere else', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  const start = page.url()
  await app.evaluate(({ BrowserWindow }) => {
    const kept: string[] = []
    Object.assign(globalThis, { navigated: kept })
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-navigate', (_event, url) => kept.push(url))
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://outside.example/1'
    document.body.append(link)
    link.click()
    location.href = 'https://outside.example/2'
    location.replace('file:///etc/passwd')
    location.assign('data:text/html,hello')
    location.hash = 'budget'
  })
  await expect.poll(() => page.url()).toBe(`${start}#budget`)
  expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('A page of the test')
  expect(await app.evaluate(() => Reflect.get(globalThis, 'navigated'))).toEqual([])
})

test('the page opens no window', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  const opened = await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://outside.example/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    return [window.open('https://outside.example/'), window.open('about:blank')]
  })
  expect(opened).toEqual([null, null])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('permissions are refused, except copying plain text', async ({ desktop }) => {
  const { page } = await desktop.startShell()
  const answers = await page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    const camera = navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    )
    return {
      geolocation: await state('geolocation'),
      notifications: await Notification.requestPermission(),
      camera: await camera,
      read: await state('clipboard-read'),
      write: await state('clipboard-write'),
    }
  })
  expect(answers).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'refused',
    read: 'denied',
    write: 'granted',
  })
})

test('downloads are refused', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  const refused = app.evaluate(
    ({ session }) =>
      new Promise<boolean>(resolve => {
        session.defaultSession.on('will-download', event => resolve(event.defaultPrevented))
      }),
  )
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['secret']))
    link.download = 'secret.txt'
    link.click()
  })
  expect(await refused).toBe(true)
})

test('the window keeps its own title, whatever the page calls itself', async ({ desktop }) => {
  const { app, page } = await desktop.startShell()
  await page.evaluate(() => {
    document.title = 'Amina'
  })
  await expect.poll(() => page.title()).toBe('Amina')
  const title = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  expect(title).toBe('Porchlight')
})

test('odd addresses give nothing of the disk', async ({ desktop }) => {
  const { page } = await desktop.startShell({ 'data.json': '{}' })
  const odd = [
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/index.js',
    '/assets/..%5c..%5cmain',
    '/data.json%00',
    '/.git/config',
  ]
  const statuses = await page.evaluate(
    paths => Promise.all(paths.map(path => fetch(path).then(({ status }) => status))),
    [...odd, '/data.json', '/not-there.json', '/'],
  )
  expect(statuses).toEqual([400, 404, 400, 400, 400, 200, 404, 200])
})
