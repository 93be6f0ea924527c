/**
 * Builds nothing: serves out/gallery with the product's content policy, takes pictures of it into a folder, and runs
 * axe on each. Usage: `npx vite build -c tests/support/gallery/vite.config.ts`, then `node …/shoot.mjs <folder> [names]`.
 * Ends with code 1 when axe finds something serious or the policy was violated.
 */
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'
import sirv from 'sirv'

const CSP =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const [folder = 'out/gallery-pictures', only = ''] = process.argv.slice(2)
const wide = { width: 1280, height: 800 }
const small = { width: 800, height: 600 }
const press = key => page => page.keyboard.press(key)
const click = name => page => page.getByRole('button', { name }).first().click()
const SHOTS = [
  ...['today', 'money', 'reports', 'settings'].flatMap(screen => [
    { name: `${screen}-light`, query: { screen }, size: wide, full: true },
    { name: `${screen}-dark`, query: { screen, theme: 'dark' }, size: wide, full: true },
    { name: `${screen}-small-fr`, query: { screen, lang: 'fr' }, size: small },
  ]),
  {
    name: 'today-zoomed-fr',
    query: { screen: 'today', lang: 'fr' },
    size: { width: 320, height: 640 },
    full: true,
  },
  { name: 'forms-zoomed', query: { screen: 'reports' }, size: { width: 320, height: 640 }, full: true },
  {
    name: 'demo-hidden-dark-fr',
    query: { demo: '1', hidden: '1', theme: 'dark', lang: 'fr', toast: '1', saved: 'refused' },
    size: wide,
  },
  { name: 'palette', query: {}, size: wide, act: press('Control+k') },
  { name: 'palette-dark-fr', query: { theme: 'dark', lang: 'fr' }, size: small, act: press('Control+k') },
  { name: 'shortcuts', query: {}, size: wide, act: press('?') },
  { name: 'dialog', query: { screen: 'settings' }, size: wide, act: click('Open a dialog') },
  {
    name: 'alert-dark',
    query: { screen: 'settings', theme: 'dark' },
    size: wide,
    act: click('Ask before destroying'),
  },
  {
    name: 'calendar',
    query: { screen: 'reports' },
    size: { width: 1280, height: 1500 },
    act: click(/^Pick a day/),
  },
  { name: 'menu', query: { screen: 'money' }, size: wide, act: click('Actions') },
  {
    name: 'combo',
    query: { screen: 'reports' },
    size: { width: 1280, height: 1500 },
    act: click(/Show the list/),
  },
  {
    name: 'budget',
    query: { screen: 'money' },
    size: wide,
    act: page => page.getByRole('tab', { name: 'Budget' }).click(),
  },
  { name: 'forced-colors', query: { screen: 'reports' }, size: wide, forced: true },
]

const files = sirv(resolve('out/gallery'), { dev: true })
const server = createServer((request, response) => {
  response.setHeader('Content-Security-Policy', CSP)
  files(request, response)
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const { port } = server.address()
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
let bad = 0
for (const shot of SHOTS.filter(entry => entry.name.includes(only))) {
  const context = await browser.newContext({
    viewport: shot.size,
    reducedMotion: 'reduce',
    ...(shot.forced ? { forcedColors: 'active' } : {}),
  })
  const page = await context.newPage()
  page.on('console', message => {
    if (message.type() !== 'error') return
    bad += 1
    console.log(`${shot.name}: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', error => {
    bad += 1
    console.log(`${shot.name}: ${error.message}`)
  })
  await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams(shot.query)}`)
  await page.getByRole('main').waitFor()
  await page.evaluate(() => document.fonts.ready)
  await shot.act?.(page)
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (tooWide > 0) {
    bad += 1
    console.log(`${shot.name}: ${tooWide} px wider than the window`)
  }
  await page.screenshot({ path: `${folder}/${shot.name}.png`, fullPage: shot.full ?? false })
  // While a list is open under its field, react-aria hides the rest from screen readers but leaves it focusable.
  const axe = new AxeBuilder({ page })
  const { violations } = await (shot.name === 'combo'
    ? axe.disableRules(['aria-hidden-focus'])
    : axe
  ).analyze()
  for (const violation of violations) {
    if (violation.impact === 'serious' || violation.impact === 'critical') bad += 1
    console.log(
      `${shot.name}: ${violation.impact} ${violation.id} ${violation.nodes
        .map(node => node.target.join(' '))
        .slice(0, 3)
        .join(' | ')} ${violation.nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`,
    )
  }
  await context.close()
}
await browser.close()
server.close()
console.log(bad === 0 ? 'nothing serious' : `${bad} serious`)
process.exitCode = bad === 0 ? 0 : 1
