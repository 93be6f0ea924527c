#!/usr/bin/env node
/**
 * The executable: takes Electron's command line, lets `import 'electron'` find the stand-in, evaluates the app's main
 * bundle, and then fires `ready`. Playwright attaches to the inspector and to Chromium as it does with the real one.
 */
import { existsSync, readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import Module, { register } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createElectronModule } from './stand-in-module.mjs'

const args = process.argv.slice(2)
const folder = resolve(args.find(arg => !arg.startsWith('-')) ?? '.')
const manifestPath = join(folder, 'package.json')
if (!existsSync(manifestPath)) throw new Error(`electron stand-in: ${folder} has no package.json`)
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
const { electron, app, chromium } = createElectronModule({ args, manifest, folder })

process.argv = [process.execPath, ...args]
process.versions.electron = 'stand-in'
globalThis.__electronStandIn = electron

// `require('electron')`, which is also how Playwright gets hold of the module.
const loadModule = Module._load
Module._load = (name, ...rest) => (name === 'electron' ? electron : loadModule(name, ...rest))
// `import … from 'electron'`.
const names = Object.keys(electron).map(name => `export const ${name} = globalThis.__electronStandIn.${name}`)
const moduleUrl = `data:text/javascript,${encodeURIComponent(names.join('\n'))}`
const resolveHook = `export const resolve = (name, context, next) =>
  name === 'electron' ? { url: ${JSON.stringify(moduleUrl)}, shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(resolveHook)}`, pathToFileURL(`${folder}/`))

const inspect = args.find(arg => arg.startsWith('--inspect'))
let playwrightIsThere = () => {}
const attached = inspect ? new Promise(done => (playwrightIsThere = done)) : Promise.resolve()
globalThis.__playwright_run = async () => playwrightIsThere()
if (inspect) inspector.open(Number(inspect.split('=')[1] ?? 9229), '127.0.0.1')

process.on('SIGTERM', () => electron.app.quit())
process.on('SIGINT', () => electron.app.quit())

await import(pathToFileURL(join(folder, manifest.main)).href)
if (!app.isQuitting()) {
  await chromium.start()
  await attached
  app.fireReady()
}
